"""Warnings about sentences: they stop nothing, stand where the words are, and can be taken back with a reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.allowance import allowances
from build_scripts.catalogue import cases, catalogue
from build_scripts.pipeline import check
from build_scripts.rules import WARNINGS
from build_scripts.rules.prose_rules import HABITS, Habit
from build_scripts.yaml_reader import parse

from .conftest import PROJECT, copy_guide

WORD = "  - kind: text\n    text: {}\n"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the second guide to add to."""
    return copy_guide(PROJECT / "tests/second_guide", tmp_path)


def add(guide: Path, blocks: str) -> None:
    """Put blocks at the end of the section that is there for it."""
    with (guide / "content/sections/crumb.yml").open("a", encoding="utf-8") as section:
        section.write(blocks)


def run(guide: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Check as people do."""
    command = [sys.executable, "-m", "build_scripts", "check", "--guide", str(guide)]
    settings = {**os.environ, **environment}
    return subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)


def test_a_warning_stops_nothing_and_says_how_to_answer_it(guide: Path) -> None:
    """The exit code stays 0; the last line says how a comment takes it back."""
    add(guide, WORD.format("It came back recently."))

    finished = run(guide)

    assert finished.returncode == 0
    assert finished.stderr.splitlines() == [
        "content/sections/crumb.yml:8:24: warning: blocks[1].text: “recently” will be wrong one day; "
        "name the year [undated]",
        "1 warning",
        "Where a warning is wrong, say why in a comment on or above the line: # allow: its-name: the reason",
    ]
    assert finished.stdout.endswith("no errors\n")


def test_errors_come_before_warnings(guide: Path) -> None:
    """What has to be mended is not lost among what might be."""
    add(guide, WORD.format("It came back recently.") + WORD.format("It takes 5%."))

    finished = run(guide, GITHUB_ACTIONS="true")

    assert finished.returncode == 1
    error, warning, counts, _ = finished.stderr.splitlines()
    assert ("warning" in error, "warning" in warning, counts) == (False, True, "1 error, 1 warning")
    assert "::warning file=content/sections/crumb.yml,line=8,col=24::blocks[1].text: “recently”" in finished.stdout


def test_the_guide_itself_has_no_warning() -> None:
    """Each sentence is mended, or a comment says why it is right."""
    assert [str(problem) for problem in check(PROJECT).problems] == []


def test_every_warning_has_a_case() -> None:
    """None is without an example in tests/content_cases."""
    assert {entry.rule for entry in catalogue(cases())} >= WARNINGS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It came back recently.", (8, 24)),
        ('"It came back recently."', (8, 25)),
        ('"\\"It\\" came back recently."', (8, 29)),
        ("'It''s back, recently.'", (8, 24)),
        (">-\n      In 2024. It\n      came back recently.", (10, 17)),
        ("|\n      In 2024, recently.\n\n      It came recently.", (11, 15)),
        ("It came in recent\n      years.", (8, 19)),
    ],
)
def test_a_warning_stands_at_its_words(guide: Path, text: str, place: tuple[int, int]) -> None:
    """However the text is written; where it can't be found as it is, the text's own place is told."""
    add(guide, WORD.format(text))

    (problem,) = check(guide).problems

    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    "blocks",
    [
        WORD.format("It came back recently. # allow: undated: why"),
        WORD.format("|  # allow: undated: why\n      It came\n      back recently."),
        "  - kind: text\n    # allow: undated: why\n    text:\n      It came back recently.\n",
        "  - kind: text\n    # allow: undated: why\n    # allow: vague: why\n    text: Most people came recently.\n",
        "  - kind: list\n    items:\n      # allow: undated: why\n      - It came back recently.\n",
        '  - { kind: text, text: "It came back recently." } # allow: undated: why\n',
    ],
)
def test_a_reason_takes_a_warning_back(guide: Path, blocks: str) -> None:
    """On the line of the words, of the value or of its key, or above it."""
    add(guide, blocks)

    assert check(guide).problems == []


@given(st.text("# allow:undt\n\r\"'|-x ", max_size=60))
@settings(derandomize=True, deadline=None, database=None)
def test_comments_are_found_in_any_text(text: str) -> None:
    """Nothing that can be written makes the search fail or look for ever."""
    found = list(allowances(parse(text)))

    assert all(0 < each.line <= each.about <= text.count("\n") + 2 for each in found)


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
@given(data=st.data())
@settings(derandomize=True, deadline=None, max_examples=40, database=None)
def test_no_sentence_with_the_words_is_passed_over(habit: Habit, data: st.DataObject) -> None:
    """Whatever a habit looks for has one of the hints by which sentences are chosen."""
    found = data.draw(st.from_regex(habit.words, alphabet=st.characters(codec="ascii")))

    assert any(hint in found.casefold() for hint in habit.hints)
