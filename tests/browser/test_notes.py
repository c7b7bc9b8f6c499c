"""Notes beside their marks: opened by click and focus, closed by Escape, reached by keyboard; links otherwise."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .axe import violations

pytestmark = pytest.mark.browser
SECTION = "guide/what-it-costs/"


def opened(page: Page, host: str, address: str = SECTION) -> Locator:
    """The first citation mark of a page."""
    page.goto(host + address)
    return page.locator("article a.g-cite").first


def test_a_click_opens_and_a_second_click_closes(page: Page, host: str) -> None:
    """The note names source, who was counted, when, the grade and what it doesn't show; the page stays where it is."""
    mark = opened(page, host)
    mark.click()
    note = page.locator(".g-note")

    expect(note).to_be_visible()
    for words in ("Veloce Network", "Counted: Micro-influencers", "Period: not stated", "What it does not show."):
        expect(note).to_contain_text(words)
    expect(note.get_by_role("link", name="Grade C")).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(page).to_have_url(re.compile("what-it-costs/$"))
    mark.click()
    expect(note).to_have_count(0)


def test_the_keyboard_opens_enters_and_leaves_a_note(page: Page, host: str) -> None:
    """Focus opens it, Tab leads into it, Escape closes it and returns to the mark; focus elsewhere closes it, too."""
    mark = opened(page, host)
    mark.focus()
    note = page.locator(".g-note")
    expect(note).to_be_visible()

    page.keyboard.press("Tab")
    expect(note.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(mark).to_be_focused()

    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Enter")
    expect(note.get_by_role("link").first).to_be_focused()
    note.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".g-note", has_text="Veloce Network")).to_have_count(0)


def test_a_note_stays_under_the_pointer_and_in_the_window(browser: Browser, host: str) -> None:
    """The pointer may wander over the note and click its words; a press beside it closes it. It fits a phone."""
    page = browser.new_page(viewport={"width": 320, "height": 700}, service_workers="block")
    opened(page, host).click()
    note = page.locator(".g-note")
    note.locator("p").first.click()
    box = note.bounding_box()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.mouse.click(box["x"] / 2, box["y"] + 20)
    expect(note).to_have_count(0)
    page.close()


def test_notes_open_after_a_change_of_page(page: Page, host: str) -> None:
    """The theme changes pages without loading them anew; marks of the next page work, and no note is left over."""
    opened(page, host).click()
    page.evaluate("() => { window.first = true; }")
    page.locator(".g-note").get_by_role("link", name="Details").click()
    expect(page).to_have_url(re.compile("sources/#"))
    expect(page.locator(".g-note")).to_have_count(0)
    page.locator(".g-tabs").get_by_role("link", name="Claims checked").click()
    expect(page).to_have_url(re.compile("claims/$"))
    page.locator("article a.g-cite").first.click()

    expect(page.locator(".g-note")).to_be_visible()
    assert page.evaluate("() => window.first")


def test_the_note_leads_to_the_list(page: Page, host: str) -> None:
    """From the note to the numbered note below, which it leaves behind."""
    opened(page, host).click()
    page.locator(".g-note").get_by_role("link", name="Note 1 below").click()

    expect(page.locator("#source-1")).to_be_in_viewport()
    expect(page.locator(".g-note")).to_have_count(0)


def test_a_grade_opens_its_legend(page: Page, host: str) -> None:
    """What A, B and C mean is said in place; focus alone doesn't open it, since lists are full of grades."""
    page.goto(f"{host}statistics/")
    grade = page.locator(".g-statistic a.g-grade").first
    grade.focus()
    expect(page.locator(".g-note")).to_have_count(0)

    page.keyboard.press("Enter")
    expect(page.locator(".g-note")).to_contain_text("Method, sample and definition are public.")
    page.keyboard.press("Escape")
    expect(page.locator(".g-note")).to_have_count(0)


def test_without_javascript_marks_are_links(browser: Browser, host: str) -> None:
    """A citation leads to its note in the list, which unfolds without a script; a grade leads to the legend."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    opened(page, host).click()
    target = page.locator("#source-1")
    expect(page).to_have_url(re.compile("#source-1$"))
    target.locator("summary").click()
    expect(target).to_contain_text("Counted: Micro-influencers")

    target.locator("> a.g-grade").click()
    expect(page.locator("#grade-legend")).to_be_in_viewport()
    context.close()


def test_a_citation_is_copied(page: Page, host: str) -> None:
    """Text and BibTeX each have a button; what was copied is said."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(host + SECTION)
    foot = page.locator(".g-tools--page")
    foot.locator("summary").click()
    foot.get_by_role("button", name="Copy BibTeX").click()

    expect(foot.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("() => navigator.clipboard.readText()") == foot.locator("pre").inner_text()
