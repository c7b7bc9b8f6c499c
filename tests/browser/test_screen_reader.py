"""What a screen reader says of three pages, from top to end, is what was read through and kept beside the guide.

After a change that is meant: ``UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/browser/test_screen_reader.py``, and
read the difference aloud.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import PROJECT

from .host import hosting
from .spoken import spoken

pytestmark = pytest.mark.browser
KEPT = PROJECT / "tests/second_guide/spoken"
SIZE = re.compile(r", \d+ kB")
"""Of a picture, which changes with every change of its looks."""

PAGES = {"home": "", "section": "guide/dough/", "calculator": "calculators/hydration/"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One tab without scripts: what is said before anything runs, which is the same on every machine."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def root(second: Path) -> Iterator[str]:
    """The second guide's address: its words change only with the generator."""
    with hosting(second / "site") as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_in_which_order(page: Page, root: str, name: str) -> None:
    """Places, headings, fields with their states and descriptions, figures with their words, and nothing twice."""
    page.goto(root + PAGES[name])
    said, kept = SIZE.sub(", some kB", "\n".join(spoken(page)) + "\n"), KEPT / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(said, encoding="utf-8")

    assert said == kept.read_text(encoding="utf-8")
