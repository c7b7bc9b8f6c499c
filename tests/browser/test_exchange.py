"""Tables come from spreadsheets and go back to them; results go into a message."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import calculators

from .calculator_pages import PASTE, PATIENCE, answer, cell, field, open_calculator, start_empty, status, until

pytestmark = pytest.mark.browser

SHEET = (
    "Date\tComment count\tLikes\tFollowers\n3 May\t14\t640\t50,000\n4 May\t11\t585\t50,000\n9 May\t17\t702\t50,000\n"
)


@pytest.fixture
def form(page: Page, host: str) -> Page:
    """The engagement rate, empty."""
    open_calculator(page, host)
    start_empty(page)
    return page


def test_a_pasted_header_names_the_columns_in_any_order(form: Page) -> None:
    """Common names are recognised; a column without use is named and nothing else is lost."""
    cell(form, "Likes", 2).evaluate(PASTE, SHEET)

    expect(answer(form)).to_have_text("1.31%", timeout=PATIENCE)
    assert [cell(form, "Likes", row).input_value() for row in (1, 2, 3)] == ["640", "585", "702"]
    assert [cell(form, "Comments", row).input_value() for row in (1, 2, 3)] == ["14", "11", "17"]
    expect(form.locator("[data-table-notes]")).to_contain_text("The column “Date” is not used")


def test_text_that_names_nothing_is_spread_over_the_cells(form: Page) -> None:
    """Nothing pasted is lost, whatever it is; Python says what it can't read."""
    cell(form, "Likes", 1).evaluate(PASTE, "north\tsouth\n12\t3\n")

    expect(cell(form, "Likes", 1)).to_have_value("north", timeout=PATIENCE)
    expect(cell(form, "Comments", 2)).to_have_value("3")
    expect(form.locator("[data-table-notes] li")).to_have_count(0)


def test_a_table_that_is_refused_changes_nothing(form: Page) -> None:
    """Two columns that mean the same are named, and what was typed stays."""
    cell(form, "Likes", 1).fill("77")
    cell(form, "Likes", 1).evaluate(PASTE, "likes\tlike count\n1\t2\n3\t4\n")

    expect(form.locator("[data-table-notes]")).to_contain_text("2 columns mean likes", timeout=PATIENCE)
    assert cell(form, "Likes", 1).input_value() == "77"


def test_a_file_is_opened_and_saved_again_unchanged(form: Page, tmp_path: Path) -> None:
    """A round trip through the page changes no number."""
    content = "likes;comments;reach\n1180;46;9800\n;31;8700\n1.2k;62;11200\n"
    file = tmp_path / "posts.csv"
    file.write_text(content, encoding="utf-8")
    field(form, "Followers").fill("35000")
    form.locator("input[type=file]").set_input_files(file)
    expect(answer(form)).to_have_text("3.55%", timeout=PATIENCE)

    with form.expect_download() as download:
        form.get_by_role("button", name="Save as CSV").click()

    assert download.value.suggested_filename == "engagement-rate.csv"
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert calculators.read_table("engagement-rate", saved) == calculators.read_table("engagement-rate", content)


def test_a_saved_table_starts_no_formula(form: Page) -> None:
    """What looks like one is made harmless; negative numbers and commas stay as they are."""
    for row, text in enumerate(["=1+1", "-5", "1,180"], start=1):
        cell(form, "Likes", row).fill(text)

    with form.expect_download() as download:
        form.get_by_role("button", name="Save as CSV").click()

    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert list(csv.reader(io.StringIO(saved))) == [["likes"], ["'=1+1"], ["-5"], ["1,180"]]


def test_a_table_and_its_result_can_be_copied(page: Page, host: str) -> None:
    """Tabs for a spreadsheet, lines for a message, Markdown for a document; each with its words."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_calculator(page, host)
    field(page, "Followers").fill("50001")
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)

    page.get_by_role("button", name="Copy for a spreadsheet").click()
    expect(page.locator("[data-exchange-note]")).to_have_text("Copied.")
    table = page.evaluate("navigator.clipboard.readText()")
    assert table.startswith("likes\tcomments\tshares\tsaves\treach\r\n640\t14\t4\t12\t9,900\r\n")

    page.get_by_role("button", name="Copy the result").click()
    until(page, "navigator.clipboard.readText().then((text) => text.startsWith('Engagement rate'))")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Engagement rate of a typical post: 1.30%, 95% interval: 1.19% to 1.44% (of followers" in text
    assert re.search(r"#calculator=engagement-rate&mode=rows&language=en&followers=50001", text)

    page.get_by_role("button", name="Copy as Markdown").click()
    until(page, "navigator.clipboard.readText().then((text) => text.startsWith('['))")
    markdown = page.evaluate("navigator.clipboard.readText()")
    assert markdown.startswith("[Engagement rate](http")
    assert "- **Mean, by followers**: 2.88%" in markdown


def test_ten_thousand_rows_are_answered_sorted_and_undone(form: Page) -> None:
    """A window of a hundred rows is in the page; Python answers and sorts them all, and Undo brings back what was."""
    rows = "".join(f"{place}\t1\n" for place in range(10_000))
    field(form, "Followers").fill("1000")
    cell(form, "Likes", 1).evaluate(PASTE, f"likes\tcomments\n{rows}")

    expect(answer(form)).to_have_text("500.05%", timeout=PATIENCE)
    expect(form.locator("[data-pager]")).to_contain_text("Rows 1 to 100 of 10000")
    assert form.locator(".g-rows tbody tr").count() == 100
    form.get_by_role("button", name="Later rows").click()
    expect(cell(form, "Likes", 101)).to_have_value("100")

    likes = form.locator(".g-rows").get_by_role("button", name="Likes", exact=True)
    likes.click()
    expect(form.locator("[aria-sort=ascending]")).to_have_count(1, timeout=PATIENCE)
    likes.click()
    expect(cell(form, "Likes", 1)).to_have_value("9999", timeout=PATIENCE)

    for likes_then in ("0", "0"):
        form.get_by_role("button", name="Undo").click()
        expect(cell(form, "Likes", 1)).to_have_value(likes_then)


def test_a_table_too_long_is_refused_in_words(form: Page) -> None:
    """And the most there can be is named."""
    cell(form, "Likes", 1).evaluate(PASTE, "likes\tcomments\n" + "640\t14\n" * 10_001)

    expect(form.locator("[data-notes]")).to_contain_text("give 10,000 or fewer", timeout=PATIENCE)


def test_a_row_in_error_beyond_the_window_can_be_brought_into_view(form: Page) -> None:
    """Its message has a button that goes there."""
    cell(form, "Likes", 1).evaluate(PASTE, "likes\tcomments\n" + "640\t14\n" * 150 + "many\t14\n")

    expect(form.locator("[data-row-notes]")).to_contain_text("is not a number", timeout=PATIENCE)
    form.get_by_role("button", name="Show it").click()
    expect(cell(form, "Likes", 151)).to_have_value("many")
    expect(cell(form, "Likes", 151)).to_be_focused()
