"""A page on paper, as Chromium prints it."""

import re
from unicodedata import normalize

import pytest
from playwright.sync_api import Page

from build_scripts.pipeline import check
from tests.conftest import PROJECT
from tests.pictures.pdf_reader import opened

pytestmark = pytest.mark.browser

SECTION = "what-it-costs"


def printed(page: Page, address: str) -> list[str]:
    """The words of each sheet of a page."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return [" ".join(normalize("NFKC", each.extract_text()).split()) for each in opened(paper).pages]


def squeezed(words: str) -> str:
    """Without the spaces, which are lost where a line ends."""
    return re.sub(r"\s+", "", normalize("NFKC", words))


def test_a_section_on_paper(page: Page, host: str) -> None:
    """Sheets are numbered and name their page from the second on; sources stand there with their addresses, each once.

    What only works on a screen is left out, and no figure is printed in two layouts.
    """
    sheets = printed(page, f"{host}guide/{SECTION}/")
    guide = check(PROJECT).guide
    assert guide is not None
    section = guide.sections[SECTION]
    words = " ".join(sheets)
    whole = squeezed(words)
    addresses = [each.url for each in guide.sources.values() if each.url and f"({each.url})" in whole]
    running = f"{section.nav_title} – {guide.settings.short_title}"
    named = [sheet.startswith(running) for sheet in sheets]

    assert 3 < len(sheets) < 12
    assert all(f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, start=1))
    assert named == [False, *[True] * (len(sheets) - 1)], [sheet[:80] for sheet in sheets]
    assert len(addresses) > 3
    assert all(whole.count(f"({address})") == 1 for address in addresses)
    assert "What it does not show." in words
    for control in ("Details", "Report an error", "Cite this", "Link to this figure", "Show the table", "Related"):
        assert control not in words
    assert words.count("log scale") == 2, "once under the figure's title, once on the axis of its one picture"


def test_the_infographic_on_paper(page: Page, host: str) -> None:
    """The first sheet ends with the key to the inks, each chapter begins a sheet, and what is folded stays so."""
    sheets = printed(page, host)
    heads = page.locator(".g-chapter__head h2").all_inner_texts()
    opening = [next(sheet for sheet in sheets if squeezed(head) in squeezed(sheet)) for head in heads]

    assert all(words in sheets[0] for words in ("Solid blue", "Hollow red", "Computed by the calculator"))
    assert sheets[0] not in opening
    assert len(set(opening)) == len(heads) > 5
    assert "Every result" not in " ".join(sheets)


def test_the_theme_s_own_way_to_a_page_keeps_its_name(page: Page, host: str) -> None:
    """Coming from another page without a load, paper names the page that is shown."""
    page.goto(f"{host}glossary/")
    page.evaluate("document.title = 'Another page'; dispatchEvent(new Event('beforeprint'))")

    assert page.locator("html").get_attribute("data-page") == "Another page"
