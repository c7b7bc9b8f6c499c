"""The frame around the pages, in a browser: menu, text nav, search, colours, print."""

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from .axe import violations

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 360, "height": 780}


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, host: str) -> None:
    """On a phone, without a script: Tab to the menu, Enter opens, Escape closes."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}claims/")
    nav = page.get_by_role("navigation", name="Navigation")
    expect(nav).to_be_hidden()

    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    expect(nav).to_be_visible()
    page.keyboard.press("Tab")
    expect(nav.get_by_role("link").first).to_be_focused()

    page.keyboard.press("Escape")
    expect(nav).to_be_hidden()
    context.close()


@pytest.mark.parametrize("address", ["", "claims/"])
def test_the_first_stop_skips_to_the_title(page: Page, host: str, address: str) -> None:
    """Tab and Enter lead past header and nav to the page's own start, before its title."""
    page.goto(host + address)
    page.keyboard.press("Tab")
    expect(page.locator(".g-skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(":target h1")).to_be_in_viewport()


def test_the_text_nav_follows_an_instant_change_of_page(page: Page, host: str) -> None:
    """The mark moves with the reader, though only a part of the page is replaced."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(host)
    tabs = page.locator(".g-tabs")
    tabs.get_by_role("link", name="Claims checked").click()

    expect(page).to_have_url(re.compile(r"claims/$"))
    expect(tabs.locator("[aria-current]")).to_have_text(["Claims checked"])


def test_nothing_unseen_takes_the_focus(page: Page, host: str) -> None:
    """Every stop of the Tab key in the header can be seen."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{host}claims/")
    page.keyboard.press("Tab")
    for _ in range(9):
        page.keyboard.press("Tab")
        place = page.evaluate("document.activeElement.checkVisibility({ visibilityProperty: true })")
        assert place, page.evaluate("document.activeElement.outerHTML")


def test_search_finds_and_shows(page: Page, host: str) -> None:
    """Typing shows results below the field, on top of the page."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(host)
    page.locator(".md-search__input").click()
    page.keyboard.type("median")

    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert violations(page) == []


def test_dark_stock_prints_on_white_paper(browser: Browser, host: str) -> None:
    """Print takes the light inks and no header, whatever the scheme; bands become ground."""
    page = browser.new_page(color_scheme="dark")
    page.goto(host)
    page.emulate_media(media="print", color_scheme="dark")
    band = page.locator(".g-band--blue").first

    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(20, 32, 43)"
    assert band.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator(".md-header")).to_be_hidden()
    page.close()


def test_forced_colours_keep_shapes_apart(browser: Browser, host: str) -> None:
    """In the reader's own colours a solid dot is filled, a hollow one is not."""
    page = browser.new_page(forced_colors="active")
    page.goto(host)
    solid, hollow = page.locator(".g-key__solid"), page.locator(".g-key__hollow")

    filled = [node.evaluate("node => getComputedStyle(node).backgroundColor") for node in (solid, hollow)]

    assert filled[0] != filled[1]
    assert hollow.evaluate("node => getComputedStyle(node).borderStyle") == "dashed"
    page.close()


def test_a_calculator_works_after_an_instant_change_of_page(page: Page, host: str) -> None:
    """Pages without a calculator don't load its scripts; they come with the first one that is met on the way."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{host}claims/")
    page.evaluate("() => { window.first = true; }")
    assert not page.evaluate("Boolean(customElements.get('guide-calculator'))")

    page.locator(".g-nav").get_by_role("link", name="Size swap").click()
    expect(page.locator("guide-calculator:defined")).to_be_attached()
    assert page.evaluate("() => window.first")
