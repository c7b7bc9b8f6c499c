"""What a change to the content does, told between two revisions in words, pictures and data."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.changes.broken import Broken
from build_scripts.changes.broken import as_text as broken_as_text
from build_scripts.changes.compare import compare
from build_scripts.changes.model import Changes, Detail, Item, Wording
from build_scripts.changes.report import NOTHING, as_markdown, as_text
from build_scripts.changes.revision import renamed
from build_scripts.changes.translations import translations
from build_scripts.pipeline import check
from build_scripts.problem import Problem

from .conftest import PROJECT, copy_guide

GUIDE = PROJECT / "tests/second_guide"
MILL = "content/sources/old-mill.yml"
DOUGH = "content/sections/dough.yml"

type Edit = Callable[[str, str, str], None]


def git(folder: Path, *arguments: str) -> None:
    """Run git as somebody."""
    person = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True)


def diff(guide: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command as people run it."""
    command = [sys.executable, "-m", "build_scripts", "diff", "--guide", str(guide), *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the second guide to change."""
    return copy_guide(GUIDE, tmp_path / "guide")


@pytest.fixture
def edit(guide: Path) -> Edit:
    """Replace words in one file of the copy."""

    def _edit(file: str, old: str, new: str) -> None:
        path = guide / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return _edit


def changes(guide: Path) -> Changes:
    """What differs from the second guide as it is."""
    before, after = check(GUIDE), check(guide)
    assert before.guide is not None
    assert after.guide is not None, after.problems
    return compare(before.guide, after.guide, renamed(GUIDE, guide))


def item(found: Changes, id_: str) -> Item:
    """The one item with this id."""
    (only,) = [each for each in found.items if each.id == id_]
    return only


def test_nothing_changed_is_said(guide: Path, edit: Edit) -> None:
    """A comment, or another order of fields, is no change for a reader."""
    edit(MILL, "producer: The Old Mill\n", "# a comment\nproducer: The Old Mill\n")

    found = changes(guide)

    assert not found
    assert as_text(found) == NOTHING


def test_a_changed_value_is_told_with_all_that_shows_it(guide: Path, edit: Edit) -> None:
    """Old and new value, by how much, and every page, chart and calculator with it."""
    edit(MILL, "value: 81.5", "value: 90")

    told = item(changes(guide), "water-rye")

    assert (told.kind, told.state, told.relative) == ("statistic", "changed", "+10.4%")
    assert told.details == (Detail("value", "81.5%", "90%"),)
    assert {(place.kind, place.title) for place in told.shown} == {
        ("page", "Dough"),
        ("chart", "Rye drinks most."),
        ("page", "Bread"),
        ("benchmark", "Hydration"),
    }


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ("unit: minutes", "unit: grams", Detail("unit", "minutes", "grams")),
        ('population: loaves of 750 g, period: "2025"', 'population: loaves of 750 g, period: "2026"', "period"),
        ("grade: B", "grade: A", Detail("grade", "B", "A")),
        ('published: "2025"', 'published: "2026"', Detail("source", "The Old Mill 2025", "The Old Mill 2026")),
    ],
)
def test_each_fact_of_a_statistic_is_compared(
    guide: Path, edit: Edit, old: str, new: str, detail: Detail | str
) -> None:
    """Unit, period, grade and source are told by name, those that it takes from its source too."""
    edit(MILL, old, new)

    details = item(changes(guide), "baking-time").details

    assert detail in details or detail in [each.name for each in details]


def test_a_sentence_is_shown_as_it_reads_before_and_after(guide: Path, edit: Edit) -> None:
    """Values are filled in and citations named, so that a changed figure shows in every sentence that holds it."""
    edit(MILL, "value: 81.5", "value: 90")

    (sentence,) = [each for each in changes(guide).sentences if each.file == DOUGH]

    assert sentence.old == "A dough of rye takes 81.5% [The Old Mill 2025] of its flour in water."
    assert sentence.new == "A dough of rye takes 90% [The Old Mill 2025] of its flour in water."
    assert sentence.place.target == "section:dough"


def test_a_sentence_put_in_between_is_alone_told(guide: Path, edit: Edit) -> None:
    """What only moved down is not called changed."""
    edit(DOUGH, "      See the [calculator]", "      Knead it well. See the [calculator]")

    assert [(each.old, each.new) for each in changes(guide).sentences] == [(None, "Knead it well.")]


def test_a_renamed_statistic_is_one_change(guide: Path, edit: Edit) -> None:
    """The same value, measure and source under another id is neither added nor removed."""
    for file in (MILL, DOUGH, "content/calculators/hydration.yml"):
        edit(file, "water-rye", "rye-water")

    found = changes(guide)

    assert (item(found, "rye-water").state, item(found, "rye-water").was) == ("renamed", "water-rye")
    assert not [each for each in found.items if each.state in ("added", "removed")]


def test_a_renamed_file_is_one_change(guide: Path, edit: Edit) -> None:
    """Git sees the rename; its statistics keep their ids and its sentences are compared with the old file's."""
    (guide / MILL).rename(guide / "content/sources/water-mill.yml")
    edit("content/sections/crumb.yml", "@old-mill", "@water-mill")

    found = changes(guide)

    assert (item(found, "water-mill").state, item(found, "water-mill").was) == ("renamed", "old-mill")
    assert [each.state for each in found.items if each.kind == "source"] == ["renamed"]
    assert "sources/" in found.pages


def test_added_and_removed_items_are_told(guide: Path, edit: Edit) -> None:
    """A statistic and a chart come, a claim goes."""
    edit(
        MILL,
        "  - { id: baking-time",
        "  - { id: cooling-time, value: 9, unit: minutes, measures: Time outside, "
        'definition: baking-time, population: loaves, period: "2025" }\n  - { id: baking-time',
    )
    edit(
        DOUGH,
        "  - kind: dots",
        "  - { kind: big-number, id: cooling, title: Wait., value: cooling-time, label: b }\n  - kind: dots",
    )
    edit("content/guide.yml", "claims: [steam]", "claims: []")
    edit("content/guide.yml", "      claim: steam\n", "")
    edit("content/sections/oven.yml", "  - kind: claim\n    claim: steam\n", "")
    edit("content/sections/oven.yml", '"Steam, see [the claim](claim:steam)"', "Steam")
    (guide / "content/claims/steam.yml").unlink()

    found = changes(guide)

    assert (item(found, "cooling-time").state, item(found, "cooling-time").title) == ("added", "9 min Time outside")
    assert (item(found, "dough/cooling").kind, item(found, "dough/cooling").state) == ("chart", "added")
    assert (item(found, "steam").kind, item(found, "steam").state) == ("claim", "removed")
    assert "claims/" in found.pages


def test_a_changed_formula_is_told_by_its_worked_example(guide: Path, edit: Edit) -> None:
    """Python is not compared; what it answers is."""
    edit("calculators/hydration.py", "[part] / flour", "[part] * 2 / flour")

    told = item(changes(guide), "hydration.country-loaf")

    assert Detail("hydration", "75.0%", "150.0%") in told.details


def test_a_changed_choice_is_told_by_its_road(guide: Path, edit: Edit) -> None:
    """A verdict is no sentence, and told all the same."""
    edit("content/claims/steam.yml", "verdict: half right", "verdict: holds")

    assert item(changes(guide), "steam").details == (Detail("verdict", "half right", "holds"),)


def test_changed_charts_are_drawn_before_and_after(guide: Path, edit: Edit, tmp_path: Path) -> None:
    """Each picture is one well-formed file that needs no other, linked from the Markdown."""
    git(guide, "init", "--quiet")
    git(guide, "add", "content", "calculators")
    git(guide, "commit", "--quiet", "--message", "As it was")
    edit(MILL, "value: 81.5", "value: 90")

    told = diff(guide, "HEAD", "--format", "markdown", "--pictures", str(tmp_path / "pictures"))

    assert told.returncode == 1, told.stderr
    assert "[before](dough--water.before.svg), [now](dough--water.after.svg)" in told.stdout
    before, after = [(tmp_path / f"pictures/dough--water.{side}.svg").read_text() for side in ("before", "after")]
    for text, value in ((before, "81.5%"), (after, "90%")):
        words = [each.text for each in ET.fromstring(text).iter("{http://www.w3.org/2000/svg}text")]
        assert value in words
        assert "var(--g-ink)" in text
        assert "--g-ink: #" in text
        assert "url(" not in text


def test_the_report_is_safe_in_a_comment(guide: Path, edit: Edit) -> None:
    """An editor's words can't become a heading, a mention, a link or a tag."""
    edit("content/sections/crumb.yml", "Holes say", "Ask @everyone or `<b>` | [x](https://example.org). Holes say")

    report = as_markdown(changes(guide))

    assert "@everyone" not in report
    assert "<b>" not in report
    assert "](https" not in report


def test_exit_codes_and_formats(guide: Path, edit: Edit) -> None:
    """0 nothing, 1 something, 2 trouble; JSON holds what the text tells."""
    git(guide, "init", "--quiet")
    git(guide, "add", "content", "calculators")
    git(guide, "commit", "--quiet", "--message", "As it was")
    assert (same := diff(guide, "HEAD")).returncode == 0, same.stderr
    assert same.stdout == f"{NOTHING}\n"

    edit(MILL, "value: 47", "value: 52")
    git(guide, "commit", "--quiet", "--all", "--message", "Bake longer")
    told = diff(guide, "HEAD~1", "HEAD", "--format", "json")
    assert told.returncode == 1, told.stderr
    assert json.loads(told.stdout)["items"][0]["details"] == [{"name": "value", "old": "47 min", "new": "52 min"}]


LONG = (
    f"    {MILL}:12:31: statistics[2].value: expected a number, found the text “long”; "
    "write the figure in plain digits, without quotes, units or words"
)


@pytest.fixture
def broken(guide: Path, edit: Edit) -> Path:
    """The copy with a slip that isn't committed, and a new file."""
    git(guide, "init", "--quiet")
    git(guide, "add", "content", "calculators")
    git(guide, "commit", "--quiet", "--message", "As it was")
    edit(MILL, "value: 47", "value: long")
    (guide / "content/claims/steam.yml").rename(guide / "content/claims/vapour.yml")
    return guide


def test_a_broken_state_is_told(broken: Path) -> None:
    """Which one it is, what is wrong and what to do, and all the same which files differ; no traceback."""
    told = diff(broken, "HEAD")

    lines = told.stderr.splitlines()
    assert (told.returncode, told.stdout) == (2, "")
    assert lines[0] == "the working tree doesn't pass the check: 1 error:"
    assert lines[1:] == [
        LONG,
        "Correct that and ask again; python -m build_scripts check says everything.",
        "",
        "What a reader sees differently can't be told until then. These content files differ:",
        "    removed content/claims/steam.yml",
        "    added content/claims/vapour.yml",
        f"    changed {MILL}",
    ]


def test_a_broken_revision_is_told_in_the_report(broken: Path, edit: Edit) -> None:
    """An earlier state can't be corrected; the Markdown is what a pull request shows, so it says so itself."""
    (broken / "content/claims/vapour.yml").rename(broken / "content/claims/steam.yml")
    git(broken, "commit", "--quiet", "--all", "--message", "A slip")
    edit(MILL, "value: long", "value: 47")

    told = diff(broken, "HEAD", "--format", "markdown")

    assert (told.returncode, told.stderr) == (2, "")
    assert told.stdout.split("\n\n") == [
        "## What this changes",
        "**`HEAD` doesn't pass the check: 1 error:**",
        LONG,
        "Every revision is read by the rules of today: name another that passes them, such as a later one.",
        "What a reader sees differently can't be told until then. These content files differ:",
        f"    changed {MILL}\n",
    ]


def test_of_many_errors_the_first_are_told() -> None:
    """With their number, so that nobody takes them for all."""
    errors = [Problem(MILL, line, 1, "", "wrong", "mend it") for line in range(1, 14)]

    lines = broken_as_text([Broken("main", errors)], []).splitlines()

    assert lines[:2] == ["main doesn't pass the check: 13 errors, the first 5:", f"    {MILL}:1:1: wrong; mend it"]
    assert lines[5:7] == [
        f"    {MILL}:5:1: wrong; mend it",
        "Every revision is read by the rules of today: name another that passes them, such as a later one.",
    ]


TEXTS = """texts:
  - original: "Crumb"
    translation: "Krume"
  - original: "Look at the crumb."
    translation: "Sehen Sie hin."
"""


@pytest.fixture
def translated(guide: Path) -> Path:
    """The copy with a section in German."""
    (guide / "content/translations/de/sections").mkdir(parents=True)
    (guide / "content/languages").mkdir()
    files = {
        "content/translations/de/guide.yml": "original: en\ntexts: []\n",
        "content/translations/de/sections/crumb.yml": TEXTS,
        "content/languages/de.po": 'msgid "Row"\nmsgstr "Zeile"\n',
    }
    for name, text in files.items():
        (guide / name).write_text(text, encoding="utf-8")
    return guide


def test_changed_translations_are_told(translated: Path) -> None:
    """Text by text, in a translation's files and in a language's own, with what each is a translation of."""
    before = check(translated).guide
    (translated / "content/languages/de.po").write_text('msgid "Row"\nmsgstr "Reihe"\n', encoding="utf-8")
    (translated / "content/translations/de/sections/crumb.yml").write_text(TEXTS.replace("Krume", ""), encoding="utf-8")
    after = check(translated).guide
    assert before is not None
    assert after is not None

    found = compare(before, after, {})

    assert {each.file: each.wordings for each in found.translations} == {
        "content/languages/de.po": (Wording("Row", "Zeile", "Reihe"),),
        "content/translations/de/sections/crumb.yml": (Wording("Crumb", "Krume", None),),
    }
    assert "content/languages/de.po changed: 1 text in German\n  of “Row”\n  - Zeile\n  + Reihe\n" in as_text(found)
    assert "| Crumb | Krume | (as the original says it) |" in as_markdown(found)
    assert "de/guide/crumb/" in found.pages


def test_a_translation_that_comes_or_goes_is_told_with_its_number_of_texts(translated: Path) -> None:
    """Not text by text, since each of its pages is new or gone."""
    plain, further = check(GUIDE).guide, check(translated).guide
    assert plain is not None
    assert further is not None

    came, went = translations(plain, further, {}), translations(further, plain, {})

    assert [(each.file, each.state, len(each.wordings)) for each in came] == [
        ("content/translations/de/guide.yml", "added", 0),
        ("content/translations/de/sections/crumb.yml", "added", 2),
        ("content/languages/de.po", "added", 1),
    ]
    assert {each.state for each in went} == {"removed"}
    report = as_text(Changes((), (), tuple(came), (), ()))
    assert "content/languages/de.po added: 1 text in German" in report.splitlines()


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "HEAD:content"])
def test_a_revision_that_is_none_is_told(guide: Path, revision: str) -> None:
    """Neither a misspelt name nor an option reaches git as something else."""
    git(guide, "init", "--quiet")
    told = diff(guide, *(["--"] if revision.startswith("-") else []), revision)

    assert told.returncode == 2
    assert told.stderr == (f"there is no revision “{revision}”; name a branch, a tag or a commit, or fetch it first\n")


def test_a_revision_before_there_was_a_guide_is_told(guide: Path) -> None:
    """The first commit of a repository often has no content."""
    git(guide, "init", "--quiet")
    git(guide, "commit", "--quiet", "--allow-empty", "--message", "Begin")

    told = diff(guide, "HEAD")

    assert (told.returncode, told.stderr) == (2, "HEAD has no content folder here; name a later revision\n")
