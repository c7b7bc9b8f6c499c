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


COVERED = """picture => {
  const figure = picture.closest('figure'), readout = picture.querySelector('.g-readout');
  const box = readout.getBoundingClientRect(), whole = figure.getBoundingClientRect();
  const across = other => box.left < other.right && other.left < box.right;
  const meets = other => across(other) && box.top < other.bottom && other.top < box.bottom;
  const kept = [...figure.querySelectorAll('.g-figure__head'), picture.querySelector('.g-readout__frame')];
  const inside = box.left >= whole.left - 1 && box.right <= whole.right + 1;
  const within = inside && box.top >= whole.top && box.bottom <= whole.bottom;
  const covered = kept.filter(each => meets(each.getBoundingClientRect())).map(each => each.className);
  return within ? covered : [...covered, 'outside'];
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ["", "guide/what-it-costs/"])
def test_a_readout_covers_neither_its_mark_nor_the_headline(page: Page, host: str, address: str, width: int) -> None:
    """Mark by mark through every figure of a page; it stays within the figure, on narrow screens as well."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{host}{address}")
    wrong, seen = [], 0
    for picture in page.locator("figure guide-readout[tabindex]:visible").all():
        picture.focus()
        last = None
        while (shown := picture.locator(".g-readout__frame").get_attribute("style")) != last:
            last, seen = shown, seen + 1
            wrong += [(seen, *found) for found in [picture.evaluate(COVERED)] if found]
            page.keyboard.press("ArrowRight")

    assert seen > 3
    assert wrong == []


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
