"""What browser tests do with a calculator's page, in the words of somebody who uses it."""

import json
import re
import time
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

PATIENCE = 90_000
"""Milliseconds that Python may take to start on a busy machine."""

PASTE = """(input, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
"""Paste a text into a field."""

SCRIPTS = """
const base = document.querySelector("link[href*='stylesheets/guide.css']").href.replace(/stylesheets.*/, "");
const { client, CalculatorClient } = await import(`${base}javascripts/calculator-client.mjs`);
const { PythonEngine } = await import(`${base}javascripts/python-engine.mjs`);
"""
"""The page's own modules, for scripts of tests."""


SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
"""Makes a browser ask to save data: full Python then starts for those calculators alone that have no other."""


def open_calculator(page: Page, host: str, id_: str = "engagement-rate") -> None:
    """Go to a calculator's page."""
    page.goto(f"{host}calculators/{id_}/")


def answer(page: Page) -> Locator:
    """The large answer."""
    return page.locator("[data-answer=value]")


def status(page: Page, state: str) -> Locator:
    """The status line, when it says this state."""
    return page.locator(f".g-status[data-state={state}]")


def field(page: Page, label: str) -> Locator:
    """A field by its label."""
    return page.locator(".g-field").get_by_label(label, exact=True)


def cell(page: Page, column: str, row: int) -> Locator:
    """A cell of the table by its column and row."""
    return page.get_by_label(re.compile(rf"^{column}, \w+ {row}$"))


def note_of(place: Locator) -> Locator:
    """The last of the texts that describe a field or cell: its message."""
    described = place.get_attribute("aria-describedby") or ""
    return place.page.locator(f"#{described.split()[-1]}")


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true; Playwright's own way needs `eval`, which the site's policy forbids."""
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def wait_for_full_python(page: Page) -> None:
    """Wait until Pyodide has started."""
    until(page, "performance.getEntriesByName('guide:pyodide-ready').length > 0")


def start_empty(page: Page) -> None:
    """Clear the form and wait for the answer to nothing."""
    page.get_by_role("button", name="Start empty").click()
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)


def choose(page: Page, mode: str) -> None:
    """Choose the mode with the table, ``rows``, or the fields alone, ``single``."""
    page.locator(f"input[name=mode][value={mode}]").check()


def asked_live(page: Page, question: dict[str, Any]) -> str:
    """The JSON text that the page's Python answers."""
    found: str = page.evaluate(
        f"async (question) => {{ {SCRIPTS} return (await client.ask(question)).json; }}", question
    )
    return found


def with_patience(milliseconds: int) -> Any:  # noqa: ANN401 - what Playwright's route takes
    """A route that gives the page's element this patience with Python."""

    def handle(route: Route) -> None:
        response = route.fetch()
        tag = f'<guide-calculator data-patience="{milliseconds}" '
        route.fulfill(response=response, body=response.text().replace("<guide-calculator ", tag))

    return handle


def question(calculator: str, texts: dict[str, str], rows: list[dict[str, str]], language: str) -> dict[str, Any]:
    """A question as the client takes it."""
    return {"calculator": calculator, "texts": texts, "rows": rows, "language": language}


def examples(page: Page) -> dict[str, Any]:
    """The worked examples that the page brought, by id."""
    found: dict[str, Any] = json.loads(page.locator("guide-calculator").get_attribute("data-examples") or "{}")
    return found
