"""Calculators in another language and another currency: the same numbers, said and written in its way."""

import pytest
from playwright.sync_api import Page, expect

from .calculator_pages import PATIENCE, answer, field, open_calculator, status

pytestmark = pytest.mark.browser

CALCULATORS = ["engagement-rate", "cost-per-engagement", "size-swap", "compare-creators", "campaign-return"]
CALCULATORS += ["signals", "shortlist"]
LINE = 10
"""Less than a line of the guide's name, more than its letters reach out of it."""


def test_numbers_go_along_to_another_language(page: Page, host: str) -> None:
    """What was typed in English is written in German, and the currency stays chosen."""
    open_calculator(page, host, "cost-per-engagement")
    field(page, "Fees").fill("1,250.50")
    page.get_by_label("Currency").select_option("EUR")
    expect(answer(page)).to_have_text("€0.404", timeout=PATIENCE)
    expect(page.get_by_text("nothing is converted")).to_be_visible()
    expect(page.locator("#cost-per-engagement-fees-unit")).to_have_text("euros")

    page.get_by_role("link", name="Deutsch").click()
    expect(field(page, "Honorare")).to_have_value("1.250,5", timeout=PATIENCE)
    expect(answer(page)).to_have_text("0,404\u00a0€", timeout=PATIENCE)
    expect(status(page, "answered")).to_contain_text("Beantwortet von Python in Ihrem Browser.", timeout=PATIENCE)

    field(page, "Honorare").fill("viel")
    expect(page.locator("#cost-per-engagement-fees-note")).to_contain_text("„viel“", timeout=PATIENCE)


def test_a_link_from_another_language_is_read_by_its_habits(page: Page, host: str) -> None:
    """A table as well; what is no number stays as it was typed."""
    numbers = "calculator=engagement-rate&mode=rows&language=de&followers=1.500&row.likes=1%2C5k,many,"
    page.goto(f"{host}calculators/engagement-rate/#{numbers}")

    expect(field(page, "Followers")).to_have_value("1,500", timeout=PATIENCE)
    expect(page.get_by_label("Likes, post 1")).to_have_value("1,500")
    expect(page.get_by_label("Likes, post 2")).to_have_value("many")
    assert "language=en" in (page.locator("[data-action=link]").get_attribute("href") or "")


def test_a_result_of_the_search_comes_with_the_frame_of_its_language(page: Page, host: str) -> None:
    """The theme would put the German text into the English frame; the page is loaded whole, and so is the way back."""
    page.goto(f"{host}guide/find-and-vet/")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("Glaubwürdigkeit")
    page.locator(".md-search-result__link").first.click()

    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "Suche")
    page.locator(".g-tabs").get_by_role("link", name="Infografik").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "Search")


@pytest.mark.parametrize("language", ["de", "fr"])
def test_the_live_answer_says_what_the_page_said(page: Page, host: str, language: str) -> None:
    """Sentences, numbers and lists are put together alike when a page is built and when it answers."""
    for calculator in CALCULATORS:
        page.goto(f"{host}calculators/{calculator}/{language}/")
        built = said(page)
        page.locator("[data-action=example]").first.click()
        expect(page.locator("guide-calculator[data-edited]:not([data-stale-answer])")).to_be_visible(timeout=PATIENCE)
        expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)

        assert said(page) == built


def said(page: Page) -> list[str]:
    """Everything that an answer says, in its places."""
    places = (
        "[data-answer], [data-notes] li, [data-result], [data-working], .g-beside__cell, .g-along td, .g-strip text"
        ", .g-published__value"
    )
    return [" ".join(text.split()) for text in page.locator(places).all_text_contents()]


@pytest.mark.parametrize("width", [320, 360])
def test_a_long_name_of_the_guide_is_read_whole_on_a_phone(page: Page, host: str, width: int) -> None:
    """The German one has a word of thirty letters: it takes the lines that it needs, within the header."""
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{host}de/guide/why-work/")
    name, header = page.locator(".g-brand__name"), page.locator(".md-header")
    height = header.bounding_box()

    assert height is not None
    assert name.evaluate("each => each.scrollHeight - each.clientHeight") < LINE
    assert name.evaluate("each => each.scrollWidth <= each.clientWidth")
    assert name.evaluate("each => each.clientHeight") <= height["height"]


@pytest.mark.parametrize("width", [320, 1220])
def test_no_value_beside_the_answer_leaves_its_column(page: Page, host: str, width: int) -> None:
    """A French price is the longest of them."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{host}calculators/size-swap/fr/")
    expect(page.locator(".g-beside__value", has_text="$US").first).to_be_visible()

    wide = page.locator(".g-beside__value").evaluate_all("all => all.map(each => each.scrollWidth - each.clientWidth)")
    assert max(wide) <= 0
