"""The rules across files: each refuses with its whole message, and lets pass what it should.

Slips that a whole file shows best are in tests/content_cases; here stand those of one line.
"""

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


REFUSED: dict[str, tuple[Changes, str]] = {
    "a section listed twice": (
        ((GUIDE, "[dough, oven, crumb]", "[dough, oven, crumb, dough]"),),
        "content/guide.yml:8:32: sections[3]: “dough” stands here twice; keep one",
    ),
    "a language that doesn't exist": (
        ((GUIDE, "language: en", "language: xx"),),
        "content/guide.yml:4:11: language: there is no language “xx”; write its code, such as en or pt-br",
    ),
    "a currency by its name": (
        ((GUIDE, "currency: EUR", "currency: euros"),),
        "content/guide.yml:5:11: currency: there is no currency “euros”; write its code, such as USD or EUR",
    ),
    "a unit's currency by its sign": (
        ((GUIDE, "name: euros, currency: EUR", "name: euros, currency: €"),),
        "content/guide.yml:14:34: units.euro.currency: there is no currency “€”; write its code, such as USD or EUR",
    ),
    "a section listed without a file": (
        ((GUIDE, "[dough, oven, crumb]", "[dough, oven, crumb, crumbs]"),),
        "content/guide.yml:8:32: sections[3]: there is no section “crumbs”; did you mean “crumb”?",
    ),
    "a figure that no section has": (
        ((GUIDE, "figure: oven/steps", "figure: oven/step"),),
        "content/guide.yml:32:15: home.chapters[3].figure: there is no figure “oven/step”; did you mean “oven/steps”?",
    ),
    "bands of a figure that no source has": (
        ((DOUGH, "bands: new-names", "bands: new-name"),),
        "content/sections/dough.yml:33:18: blocks[4].rows[1].bands: there is no bands “new-name”; "
        "did you mean “new-names”?",
    ),
    "a list in a sentence": (
        (*LIST, text("[=hydration.country-loaf.hydration]"), (WORDS, "answer: [hydration]", "answer: [salt_share]")),
        "content/sections/crumb.yml:6:11: blocks[0].text: “hydration.country-loaf.hydration” is a list, "
        "which only a picture can show; name its mean or its median",
    ),
    "a list as one number": (
        (*LIST, (OVEN, "value: baking-time", "value: hydration.country-loaf.hydration")),
        "content/sections/oven.yml:14:12: blocks[1].value: “hydration.country-loaf.hydration” is a list, "
        "here stands one number; name its mean or its median",
    ),
    "an undefined result in a figure": (
        (*UNDEFINED, (OVEN, "value: baking-time", "value: hydration.country-loaf.hydration")),
        "content/sections/oven.yml:14:12: blocks[1].value: “hydration.country-loaf.hydration” is undefined; "
        "name a result that the example gives",
    ),
    "a range in a ratio": (
        (text("[=loaf-asked / loaf-asked]"),),
        "content/sections/crumb.yml:6:11: blocks[0].text: “loaf-asked / loaf-asked” can't be computed: "
        "a range or a list has no single number; name two values of one definition",
    ),
    "a range in a pictogram": (
        ((NEW, "value: 58", "low: 50, high: 60"),),
        "content/sections/oven.yml:10:18: blocks[0].grids[0].value: “weighing-bakers” is no share of 100; "
        "name a percentage",
    ),
    "bands of an unknown unit": (
        (
            (NEW, "unit: grams", "unit: gram"),
            (OLD, "unit: grams", "unit: grams"),
            (DOUGH, "bands: new-names", "bands: old-names"),
        ),
        "content/sources/new-mill.yml:15:11: bands[0].unit: there is no unit “gram”; did you mean “grams”?",
    ),
    "bands of two units on one axis": (
        ((NEW, "unit: grams", "unit: minutes"),),
        "content/sections/dough.yml:27:5: blocks[4]: the units grams, minutes share an axis; draw one figure a unit",
    ),
    "a statistic that supersedes itself": (
        ((OLD, "facets: { flour: rye }", "superseded_by: water-rye"),),
        "content/sources/old-mill.yml:10:159: statistics[0].superseded_by: “water-rye” can't supersede itself; "
        "name the newer statistic's id",
    ),
    "a chapter on grade C": (
        (MIXED, (GUIDE, "figure: dough/water", "figure: dough/two-mills")),
        "content/guide.yml:26:15: home.chapters[0].figure: “water-wheat-new” has grade C and leads a chapter of the "
        "home page; name the claim it belongs to, or say so in its ledger",
    ),
    "a top picture on grade C": (
        (MIXED, HERO),
        "content/guide.yml:25:9: home.hero: “water-wheat-new” has grade C and opens the home page; "
        "say so in its ledger, or show another figure",
    ),
    "a lead on grade C": (
        ((GUIDE, "[=weighing-bakers]", "[=water-wheat-new]"),),
        "content/guide.yml:24:9: home.lead: “water-wheat-new” has grade C and opens the home page; "
        "show a figure of grade A or B",
    ),
    "a default of grade C": (
        ((WORDS, "label: Flour, unit: g", "label: Flour, default: water-wheat-new"),),
        "content/calculators/hydration.yml:5:35: inputs.flour.default: the default “water-wheat-new” has grade C; "
        "name one of grade A or B",
    ),
    "a range as default": (
        ((WORDS, "label: Flour, unit: g", "label: Flour, default: loaf-asked"),),
        "content/calculators/hydration.yml:5:35: inputs.flour.default: the default “loaf-asked” is a range; "
        "name one number",
    ),
    "a benchmark of grade C": (
        ((WORDS, "[water-rye, water-wheat]", "[water-rye, water-wheat-new]"),),
        "content/calculators/hydration.yml:13:25: benchmarks[1]: the benchmark “water-wheat-new” has grade C; "
        "name one of grade A or B",
    ),
    "an example without words": (
        ((WORDS, "country-loaf:", "city-loaf:"),),
        "content/calculators/hydration.yml:11:3: examples: the module has no example “city-loaf”; "
        "did you mean “country-loaf”?",
    ),
    "an answer that no formula gives": (
        ((WORDS, "answer: [hydration]", "answer: [hydratoin]"),),
        "content/calculators/hydration.yml:8:9: answer: the module has no result “hydratoin”; "
        "did you mean “hydration”?",
    ),
    "an input in two groups": (
        (
            (
                WORDS,
                "limits:",
                "groups: [{ title: A, inputs: [flour, water] }, { title: B, inputs: [salt, flour] }]\nlimits:",
            ),
        ),
        "content/calculators/hydration.yml:12:9: groups: the input “flour” stands in 2 groups; keep one",
    ),
    "a comment": (
        (text("a <!-- b --> c"),),
        "content/sections/crumb.yml:6:11: blocks[0].text: raw HTML is not allowed (“<!--”); use Markdown, or put it "
        "between backticks to show it as it is",
    ),
    "a reference that doesn't end": (
        (text("a [=water-rye, b"),),
        "content/sections/crumb.yml:6:11: blocks[0].text: the bracket of “[=” is not closed; "
        "close it with “]”, or put it between backticks to show it as it is",
    ),
    "a reference in a link": (
        (text("[see [=water-rye] now](claim:steam)"),),
        "content/sections/crumb.yml:6:11: blocks[0].text: the link to “claim:steam” can't be read; "
        "leave references out of a link's text and spaces out of its address",
    ),
    "a space in an address": (
        (text("[see](section:the oven)"),),
        "content/sections/crumb.yml:6:11: blocks[0].text: the link to “section:the oven” can't be read; "
        "leave references out of a link's text and spaces out of its address",
    ),
    "an address that only starts like one": (
        (text("[x](https:evil)"),),
        "content/sections/crumb.yml:6:11: blocks[0].text: a link may not lead to “https:evil”; "
        "use https://, mailto:, section:id, claim:id, calculator:id, term:id or page:name",
    ),
}


@pytest.mark.parametrize(("changes", "problem"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_refused(problems: Problems, changes: Changes, problem: str) -> None:
    """The slip is named with its place, what is wrong and what to do."""
    assert problem in problems(*changes)


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
