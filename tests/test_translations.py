"""A translated guide: whole, of one mind with its original in every figure, and told apart where it isn't there yet."""

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.pipeline import check
from build_scripts.render import render, rendered, staged
from build_scripts.site import Site
from build_scripts.translate import translate
from build_scripts.translated_files import renew
from build_scripts.translated_guide import translated_guide

from .conftest import PROJECT

FLAGSHIP = check(PROJECT).guide
assert FLAGSHIP is not None
HERE, THERE = "guide/why-work/", "de/guide/why-work/"
SECOND, TRANSLATED = PROJECT / "tests/second_guide", PROJECT / "tests/translated"
CRUMB = "content/translations/de/sections/crumb.yml"


@pytest.fixture(scope="module")
def site() -> Site:
    """The flagship in memory."""
    assert FLAGSHIP is not None
    return rendered(FLAGSHIP)


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """The second guide with one of its parts in German."""
    for folder in (SECOND, TRANSLATED):
        shutil.copytree(folder / "content", tmp_path / "content", dirs_exist_ok=True)
    shutil.copytree(SECOND / "calculators", tmp_path / "calculators", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "content/languages").mkdir()
    shutil.copy(PROJECT / "content/languages/de.po", tmp_path / "content/languages")
    return tmp_path


def body(site: Site, address: str) -> str:
    """One page's Markdown."""
    return next(page.body for page in site.pages if page.address == address)


def pages(guide: Path) -> dict[str, str]:
    """A guide's pages by their staged files."""
    found = check(guide).guide
    assert found is not None
    return {path: content.decode() for path, content in render(found, {}).items() if path.endswith(".md")}


