"""Points of WCAG 2.2 AA that axe can't tell, each on the pages where it bites.

Others have their tests elsewhere: reflow at 320 px (test_pages), focus not obscured (test_keyboard), content on hover
or focus (test_notes, test_readout), redundant entry (test_handover), status messages (test_calculators).
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.kinds import addresses, examples

pytestmark = pytest.mark.browser
PAGES = ["", "guide/what-it-costs/", "calculators/engagement-rate/", "statistics/", "poster/"]

SMALL = """() => {
  const least = 24;
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const found = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(seen);
  const box = (node) => {
    const label = node.labels?.[0];
    const boxes = [node, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect());
    return boxes.reduce((one, other) => (one.width * one.height > other.width * other.height ? one : other));
  };
  const targets = found.map((node) => ({ node, box: box(node) }))
    .filter(({ box: { width, height } }) => width > 1 && height > 1);
  const inSentence = ({ node }) => {
    const around = node.closest("p, li, dd, dt, td, th, figcaption, blockquote, small, h1, h2, h3, cite, sup");
    return getComputedStyle(node).display.startsWith("inline") && around
      && around.textContent.trim().length > node.textContent.trim().length + 2;
  };
  const crowded = (target) => {
    const x = target.box.left + target.box.width / 2, y = target.box.top + target.box.height / 2;
    return targets.some((other) => {
      if (other === target || other.node.contains(target.node) || target.node.contains(other.node)) return false;
      const { left, right, top, bottom } = other.box;
      const dx = Math.max(left - x, 0, x - right), dy = Math.max(top - y, 0, y - bottom);
      return Math.hypot(dx, dy) < least / 2;
    });
  };
  return targets
    .filter(({ box: { width, height } }) => Math.min(width, height) < least - 0.5)
    .filter((target) => !inSentence(target) && crowded(target))
    .map(({ node, box: { width, height } }) => `${Math.round(width)}×${Math.round(height)} ${node.outerHTML}`);
}"""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
    * { word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const clips = (node) => {
    const style = getComputedStyle(node);
    const hides = style.overflowY === "hidden" || style.overflowY === "clip";
    return hides && node.scrollHeight > node.clientHeight + 4 && node.clientHeight > 4;
  };
  const said = [...document.querySelectorAll("main *")].filter((node) => node.textContent.trim()
    && !node.closest("svg, .g-hidden, [aria-hidden=true]") && node.checkVisibility());
  return said.filter(clips).map((node) => node.outerHTML.slice(0, 120));
}"""
MOVING = """() => [...document.querySelectorAll("body *")].filter((node) => {
  const style = getComputedStyle(node);
  const longest = (text) => Math.max(...text.split(",").map(parseFloat));
  return (style.animationName !== "none" && longest(style.animationDuration) > 0.01)
    || (longest(style.transitionDuration) > 0.01 && /all|transform|left|top|margin/.test(style.transitionProperty));
}).map((node) => node.outerHTML.slice(0, 120))"""


BARE = """() => [...document.querySelectorAll("main button, main input, main select")].filter((node) => {
  const style = getComputedStyle(node);
  return node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && style.borderStyle === "none"
    && !node.querySelector("svg") && style.textDecorationLine === "none" && style.appearance === "none"
    && getComputedStyle(node.parentElement).borderStyle === "none";
}).map((node) => node.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("address", PAGES)
def test_targets_are_large_enough_or_apart(browser: Browser, host: str, address: str) -> None:
    """2.5.8: on a phone, 24 px each way, unless it stands in a sentence or with that much room around it."""
    page = browser.new_page(viewport={"width": 360, "height": 780}, service_workers="block", has_touch=True)
    page.goto(host + address)

    assert page.evaluate(SMALL) == []
    page.close()


@pytest.mark.parametrize("address", PAGES)
def test_wider_text_is_not_cut_off_and_nothing_moves(browser: Browser, host: str, address: str) -> None:
    """1.4.12: with the spacing that readers may set, all text shows; with less motion asked for, nothing slides."""
    page = browser.new_page(viewport={"width": 360, "height": 780}, service_workers="block", reduced_motion="reduce")
    page.goto(host + address)

    assert page.evaluate(MOVING) == []
    assert page.evaluate(SPACED) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.parametrize("address", PAGES)
def test_buttons_have_an_edge_in_forced_colours(browser: Browser, host: str, address: str) -> None:
    """1.4.11: where grounds go, every button and field keeps a line, an icon or underlined words."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, forced_colors="active", service_workers="block")
    page.goto(host + address)
    assert page.evaluate(BARE) == []
    page.close()


def test_these_checks_find_what_is_wrong(browser: Browser) -> None:
    """Small targets side by side, text in a box that can't grow, and a box that slides are told; their like is not."""
    page = browser.new_page(viewport={"width": 360, "height": 780})
    small = '<a href="#" style="display:block;height:9px;width:9px"></a>'
    page.set_content(f"""<main>{small}{small}<p>A <a href="#">link</a> in a sentence</p>
      <a href="#" style="display:block;height:24px;width:24px;margin:9px"></a>
      <div style="height:22px;overflow:hidden;font:16px/20px serif">one<br>two</div>
      <div style="overflow:hidden">free</div>
      <div style="transition:transform 1s">slides</div><div style="transition:color 1s">fades</div></main>""")

    assert [each.partition(" ")[0] for each in page.evaluate(SMALL)] == ["9×9", "9×9"]
    assert ["slides" in each for each in page.evaluate(MOVING)] == [True]
    assert ["one" in each for each in page.evaluate(SPACED)] == [True]
    page.close()


def test_help_stands_at_the_same_place_everywhere(flagship: Path) -> None:
    """3.2.6: tabs, page, how to cite and correct it, the way on, footer: in this order on each kind of page."""
    marks = ("g-skip", "g-tabs", 'id="page-start"', "g-tools--page", "g-pager", "md-footer")
    for address in examples(addresses(flagship / "site")).values():
        html = (flagship / "site" / address).read_text() if address.endswith(".html") else _html(flagship, address)
        places = [html.find(mark) for mark in marks if mark in html.partition("<body")[2]]
        if not address.startswith("embed/"):
            assert places == sorted(places), address


def test_nothing_has_to_be_dragged(flagship: Path) -> None:
    """2.5.7: no page has a slider or anything to drag; files and rows have buttons."""
    for address in addresses(flagship / "site"):
        if not address.endswith(".html"):
            assert re.findall(r'draggable="true"|type="range"', _html(flagship, address)) == [], address


def _html(guide: Path, address: str) -> str:
    return (guide / "site" / address / "index.html").read_text(encoding="utf-8")
