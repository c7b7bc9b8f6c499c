"""The contributor's pages: complete by their making, found from the method page, and out of the readers' way."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from build_scripts.catalogue import cases, catalogue
from build_scripts.command_cases import command_cases
from build_scripts.field_tables import Table, tables
from build_scripts.pipeline import check
from build_scripts.subjects import SUBJECTS
from build_scripts.validate import files_of

from .conftest import PROJECT

PAGES = ["", "first-changes/", "fields/", "problems/", "style/"]


@pytest.fixture(scope="module")
def found() -> list[Table]:
    """The tables, with the flagship's examples."""
    guide = check(PROJECT).guide
    assert guide is not None
    return tables(files_of(guide).values())


def test_every_model_that_an_editor_writes_has_its_table(found: list[Table]) -> None:
    """With every field, and none twice."""
    written = {table.name: {row.name for row in table.rows} for table in found}

    assert len(written) == len(found) > 40
    assert written["Statistic"] >= {"id", "value", "unit", "population", "superseded_by"}
    assert [table.file for table in found if table.file] == [
        "content/guide.yml",
        *(f"content/{folder}/….yml" for folder in ("sections", "sources", "claims", "calculators")),
        *(f"content/translations/…/{file}.yml" for file in ("guide", "…/…")),
    ]


def test_every_field_says_what_it_means_and_what_may_stand_there(found: list[Table]) -> None:
    """No field without words, and none whose type is a name of the program's own."""
    rows = [row for table in found for row in table.rows]

    assert [row.name for row in rows if not row.meaning or not (row.type.words or row.type.models)] == []
    assert [row.type.words for row in rows if re.search(r"Annotated|class|None|\bstr\b|\[", row.type.words)] == []


def test_examples_are_taken_from_the_content(found: list[Table]) -> None:
    """What a field holds there, shortened to a line."""
    by_name = {(table.name, row.name): row for table in found for row in table.rows}

    assert by_name["Guide", "title"].example == "The Ultimate Guide to Micro-Influencer Marketing (Infographic)"
    assert by_name["Source", "opened"].example == "false"
    assert by_name["Guide", "title"].required
    assert not by_name["Statistic", "note"].required
    assert all(len(row.example) <= 72 for row in by_name.values())
    assert by_name["Section", "blocks"].type.words == "a list of: one of "
    assert by_name["Statistic", "basis"].type.words == "one of measured, claimed, asked, paid"


@pytest.mark.parametrize("page", PAGES)
def test_readers_are_not_led_there(flagship: Path, page: str) -> None:
    """Neither by the nav nor by the search; a contributor comes from the method page."""
    html = (flagship / "site/index.html").read_text(encoding="utf-8")
    index = json.loads((flagship / "site/search/search_index.json").read_text(encoding="utf-8"))

    assert (flagship / f"site/contribute/{page}index.html").is_file()
    assert "contribute/" not in html
    assert not [each for each in index["docs"] if each["location"].startswith("contribute/")]
    assert 'href="../contribute/"' in (flagship / "site/method/index.html").read_text(encoding="utf-8")


def test_the_pages_hold_every_field_and_every_message(second: Path) -> None:
    """Each table has its heading, each link to one leads there, each message stands once."""
    fields = (second / "site/contribute/fields/index.html").read_text(encoding="utf-8")
    problems = (second / "site/contribute/problems/index.html").read_text(encoding="utf-8")
    entries = catalogue(cases())

    headings = set(re.findall(r'<h[23] id="(fields-[\w-]+)"', fields))
    assert set(re.findall(r'href="#(fields-[\w-]+)"', fields)) == headings
    assert problems.count('class="g-problems__message"') == len(entries) + len(command_cases())
    typed = re.findall(r"<pre><code>python -m build_scripts ?([^<]*)</code>", unescape(problems))
    assert typed == [case.command.replace("{port}", "8000") for case in command_cases()]
    assert {entry.rule for entry in entries if entry.rule} <= set(re.findall(r"<code>([\w-]+)</code></p>", problems))


def test_the_messages_are_listed_by_what_they_are_about(second: Path) -> None:
    """A heading for each subject, which the list at the top leads to with the number of its messages."""
    page = (second / "site/contribute/problems/index.html").read_text(encoding="utf-8")
    entries = catalogue(cases())

    headings = re.findall(r'<h2 id="(problems-\w+)"', page)
    listed = dict(re.findall(r'<li><a href="#(problems-\w+)">[^<]+</a> \((\d+)\)', page))
    assert headings == list(listed) == [*(each.anchor for each in SUBJECTS), "problems-commands"]
    assert sum(map(int, listed.values())) == len(entries) + len(command_cases())
    assert page.count('<span class="g-problems__kind">warning</span>') == sum(each.warning for each in entries)
