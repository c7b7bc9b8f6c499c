"""The rail of the infographic: one list of chapters, in the hero and then beside what one reads."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
TOP_OF_FIRST = "document.querySelector('#chapter-1').getBoundingClientRect().top + scrollY"
CURRENT = ".g-chapters [aria-current=location]"


def test_the_rail_marks_the_chapter_in_view_and_moves_nothing(page: Page, host: str) -> None:
    """It comes once the hero's list is gone, leads on by keyboard, and goes again with an instant change of page."""
    page.goto(host)
    first = page.evaluate(TOP_OF_FIRST)
    expect(page.locator(".g-chapters[data-passed]")).to_have_count(0)
    page.locator("#chapter-3").evaluate("chapter => chapter.scrollIntoView()")

    expect(page.locator(CURRENT)).to_have_attribute("href", re.compile("#chapter-3$"))
    assert page.evaluate(TOP_OF_FIRST) == first
    rail = page.get_by_role("navigation", name="Chapters")
    expect(rail).to_be_in_viewport()
    assert rail.get_by_role("link").count() == page.locator(".g-chapter").count()

    rail.get_by_role("link").nth(4).focus()
    expect(rail.locator(".g-chapters__title").nth(4)).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator(CURRENT)).to_have_attribute("href", re.compile("#chapter-5$"))
    assert page.locator(CURRENT).count() == 1


def test_the_list_stays_where_it_is_on_a_phone_and_without_a_script(browser: Browser, host: str) -> None:
    """Small windows have no room beside the chapters, and the list is complete without help."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page = context.new_page()
    page.goto(host)
    links = page.get_by_role("navigation", name="Chapters").get_by_role("link")
    expect(links.first).to_be_visible()
    assert links.count() == page.locator(".g-chapter").count()
    page.locator("#chapter-2").evaluate("chapter => chapter.scrollIntoView()")
    expect(page.locator(".g-chapters__list")).to_have_css("position", "static")
    context.close()
