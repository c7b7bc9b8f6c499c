"""The poster's page in a browser: the picture is shown, the code is copied."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def test_the_poster_is_shown_and_its_code_copied(context: BrowserContext, page: Page, host: str) -> None:
    """The picture loads under the page's policy when somebody comes near; the button copies the code and says so."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{host}poster/")
    page.get_by_role("button", name="Copy the code").click()

    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".g-code code").text_content()
    page.locator(".g-poster").scroll_into_view_if_needed()
    shown = page.locator(".g-poster img").evaluate("image => image.decode().then(() => image.currentSrc)")
    assert shown.endswith(".webp")


def test_a_browser_that_does_not_copy_marks_the_code(page: Page, host: str) -> None:
    """Where the clipboard is refused, the code is marked, so that the keyboard copies it."""
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    page.goto(f"{host}poster/")
    page.get_by_role("button", name="Copy the code").click()

    expect(page.get_by_text("The browser did not let us copy.")).to_be_visible()
    assert page.evaluate("String(getSelection())").startswith("<figure>")
