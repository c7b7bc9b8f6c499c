"""Sources as BibTeX and CSL-JSON: what a reference manager reads is what the content says."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.bibtex import AS_WRITTEN, ESCAPES, VERBATIM, entry
from build_scripts.model.source import Source
from build_scripts.pipeline import check
from build_scripts.references import BIB_FILE, CSL_FILE, bib_file, bibtex, csl, csl_file, reference_files

from .conftest import PROJECT

GUIDE = check(PROJECT).guide
assert GUIDE is not None
SOURCES = GUIDE.sources
SIGNS = {escaped: sign for sign, escaped in ESCAPES.items()}
FIELD = re.compile(r"^  (\w+) = \{(.*)\},?$", re.MULTILINE)
CSL_NAMES = {"id", "type", "author", "title", "issued", "DOI", "URL", "accessed", "note"}


def read(text: str) -> dict[str, str]:
    """The fields of one entry as BibTeX reads them: braces are taken off, escaped signs are signs."""
    escaped = re.compile("|".join(map(re.escape, sorted(SIGNS, key=len, reverse=True))))
    fields = {name: value[1:-1] if name in AS_WRITTEN else value for name, value in FIELD.findall(text)}
    return {
        name: value if name in VERBATIM else escaped.sub(lambda sign: SIGNS[sign[0]], value)
        for name, value in fields.items()
    }


def source(**fields: object) -> Source:
    """A source of which only this matters."""
    given = {"producer": "The Mill", "title": "Figures", "published": "2025", "kind": "survey"}
    needed = {"accessed": "2026-11-01", "grade": "B", "grade_reason": "Invented."}
    return Source.model_validate({**given, **needed, **fields})


def test_every_source_says_the_same_in_both_forms() -> None:
    """Producer, title, year and address of each source are in its BibTeX and in its CSL-JSON."""
    for id_, each in SOURCES.items():
        bib, item = read(bibtex(id_, each)), csl(id_, each)
        assert (bib["author"], bib["title"]) == (each.producer, each.title)
        assert (item["author"], item["title"]) == ([{"literal": each.producer}], each.title)
        assert (bib.get("url"), item.get("URL")) == (each.url, each.url)
        assert ("year" in bib) == ("issued" in item) == (each.published != "not stated")
        assert set(item) <= CSL_NAMES


def test_the_whole_bibliography_is_all_its_parts() -> None:
    """One file of everything, and one a source, in each form."""
    files = reference_files(SOURCES)

    assert len(files) == 2 + 2 * len(SOURCES)
    assert files[BIB_FILE] == b"\n".join(files[bib_file(id_)] for id_ in sorted(SOURCES))
    assert json.loads(files[CSL_FILE]) == [json.loads(files[csl_file(id_)])[0] for id_ in sorted(SOURCES)]


def test_nothing_is_made_up() -> None:
    """A source without year and address has neither; what was read second-hand says so."""
    bare = source(published="not stated", kind="article", read_in={"publisher": "The Dough"})

    assert csl("a", bare) == {
        "id": "a",
        "type": "webpage",
        "author": [{"literal": "The Mill"}],
        "title": "Figures",
        "accessed": {"date-parts": [[2026, 11, 1]]},
        "note": "Read 2026-11-01, as reported by The Dough.",
    }
    assert {*read(bibtex("a", bare))} == {"author", "title", "note"}


def test_a_doi_is_one_and_a_span_stays_words() -> None:
    """An address at doi.org gives its DOI; what is no plain date is passed on as written."""
    item = csl("a", source(url="https://doi.org/10.1000/182", published="2015–22"))

    assert (item["DOI"], item["issued"]) == ("10.1000/182", {"literal": "2015–22"})
    assert csl("a", source(published="2024-03-05"))["issued"] == {"date-parts": [[2024, 3, 5]]}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1))
def test_any_text_survives_bibtex(text: str) -> None:
    """No sign of a title ends its field or means something else."""
    written = " ".join(text.split())
    bib = entry("misc", "a", {"title": text, "note": text})
    found = read(bib)

    assert found.get("title", "") == written
    assert found.get("note", "") == written
    assert bib.count("{") == bib.count("}")
