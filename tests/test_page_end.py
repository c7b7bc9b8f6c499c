"""What pages end with: a legend where there are grades, words to cite, a way to report an error."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from build_scripts.grades import GRADES
from build_scripts.pipeline import check
from build_scripts.render import render, written_pages

from .conftest import PROJECT

GUIDE = check(PROJECT).guide
assert GUIDE is not None
REPORT = re.compile(r'href="([^"]+/issues/new[^"]*)"')


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every page of the flagship for readers."""
    assert GUIDE is not None
    files = render(GUIDE, written_pages(PROJECT / "docs"))
    others = ("embed/", "contribute/")
    return {name: text.decode() for name, text in files.items() if name.endswith(".md") and not name.startswith(others)}


def test_every_grade_leads_to_a_legend(pages: dict[str, str]) -> None:
    """A page that shows a grade explains all of them in its language; one that shows none has no legend."""
    graded = [name for name, text in pages.items() if 'href="#grade-legend"' in text]

    assert graded == [name for name, text in pages.items() if 'id="grade-legend"' in text]
    assert {"index.md", "claims.md", "statistics.md", "sources.md", "guide/what-it-costs.md"} <= {*graded}
    for name in graded:
        assert GUIDE is not None
        spoken = re.search(r'^language: "(\w+)"$', pages[name], re.MULTILINE)
        say = GUIDE.languages[spoken[1]].say if spoken else str
        assert all(say(meaning.words) in unescape(pages[name]) for meaning in GRADES.values())


def test_the_method_page_explains_grades_in_the_same_words() -> None:
    """The table is made from the legend's words."""
    page = written_pages(PROJECT / "docs")["method.md"].decode()

    assert all(f"| **{letter}** | {each.words} | {each.use} |" in page for letter, each in GRADES.items())


def test_every_page_can_be_cited(pages: dict[str, str]) -> None:
    """Text and BibTeX name the page's own full address."""
    for name, text in pages.items():
        foot = text[text.index("g-tools--page") :]
        address = f"https://example.org/guide/{name.removesuffix('.md').removesuffix('index')}".rstrip("/") + "/"
        assert address in foot, name
        assert f"url = {{{address}}}" in foot, name


def test_figures_and_statistics_can_be_cited(pages: dict[str, str]) -> None:
    """Each has a BibTeX entry of its own key with its permalink."""
    assert "@misc{figure-what-it-costs-prices," in pages["guide/what-it-costs.md"]
    assert "url = {https://example.org/guide/guide/what-it-costs/#figure-prices}" in pages["guide/what-it-costs.md"]
    keys = re.findall(r"@misc\{statistic-([a-z0-9-]+),", pages["statistics.md"])
    assert GUIDE is not None
    assert sorted(keys) == sorted(each.id for source in GUIDE.sources.values() for each in source.statistics)


def test_an_error_is_reported_with_its_place(pages: dict[str, str]) -> None:
    """The link opens the form with the figure's address and a title filled in."""
    address = next(link for link in REPORT.findall(pages["statistics.md"]) if "izea-micro-paid" in link)
    asked = parse_qs(urlsplit(unescape(address)).query)

    assert asked["template"] == ["figure.yml"]
    assert asked["address"] == ["https://example.org/guide/statistics/#izea-micro-paid"]
    assert asked["title"][0].startswith("Correction: ")
    form = (PROJECT / ".github/ISSUE_TEMPLATE" / asked["template"][0]).read_text(encoding="utf-8")
    assert "id: address" in form


def test_without_a_repository_nothing_asks_for_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nowhere to report to, so no link promises it."""
    monkeypatch.setenv("GUIDE_REPOSITORY", "")
    assert GUIDE is not None

    assert [
        name for name, text in render(GUIDE, {}).items() if name.endswith(".md") and b"Report an error" in text
    ] == []
