"""The guide's further languages: whole, in step with what is written, and told apart from it."""

import re
import shutil
from pathlib import Path

import pytest

from build_scripts.languages import languages, read_catalog, renewed
from build_scripts.model.calculator import Said
from build_scripts.page import Page
from build_scripts.pages.calculators import add_calculators
from build_scripts.pages.translations import add_translations
from build_scripts.pipeline import check
from build_scripts.site import Site
from build_scripts.translate import translate
from build_scripts.values import Values
from build_scripts.wanted_texts import wanted_by_scripts, wanted_texts
from build_scripts.words import Words
from tests.calculators.cases import answered, cases

from .conftest import PROJECT

CHECKED = check(PROJECT)
assert CHECKED.guide is not None
FLAGSHIP = CHECKED.guide
SECOND = PROJECT / "tests/second_guide"


def spoken(guide: Path, text: str, name: str = "de.po") -> Path:
    """A copy of the second guide with a file of translations."""
    for part in ("content", "calculators"):
        shutil.copytree(SECOND / part, guide / part)
    file = guide / "content/languages" / name
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return guide


def texts_in(said: dict[str, object]) -> list[str]:
    """The templates of a sentence and of those within it."""
    values = said.get("values", {})
    assert isinstance(values, dict)
    within = [each for value in values.values() for each in (value if isinstance(value, list) else [value])]
    return [str(said["text"]), *(text for each in within if isinstance(each, dict) for text in texts_in(each))]


def test_the_flagship_speaks_german_and_french_throughout() -> None:
    """Every text of calculators and their interface has its translation in both."""
    assert sorted(FLAGSHIP.languages) == ["de", "fr"]
    for words in FLAGSHIP.languages.values():
        assert [text for text in wanted_texts(FLAGSHIP) if text not in words.texts] == []


def test_every_sentence_that_python_says_is_among_the_texts() -> None:
    """No case of any calculator is answered with a template that translators don't get."""
    wanted = set(wanted_by_scripts(FLAGSHIP))

    for case in cases():
        answer = answered(case.call)
        for problem in answer["problems"] + answer["read"]:
            said = [text for text in texts_in(problem["said"]) if text not in wanted and not is_frame(text)]
            assert said == [], case.name


def is_frame(text: str) -> bool:
    """Whether a template only holds others, such as ``{0}; {1}``."""
    return not any(letter.isalpha() for letter in "".join(part.partition("}")[2] for part in f"}}{text}".split("{")))


def test_a_sentence_is_written_as_its_language_does() -> None:
    """Numbers, lists and the words among them; a long list of names is counted."""
    words = Words(
        "de", {"{names} and {rows}": "{rows} und {names}", "likes": "Likes", "{count} more": "{count} weitere"}
    )
    said = Said(text="{names} and {rows}", values={"names": [Said(text="likes"), Said(text="saves")], "rows": 1234.5})
    many = Said(text="{x}", values={"x": [1, 2, 3, 4, 5, 6, 7, 8]})

    assert words.said(said, lambda number: f"<{number}>") == "<1234.5> und Likes und saves"
    assert words.said(many, lambda number: f"{number:g}") == "1, 2, 3, 4, 5, 6 und 2 weitere"


def test_each_calculator_has_a_page_in_each_language() -> None:
    """The page says its language and its other versions, and holds nothing of the text it translates."""
    site = Site(FLAGSHIP, Values(FLAGSHIP))
    site.pages += pages_of_calculators()
    add_translations(site)
    pages = {page.address: page for page in site.pages}

    german = pages["calculators/size-swap/de/"]
    assert german.meta["language"] == "de"
    assert german.meta["versions"] == [
        ["en", "calculators/size-swap/"],
        ["de", "calculators/size-swap/de/"],
        ["fr", "calculators/size-swap/fr/"],
    ]
    assert 'data-language="de"' in german.body
    for text in ("Start empty", "Link with these numbers", "Every result", FLAGSHIP.pages["size-swap"].nav_title):
        assert text not in german.body.replace(f">{FLAGSHIP.pages['size-swap'].nav_title}</a>", "")
    assert len(pages) == 3 * len(FLAGSHIP.pages) + 1


def pages_of_calculators() -> list[Page]:
    """The pages in the guide's own language, which the others lead to."""
    site = Site(FLAGSHIP, Values(FLAGSHIP))
    add_calculators(site)
    return list(site.pages)


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        (
            'msgid "Add a {row}"\nmsgstr "{zeile} hinzufügen"\n',
            "de.po",
            "content/languages/de.po:1:1: the translation has other names in braces ({zeile}) than the text ({row}); "
            "use the same ones",
        ),
        (
            'msgid "Undo"\nmsgstr "Zurück"\nnonsense\n',
            "de.po",
            "content/languages/de.po:3:1: unexpected line; correct it, or write the file with a tool for translators",
        ),
        (
            'msgid "Undo"\nmsgstr "x"\n',
            "german.po",
            "content/languages/german.po:1:1: there is no language “german”; name the file by the language's code, "
            "such as de.po",
        ),
    ],
)
def test_a_slip_in_a_file_of_translations_is_told(tmp_path: Path, text: str, name: str, problem: str) -> None:
    """Where it is, what is wrong, and what to do."""
    assert [str(each) for each in check(spoken(tmp_path, text, name)).problems] == [problem]


def test_what_is_missing_is_warned_of_and_said_as_it_is_written(tmp_path: Path) -> None:
    """A guide isn't held up by its translators."""
    checked = check(spoken(tmp_path, 'msgid "Undo"\nmsgstr "Zurück"\n'))

    assert checked.guide is not None
    assert [each.level for each in checked.problems] == ["warning"]
    assert "texts have no translation" in str(checked.problems[0])
    words = checked.guide.languages["de"]
    assert [words.say("Undo"), words.say("Stop")] == ["Zurück", "Stop"]


def test_a_language_of_its_own_needs_no_second_page(tmp_path: Path) -> None:
    """A guide that is written in German speaks German in its only pages."""
    guide = spoken(tmp_path, 'msgid "Undo"\nmsgstr "Zurück"\n')
    settings = guide / "content/guide.yml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^language: .*$", "language: de", written, flags=re.M), encoding="utf-8")
    found = check(guide).guide

    assert found is not None
    assert (found.words.say("Undo"), found.languages) == ("Zurück", {})


def test_a_renewed_file_keeps_what_was_translated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New texts come in empty, those that are gone go, and one that only changed is marked to be checked."""
    guide = spoken(tmp_path, 'msgid "Undo"\nmsgstr "Zurück"\n\nmsgid "Gone for ever"\nmsgstr "Weg"\n')
    found = check(guide).guide
    assert found is not None

    assert translate(guide, found, "de") == 0
    text = (guide / "content/languages/de.po").read_text(encoding="utf-8")
    assert 'msgid "Undo"\nmsgstr "Zurück"' in text
    assert "Gone for ever" not in text
    assert "without a translation" in capsys.readouterr().out
    assert renewed(read_catalog(guide / "content/languages/de.po"), wanted_texts(found)) == text.encode()
    assert translate(guide, found, "germ an") == 1


def test_languages_of_a_guide_without_any() -> None:
    """No folder, no languages."""
    assert languages(PROJECT / "tests") == ({}, [])
