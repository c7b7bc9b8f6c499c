"""The rules across files let pass what they should; what they refuse, and in which words, is in tests/content_cases."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.pipeline import check
from build_scripts.rules import RULES

from .conftest import PROJECT

GUIDE = "content/guide.yml"
DOUGH, OVEN, CRUMB = (f"content/sections/{name}.yml" for name in ("dough", "oven", "crumb"))
OLD, NEW = "content/sources/old-mill.yml", "content/sources/new-mill.yml"
WORDS, MODULE = "content/calculators/hydration.yml", "calculators/hydration.py"
TEXT = "text: Holes say how long it rested [@old-mill]."
LIST = (
    (MODULE, "inputs[part] / flour", '[0.5, None] if name == "hydration" else 0.1'),
    (MODULE, '"Needs flour above 0, and water."', '"Needs flour above 0, and water.", many=True'),
)
UNDEFINED = ((MODULE, "inputs[part] / flour", "None"),)
HERO = (GUIDE, "  chapters:", "  hero: dough/two-mills\n  chapters:")
MIXED = (DOUGH, "    title: The mills", "    mixes: On purpose.\n    title: The mills")

type Changes = tuple[tuple[str, str, str], ...]
type Problems = Callable[..., list[str]]


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    """What is found in the second guide after some changes of (file, old text, new text)."""

    def found(*changes: tuple[str, str, str]) -> list[str]:
        for part in ("content", "calculators"):
            shutil.copytree(PROJECT / "tests/second_guide" / part, tmp_path / part)
        for file, old, new in changes:
            text = (tmp_path / file).read_text(encoding="utf-8")
            assert old in text
            (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(problem) for problem in check(tmp_path).problems]

    return found


def text(content: str) -> tuple[str, str, str]:
    """One paragraph in place of a section's own."""
    return (CRUMB, TEXT, f"text: |\n      {content}")


BARE = [
    *("12%", "12 %", "12\N{NO-BREAK SPACE}%", "1,234.5%", "12 percent", "12 per cent", "12 percentage points", "3‰"),
    *("$50", "$ 50", "$.50", "$5k", "€5", "5 €", "5€", "£1,674", "50¢", "50 USD", "USD 50", "50 dollars", "1e3 euros"),
    *("12\\%", "12&#37;", "*12*%"),
]


@pytest.mark.parametrize("number", BARE)
def test_a_bare_number_is_refused(problems: Problems, number: str) -> None:
    """A percentage or a price has a source, however it is written."""
    (problem,) = problems(text(f"It was {number} then [@old-mill]."))

    assert problem.startswith("content/sections/crumb.yml:6:11: blocks[0].text: the figure “")
    assert problem.endswith("when it is an example")


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2024, 12 of 35 bakers, 3.5 hours, 1st, $x, percent, 5 minutes",
        "[~12%], [~$50] and `12%`",
        "a < b, b > c, 3<4 & `<b>`",
        "\\[=water-rye] and \\*",
        "[x](https://example.org/?a=50%25) [y](mailto:a@example.org) [z](page:home)",
    ],
)
def test_a_harmless_sentence_passes(problems: Problems, sentence: str) -> None:
    """Years, counts, examples, code, addresses and what a backslash protects are nobody's business."""
    assert problems(text(f"{sentence} [@old-mill]")) == []


PASSES: dict[str, Changes] = {
    "the guide as it is": (),
    "grade C under a claim": (
        MIXED,
        (GUIDE, "figure: dough/water", "figure: dough/two-mills\n      claim: steam"),
    ),
    "grade C with words in its ledger": (
        HERO,
        (DOUGH, "    title: The mills", "    ledger: { grade: Invented }\n    title: The mills"),
    ),
    "a successor": ((OLD, "facets: { flour: wheat }", "superseded_by: water-wheat-new"),),
    "a list in a strip": (
        *LIST,
        (WORDS, "answer: [hydration]", "answer: [salt_share]"),
        (
            OVEN,
            "kind: big-number\n    id: time\n    title: A loaf takes its time.\n    value: baking-time\n"
            "    label: in the oven",
            "kind: strip-plot\n    id: time\n    title: T\n    subtitle: S\n    rows: [{ "
            "values: hydration.country-loaf.hydration, median: hydration.country-loaf.salt_share, "
            "mean: hydration.country-loaf.salt_share, label: x }]",
        ),
    ),
    "a language of a country": ((GUIDE, "language: en", "language: pt-br"),),
}


@pytest.mark.parametrize("changes", PASSES.values(), ids=list(PASSES))
def test_what_passes(problems: Problems, changes: Changes) -> None:
    """A rule refuses no more than it says."""
    assert problems(*changes) == []


def test_a_superfluous_source_is_a_warning(problems: Problems, tmp_path: Path) -> None:
    """Nothing cites it and it gives no figure."""
    assert problems() == []
    lines = ["producer: P", "title: T", "published: not stated", "kind: article", 'accessed: "2026-11-01"']
    (tmp_path / "content/sources/third-mill.yml").write_text("\n".join([*lines, "grade: B", "grade_reason: R", ""]))

    assert [str(problem) for problem in check(tmp_path).problems] == [
        "content/sources/third-mill.yml:1:1: warning: nothing cites the source “third-mill”; "
        "cite it or delete its file [uncited]"
    ]


def test_every_rule_says_in_a_sentence_what_it_protects() -> None:
    """One rule, one function, one sentence, listed once."""
    sentences = [rule.__doc__ or "" for rule in RULES]

    assert len(RULES) == len(set(RULES)) == len(set(sentences))
    assert all(each.endswith(".") and "\n" not in each for each in sentences)
