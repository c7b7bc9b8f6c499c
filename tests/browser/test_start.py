"""A page's start: what the theme would do over again is done once, and the colours are those that were chosen."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .calculator_pages import PATIENCE, answer, field, until

pytestmark = pytest.mark.browser


def test_the_style_sheet_is_read_once(page: Page, host: str) -> None:
    """The theme's script makes addresses absolute; the sheet stays the same object then and after a change in place."""
    page.add_init_script(
        "document.addEventListener('readystatechange', () => { window.sheet ??= document.styleSheets[0]; })"
    )
    page.goto(f"{host}method/")
    page.locator(".g-tabs, .g-nav").get_by_role("link", name="Claims checked").locator("visible=true").first.click()
    expect(page).to_have_url(re.compile("/claims/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("laim"))

    assert page.evaluate("() => [document.styleSheets.length, window.sheet === document.styleSheets[0]]") == [1, True]


def test_the_first_visit_follows_the_system(browser: Browser, host: str) -> None:
    """Dark where the system is dark, and light again as it changes; the header shows the choice that is made."""
    page = browser.new_page(color_scheme="dark")
    page.goto(host)
    body, shown = page.locator("body"), page.locator(".md-header__option label:visible")
    expect(body).to_have_attribute("data-md-color-scheme", "guide-dark")
    expect(shown).to_have_attribute("title", re.compile("as the system"))
    expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "dark")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "guide-light")

    page.locator(".md-option").first.focus()
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("title", re.compile("light"))
    page.close()


def test_the_search_index_waits_for_who_searches(page: Page, host: str) -> None:
    """Most visits don't search: they neither fetch all the guide's words nor take them apart."""
    asked = "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('search_index')).length"
    page.goto(f"{host}method/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(asked) == 0

    page.keyboard.press("/")
    page.keyboard.type("median")
    expect(page.locator(".md-search-result__item").first).to_be_attached()
    assert page.evaluate(asked) == 1


def test_an_address_with_a_search_brings_the_index(page: Page, host: str) -> None:
    """Links of the page for lost readers lead to results."""
    page.goto(f"{host}?q=median")

    expect(page.locator(".md-search-result__item").first).to_be_attached()


def test_a_page_is_painted_before_its_calculator_is_fetched(page: Page, host: str) -> None:
    """What is to be seen first has the line to itself: neither scripts nor Python are asked for until it is seen."""
    page.goto(f"{host}calculators/engagement-rate/")
    until(page, "performance.getEntriesByName('guide:instant-ready').length > 0")
    painted, asked = page.evaluate(
        """() => [
          performance.getEntriesByName("first-contentful-paint")[0].startTime,
          performance.getEntriesByType("resource").filter(({ name }) => /calculator-client|micropython/.test(name)),
        ]"""
    )

    assert asked
    assert [each["name"] for each in asked if each["startTime"] < painted] == []


def test_what_is_typed_before_the_scripts_are_there_is_answered(page: Page, host: str) -> None:
    """Whoever is quicker than the line loses nothing: the form is theirs from the start."""
    waiting: list[Route] = []
    page.route("**/guide-calculator.mjs", lambda route: waiting.append(route))
    page.goto(f"{host}calculators/engagement-rate/", wait_until="domcontentloaded")
    before = answer(page).inner_text()
    field(page, "Followers").fill("7777")
    expect(page.locator("guide-calculator:defined")).to_have_count(0)
    for route in waiting:
        route.continue_()

    expect(page.locator("guide-calculator[data-edited]:not([data-stale-answer])")).to_be_visible(timeout=PATIENCE)
    expect(answer(page)).not_to_have_text(before)


def test_nothing_moves_as_a_calculator_comes_to_life(page: Page, host: str) -> None:
    """What needs a script has its place before; so has the head of the table before one can sort by it."""
    places = """async () => {
      await document.fonts.ready;
      const parts = [...document.querySelectorAll(".g-group, .g-rows, tbody, .g-results")];
      return parts.map((each) => each.getBoundingClientRect().top);
    }"""
    waiting: list[Route] = []
    page.route("**/guide-calculator.mjs", lambda route: waiting.append(route))
    page.goto(f"{host}calculators/engagement-rate/", wait_until="domcontentloaded")
    before = page.evaluate(places)
    for route in waiting:
        route.continue_()
    expect(page.locator("guide-calculator:defined")).to_be_attached()
    expect(page.locator(".g-sort").first).to_be_visible()

    assert page.evaluate(places) == before


def test_a_calculator_far_below_comes_to_life_as_one_comes_near(page: Page, host: str) -> None:
    """Until then it is read as it is, and its scripts are not asked for."""
    page.goto(host)
    page.wait_for_load_state("networkidle")
    assert not page.evaluate("Boolean(customElements.get('guide-calculator'))")

    page.locator("guide-calculator").first.scroll_into_view_if_needed()
    expect(page.locator("guide-calculator:defined").first).to_be_attached()
