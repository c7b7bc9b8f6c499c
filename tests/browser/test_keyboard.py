"""Whole pages by keyboard: every control is reached in the order of the page, seen when it has the focus, and left."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
MOST = 400
"""Presses of Tab after which a page is taken for a trap."""

STOP = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const box = node.getBoundingClientRect(), header = document.querySelector(".md-header");
  const covered = !header.contains(node) && !node.closest("[popover]") && box.height > 0
    && getComputedStyle(header).position === "sticky" && box.bottom <= header.getBoundingClientRect().bottom;
  const index = self.stops.indexOf(node);
  return {
    index,
    html: node.outerHTML.slice(0, 140),
    covered,
    visible: node.checkVisibility({ visibilityProperty: true }),
    marked: index < 0 || self.looks[index] !== self.look(node),
  };
}"""
ALL = """() => {
  self.look = (node) => [node, node.parentElement, node.parentElement.parentElement, ...(node.labels ?? [])]
    .map((each) => getComputedStyle(each))
    .map((style) => (style.outlineStyle === "none" ? "" : `${style.outlineStyle} ${style.outlineWidth}`)
      + style.boxShadow + style.borderColor + style.borderWidth)
    .join();
  const found = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  const open = (node) => !node.closest("[popover]:not(:popover-open)");
  self.stops = [...found].filter((node) => node.tabIndex >= 0 && !node.disabled && open(node)
    && node.checkVisibility({ visibilityProperty: true }) && (node.type !== "radio" || node.checked));
  self.looks = self.stops.map(self.look);
  return self.stops.map((node) => node.outerHTML.slice(0, 140));
}"""
"""Every control with how it looks without the focus: its outline, shadow and border, and those of what is around it."""


def walk(page: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key until the page is left."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["index"] == stops[0]["index"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab goes round and round: {stops[-1]['html']}")


@pytest.mark.parametrize("address", ["glossary/", "calculators/size-swap/"])
def test_tab_leads_through_the_whole_page(browser: Browser, host: str, address: str) -> None:
    """Each control once and in order, none behind the sticky header, each with a ring; then the page is left."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, service_workers="block", reduced_motion="reduce")
    page.goto(host + address)
    controls = page.evaluate(ALL)
    stops = walk(page)
    places = [stop["index"] for stop in stops if stop["index"] >= 0]

    assert [controls[index] for index in range(len(controls)) if index not in places] == []
    assert places == sorted(places)
    assert [stop["html"] for stop in stops if stop["covered"] or not stop["visible"]] == []
    assert [stop["html"] for stop in stops if not stop["marked"]] == []
    page.close()


def test_shift_tab_leads_back(page: Page, host: str) -> None:
    """From anywhere, the way back is the way there."""
    page.goto(f"{host}glossary/")
    page.evaluate(ALL)
    there = []
    for _ in range(12):
        page.keyboard.press("Tab")
        there.append(page.evaluate(STOP)["index"])
    back = [there[-1]]
    for _ in range(11):
        page.keyboard.press("Shift+Tab")
        back.append(page.evaluate(STOP)["index"])

    assert back == there[::-1]


def test_search_gives_the_focus_back(page: Page, host: str) -> None:
    """Escape closes the search, and the next Tab goes on from where it was opened."""
    page.goto(f"{host}glossary/")
    page.locator(".g-tabs__link").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("median")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")

    assert page.evaluate("document.querySelector('header').contains(document.activeElement)")
