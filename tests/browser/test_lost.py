"""The page for addresses of nothing: it says what is near, searches for the address's words, and lists every page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from .axe import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("address", "title"),
    [("guide/waht-it-cost/", "What it costs"), ("calculator/size_swap.html", "Size swap"), ("clams", "Claims checked")],
)
def test_a_mistyped_address_leads_to_its_page(page: Page, host: str, address: str, title: str) -> None:
    """Swapped and missing letters, other signs between words and an old ending don't matter."""
    page.goto(host + address)
    near = page.locator("[data-near]")

    expect(near.get_by_role("link").first).to_have_text(title)
    assert violations(page) == []
    near.get_by_role("link").first.click()
    expect(page).to_have_title(re.compile(title))


def test_an_address_like_no_page_is_searched_for(page: Page, host: str) -> None:
    """Nothing is guessed; its words are put into the search, which shows what it finds."""
    page.goto(f"{host}x/elasticity")
    near = page.locator("[data-near]").get_by_role("link")
    expect(near).to_have_count(1)

    near.click()
    expect(page.locator(".md-search__input")).to_have_value("x elasticity")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_without_javascript_every_page_is_listed(browser: Browser, host: str) -> None:
    """The list leads to each part of the guide, from any depth."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}no/page/as/deep/as/this/")
    page.locator("article").get_by_role("link", name="Campaign forecast").click()

    expect(page).to_have_url(f"{host}calculators/campaign-forecast/")
    context.close()
