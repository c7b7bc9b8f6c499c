"""The pages as readers meet them: found, read, cited; on a phone, without a mouse, in both schemes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.audit.kinds import addresses, examples

from .axe import violations

pytestmark = pytest.mark.browser
TYPES = [
    "",
    "guide/what-it-costs/",
    "claims/",
    "calculators/",
    "calculators/engagement-rate/",
    "statistics/",
    "sources/",
    "method/",
]
PHONE: ViewportSize = {"width": 360, "height": 780}


def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, host: str, flagship: Path) -> None:
    """The longest page of each kind is free of violations; `make audit` looks at every page."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    for address in examples(addresses(flagship / "site")).values():
        page.goto(host + address)
        assert violations(page) == [], address
    page.close()


@pytest.mark.parametrize("address", TYPES)
def test_axe_finds_nothing_in_the_dark_on_a_phone(browser: Browser, host: str, address: str) -> None:
    """Every type of page holds in the dark scheme at 320 px too, and nothing is wider than the screen."""
    page = browser.new_page(viewport={"width": 320, "height": 700}, color_scheme="dark", reduced_motion="reduce")
    page.goto(host + address)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_a_reader_finds_where_82_percent_comes_from(browser: Browser, host: str) -> None:
    """On a phone: from the home page to the claim, to its source, to a citation to copy."""
    page = browser.new_page(viewport=PHONE)
    page.goto(host)
    page.locator(".g-claims").get_by_role("link", name=re.compile("82%")).click()
    expect(page).to_have_url(re.compile(r"claims/#eighty-two-percent$"))

    page.locator(".g-claim").first.locator("a.g-cite").first.click()
    page.locator(".g-note").get_by_role("link", name="Details").click()
    expect(page).to_have_url(re.compile(r"sources/#experticity-2016$"))
    entry = page.locator("#experticity-2016")
    expect(entry).to_be_visible()

    entry.locator("summary", has_text="Cite").click()
    expect(entry.locator(".g-cite-this p")).to_contain_text("Experticity")
    expect(entry.locator(".g-cite-this pre")).to_contain_text("@techreport{experticity-2016,")
    assert entry.get_by_role("link", name=re.compile("^Open ")).get_attribute("href")
    page.close()


def test_statistics_can_be_filtered(page: Page, host: str) -> None:
    """Filters and words narrow the list, and say how many are left."""
    page.goto(f"{host}statistics/")
    total = page.locator(".g-statistic").count()
    page.get_by_label("Words").fill("nano")
    page.get_by_label("Grade", exact=True).select_option("B")

    shown = page.locator(".g-statistic:visible").count()
    assert 0 < shown < total
    expect(page.locator(".g-filters__count")).to_have_text(f"{shown} of {total} statistics")

    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".g-statistic:visible")).to_have_count(total)
    expect(page).to_have_url(f"{host}statistics/")


def test_a_selection_can_be_sent(browser: Browser, page: Page, host: str) -> None:
    """The address holds what was chosen; whoever opens it sees the same figures. A choice that there isn't is none."""
    page.goto(f"{host}statistics/")
    page.get_by_label("Tier", exact=True).select_option("Micro")
    page.get_by_label("Definition", exact=True).select_option("Price paid for one post, mean")
    page.get_by_label("Words").fill("IZEA")
    page.get_by_label("Words").press("Enter")
    expect(page).to_have_url(re.compile("tier=Micro&definition=price-paid-per-post-mean"))

    other = browser.new_page(service_workers="block")
    other.goto(f"{page.url}&grade=Z&form=1")
    expect(other.locator(".g-filters__count")).to_have_text(page.locator(".g-filters__count").inner_text())
    assert other.get_by_label("Words").input_value() == "IZEA"
    assert 0 < other.locator(".g-statistic:visible").count() < 5
    other.close()


def test_a_link_to_a_figure_shows_it_whatever_was_chosen(page: Page, host: str) -> None:
    """A permalink wins over filters, when the page is opened and when it stands open."""
    page.goto(f"{host}statistics/?grade=A#experticity-expert")
    expect(page.locator("#experticity-expert")).to_be_in_viewport()
    expect(page).to_have_url(f"{host}statistics/#experticity-expert")

    page.get_by_label("Grade", exact=True).select_option("A")
    expect(page.locator("#izea-micro-paid")).to_be_hidden()
    page.evaluate("location.hash = 'izea-micro-paid'")
    expect(page.locator("#izea-micro-paid")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("$1,674", "izea-micro-paid"),
        ("1,674", "izea-micro-paid"),
        ("1674", "izea-micro-paid"),
        ("82%", "experticity-expert"),
        ("elasticity", "leung-elasticity"),
    ],
)
def test_a_figure_is_found_by_its_number_and_its_topic(page: Page, host: str, words: str, figure: str) -> None:
    """Typed with its signs or without; the result leads to the figure itself."""
    page.goto(host)
    page.locator(".md-search__input").click()
    page.keyboard.type(words)
    result = page.locator(f'.md-search-result__link[href*="statistics/?h="][href$="#{figure}"]')

    expect(result).to_be_attached()


def test_no_page_asks_another_host(page: Page, host: str, strangers: list[str]) -> None:
    """Reading the whole guide makes no request outside the site."""
    for address in TYPES:
        page.goto(host + address)
        page.wait_for_load_state("networkidle")

    assert strangers == []


def test_no_page_reports_an_error(page: Page, host: str) -> None:
    """No script stumbles on any type of page."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for address in TYPES:
        page.goto(host + address)

    assert errors == []


def test_without_javascript_everything_can_be_read(browser: Browser, host: str) -> None:
    """Charts, tables and the whole list of statistics need no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host)
    expect(page.locator("svg.g-chart:visible").first).to_be_visible()
    page.goto(f"{host}statistics/")
    assert page.locator(".g-statistic:visible").count() > 100
    context.close()


def test_headings_are_not_hidden_by_the_header(page: Page, host: str) -> None:
    """A link to a place shows that place below the sticky header."""
    page.goto(f"{host}sources/#wies-2023")
    top = page.locator("#wies-2023").bounding_box()
    header = page.locator(".md-header").bounding_box()

    assert top is not None
    assert header is not None
    assert top["y"] >= header["height"]
