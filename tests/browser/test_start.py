"""A page's start: what the theme would do over again is done once, and the colours are those that were chosen."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

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