def change(file: Path, old: str, new: str) -> None:
    """Other words in one file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_german_section_shows_what_the_original_shows(site: Site) -> None:
    """The same figures, statistics, headings and citations in one order; nothing but the words differs."""
    for mark in (
        r'data-(?:statistic|value)="([^"]+)"',
        r'data-statistics="([^"]+)"',
        r"\{ #([\w-]+) \}",
        r'id="(figure-[^"]+)"',
    ):
        assert re.findall(mark, body(site, THERE)) == re.findall(mark, body(site, HERE)) != []


def test_nothing_in_the_german_section_is_left_in_english() -> None:
    """No text of the original that it shows is without a translation."""
    assert FLAGSHIP is not None
    german = translated_guide(FLAGSHIP, FLAGSHIP.translations["de"])

    assert german.left == frozenset()
    assert [text for text in german.words.texts if FLAGSHIP.translations["de"].texts.get(text) == ""] == []


def test_numbers_are_written_as_germans_write_them(site: Site) -> None:
    """By CLDR, each beside the same statistic."""
    german, english = body(site, THERE), body(site, HERE)

    for id_, there, here in (
        ("experticity-expert", "82\xa0%", "82%"),
        ("izea-micro-paid", "1.674\xa0$", "$1,674"),
        ("experticity-expert - experticity-average-person", "9 Prozentpunkte", "9 percentage points"),
    ):
        assert f'"{id_}">{there}<' in german
        assert f'"{id_}">{here}<' in english


def test_the_generator_speaks_german_in_the_german_section(site: Site) -> None:
    """Ledger, legend, claims, sources and charts: what templates and drawings say themselves."""
    text = Markup(body(site, THERE)).striptags()

    for words in ("Teil 2 von 8", "Messgröße", "Wer gezählt wurde", "Zitiert nach", "Zurück zum Text", "Nur umrissen"):
        assert words in text
    for words in ("Measure", "Who was counted", "As reported by", "Back to", "Outlined", "Grade", "Cite", "bars from"):
        assert words not in text


def test_links_lead_to_the_readers_language_or_say_which(site: Site) -> None:
    """Both versions lead to each other; a part that isn't translated is marked as the other language's."""
    german = body(site, THERE)

    assert '<a href="../../../guide/why-work/" hreflang="en" lang="en" target="_self">English</a>' in german
    assert '<a href="../../de/guide/why-work/" hreflang="de" lang="de" target="_self">Deutsch</a>' in body(site, HERE)
    assert '<a href="../../../guide/find-and-vet/" hreflang="en">Finden und prüfen</a>' in german
    assert 'hreflang="en"' not in re.sub(r'<nav class="g-languages".*?</nav>', "", body(site, HERE), flags=re.DOTALL)
    inner = [page.address for page in site.pages]
    for href in re.findall(r'href="(\.\.[^"#]*)', german):
        place = os.path.relpath(os.path.join(THERE, href))
        assert place in [each.rstrip("/") for each in inner] or place in site.files or place == "method", href


def test_without_a_translation_nothing_else_changes(site: Site) -> None:
    """Only the pages of that language, and the one that leads to them, know of it."""
    assert FLAGSHIP is not None
    plain, whole = render(replace(FLAGSHIP, translations={}), {}), staged(site, {})

    assert {path for path in whole if whole[path] != plain.get(path)} == {
        "guide/why-work.md",
        *(path for path in whole if path.startswith("de/") or path.endswith("/de.md")),
    }


def test_the_translated_page_is_the_one_that_was_looked_at(bread: Path) -> None:
    """Kept whole for the second guide."""
    drawn, kept = pages(bread)["de/guide/crumb.md"], TRANSLATED / "crumb.md"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8")

    assert drawn == kept.read_text(encoding="utf-8")


def test_a_corrected_sentence_is_not_contradicted_in_german(bread: Path) -> None:
    """Until its translation follows, the page says the new sentence, marked as English."""
    change(bread / "content/sections/crumb.yml", "Holes say how long it rested", "Holes tell how long it has rested")

    page = pages(bread)["de/guide/crumb.md"]

    assert '<p lang="en">Holes tell how long it has rested' in page
    assert "Die Löcher" not in page


def test_a_renewed_translation_keeps_what_holds_and_marks_what_changed(bread: Path) -> None:
    """The earlier text stands beside the new one, and a remark at the top of a file stays."""
    file = bread / CRUMB
    change(file, "texts:\n", "# We say Sie.\ntexts:\n")
    change(bread / "content/sections/crumb.yml", "Holes say how long it rested", "Holes tell how long it has rested")
    guide = check(bread).guide
    assert guide is not None

    renew(bread, guide, "de", [])
    text = file.read_text(encoding="utf-8")

    assert "# We say Sie.\n" in text
    assert '- original: "Crumb"\n    translation: "Krume"\n' in text
    assert (
        '- original: "Holes tell how long it has rested [@old-mill]."\n'
        '    was: "Holes say how long it rested [@old-mill]."\n'
        '    translation: "Die Löcher sagen' in text
    )


def test_a_new_text_takes_no_translation_that_is_still_in_use(bread: Path) -> None:
    """One that is only like a text of another file begins empty, and the other keeps its translation."""
    change(bread / "content/sections/dough.yml", "nav_title: Dough", "nav_title: Crumbs")
    guide = check(bread).guide
    assert guide is not None

    renew(bread, guide, "de", [])

    assert '- original: "Crumb"\n    translation: "Krume"\n' in (bread / CRUMB).read_text(encoding="utf-8")
    settings = (bread / "content/translations/de/guide.yml").read_text(encoding="utf-8")
    assert '- original: "Crumbs"\n    translation: ""\n' in settings


def test_renewing_what_is_up_to_date_changes_nothing(tmp_path: Path) -> None:
    """The flagship's files are as the command writes them."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    assert FLAGSHIP is not None
    there = tmp_path / "content/translations/de"
    before = {path: path.read_bytes() for path in there.rglob("*.yml")}

    renew(tmp_path, FLAGSHIP, "de", [])

    assert {path: path.read_bytes() for path in there.rglob("*.yml")} == before


def test_a_section_is_begun_by_command(bread: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its file has every text to translate, and so has one for each source that it shows."""
    guide = check(bread).guide
    assert guide is not None

    assert translate(bread, guide, "de", ["dogh"]) == 1
    assert "did you mean “dough”?" in capsys.readouterr().err
    assert translate(bread, guide, "de", ["dough"]) == 0

    assert '- original: "Rye drinks most."\n    translation: ""\n' in (bread / CRUMB).with_name("dough.yml").read_text()
    assert "sources/new-mill.yml: " in capsys.readouterr().out
    assert '<span lang="en">Rye drinks most.</span>' in pages(bread)["de/guide/dough.md"]
