"""Chromium, driven by Playwright."""

from playwright.sync_api import sync_playwright

from tests.browser import chromium

from .patience import LIMIT_IN_S

ENDED = "() => document.title !== 'running'"


def result(address: str) -> str:
    """Open the smoke page and read what it says."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.arguments())
        try:
            page = browser.new_page()
            page.goto(address)
            page.wait_for_function(ENDED, timeout=LIMIT_IN_S * 1000)
            return page.inner_text("#result")
        finally:
            browser.close()
