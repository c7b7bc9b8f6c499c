"""Values of a figure's marks: read out by pointer and by keyboard, from the rows of its own table."""

import pytest
from playwright.sync_api import Page, expect

from .axe import violations

pytestmark = pytest.mark.browser
PRICES = "#figure-prices guide-readout"
MARK = '[data-row="{}"]:visible'


def rows(page: Page) -> list[list[str]]:
    """The cells of the figure's table, those without words left out."""
    script = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent).filter(Boolean))"
    found: list[list[str]] = page.locator("#figure-prices tbody tr").evaluate_all(script)
    return found


def values(page: Page) -> list[str]:
    """What is read out, without the columns' names."""
    expect(page.locator(".g-readout")).to_be_visible()
    return page.locator(".g-readout__value").all_text_contents()


def test_a_pointer_reads_a_mark_out(page: Page, host: str) -> None:
    """Beside the mark; it stays while the pointer is on it, and goes by Escape or when the pointer goes."""
    page.goto(f"{host}guide/what-it-costs/")
    expected = rows(page)
    mark = page.locator(PRICES).locator(MARK.format(4)).first
    mark.hover()
    assert values(page) == expected[4]
    readout = page.locator(".g-readout")
    box, at = readout.bounding_box(), mark.bounding_box()
    assert box is not None
    assert at is not None
    assert 0 < at["y"] - (box["y"] + box["height"]) < 40

    readout.hover()
    page.wait_for_timeout(400)
    assert values(page) == expected[4]
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(readout).to_have_count(0)

    page.locator(PRICES).locator(MARK.format(1)).first.hover()
    assert values(page) == expected[1]
    page.mouse.move(5, 5)
    expect(readout).to_have_count(0)


def test_the_keyboard_goes_through_the_marks(page: Page, host: str) -> None:
    """One stop a figure; arrow keys go on and back and stay at the ends, Escape and Tab leave; nothing is announced."""
    page.goto(f"{host}guide/what-it-costs/")
    expected, figure = rows(page), page.locator(PRICES)
    expect(figure).to_have_attribute("aria-label", "Values one by one, with the arrow keys")
    figure.focus()
    assert values(page) == expected[0]
    for key, row in (
        ("ArrowRight", 1),
        ("ArrowDown", 2),
        ("ArrowLeft", 1),
        ("End", -1),
        ("ArrowDown", -1),
        ("Home", 0),
    ):
        page.keyboard.press(key)
        assert values(page) == expected[row], key
    expect(page.locator(".g-readout")).to_have_attribute("aria-hidden", "true")

    page.keyboard.press("Escape")
    expect(page.locator(".g-readout")).to_have_count(0)
    expect(figure).to_be_focused()
    page.keyboard.press("ArrowRight")
    assert values(page) == expected[0]
    page.keyboard.press("Tab")
    expect(page.locator(".g-readout")).to_have_count(0)
