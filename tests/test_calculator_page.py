"""A calculator's form as it stands in the HTML: complete before any script runs, and one block for Markdown."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown import Markdown

from build_scripts.calculator_fields import limits
from build_scripts.calculator_page import form, view
from build_scripts.calculator_results import ENDS, ResultView, result_tables
from build_scripts.composer import Composer
from build_scripts.model.calculator import ExampleSpec, FieldSpec, ResultText
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.values import Values

from .conftest import PROJECT

SECOND = PROJECT / "tests/second_guide"


def guide_in(directory: Path) -> Guide:
    """A guide without errors."""
    found = check(directory).guide
    assert found is not None
    return found


FLAGSHIP, OTHER = guide_in(PROJECT), guide_in(SECOND)
FORMS = [(guide, id_) for guide in (FLAGSHIP, OTHER) for id_ in guide.calculators]


def composer(guide: Guide, here: str = "calculators/x/") -> Composer:
    """What a page of this guide is written with."""
    return Composer(guide, Values(guide), here)


def parsed(html: str) -> Element:
    """HTML as a browser's parser sees it."""
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return tree


@pytest.mark.parametrize(("guide", "id_"), FORMS, ids=[id_ for _, id_ in FORMS])
class TestEveryForm:
    """What holds for any calculator of any guide."""

    def test_is_one_block_for_markdown(self, guide: Guide, id_: str) -> None:
        """Markdown passes it through, letter by letter."""
        html = form(id_, composer(guide))

        assert [line for line in html.splitlines() if not line.strip()] == []
        assert Markdown().convert(f"Before\n\n{html}\n\nAfter") == f"<p>Before</p>\n{html}\n\n<p>After</p>"

    def test_has_unique_ids_and_no_loose_reference(self, guide: Guide, id_: str) -> None:
        """Labels, descriptions and forms point to something on the page."""
        elements = [each for each in parsed(form(id_, composer(guide))).iter() if isinstance(each.tag, str)]
        ids = [each.attrib["id"] for each in elements if "id" in each.attrib]
        attributes = ("for", "form", "aria-describedby", "aria-controls")
        pointed = [word for each in elements for name in attributes for word in each.get(name, "").split()]

        assert [each for each, count in Counter(ids).items() if count > 1] == []
        assert sorted(set(pointed) - set(ids)) == []

    def test_labels_every_input(self, guide: Guide, id_: str) -> None:
        """No field is nameless for somebody who doesn't see it."""
        tree = parsed(form(id_, composer(guide)))
        labelled = {label.get("for") for label in tree.iter("label")}
        wrapped = {each for label in tree.iter("label") for each in label.iter("input")}

        nameless = [
            each.attrib
            for each in tree.iter("input")
            if each.get("id") not in labelled and each not in wrapped and not each.get("aria-label")
        ]
        assert nameless == []

    def test_has_the_default_answer(self, guide: Guide, id_: str) -> None:
        """The answer of the first example stands there, formatted, before any script."""
        found, spec = view(id_, composer(guide)), guide.calculators[id_]
        value = spec.examples[0].results[found.answer.name]
        assert value is not None

        tree = parsed(form(id_, composer(guide)))
        (shown,) = [each.text for each in tree.iter("output") if each.get("data-answer") == "value"]
        if isinstance(value, list):
            assert shown == ", ".join(map(str, value))
        else:
            assert shown == Values(guide).format(float(value), found.answer.unit, found.answer.digits)

    def test_shows_every_single_result_with_its_definition(self, guide: Guide, id_: str) -> None:
        """Every result of Python's has its place; what is undefined says what it needs."""
        tree = parsed(form(id_, composer(guide)))
        outputs = {each.get("data-result"): each for each in tree.iter("output") if each.get("data-result")}
        spec = guide.calculators[id_]

        single = [each.name for each in spec.results if not each.many and not each.along]
        lists = [each.name for each in spec.results if each.along and each.along != each.name]
        heads = [each.get("data-along-column") for each in tree.iter("th") if each.get("data-along-column")]
        assert set(outputs) == set(single)
        assert {name for name in lists if not name.endswith(ENDS)} == set(heads)
        for name in single:
            assert bool(outputs[name].text) == (spec.examples[0].results[name] is not None)

    def test_has_no_style_and_no_script(self, guide: Guide, id_: str) -> None:
        """Nothing that a strict content security policy would refuse."""
        elements = list(parsed(form(id_, composer(guide))).iter())

        assert not [each for each in elements if each.tag in ("script", "style") or "style" in each.attrib]
        assert not [name for each in elements for name in each.attrib if name.startswith("on")]


def test_what_an_editor_writes_is_escaped() -> None:
    """Words that look like HTML come out as the words they are."""
    page = FLAGSHIP.pages["engagement-rate"]
    hostile = "<b>&'\"{{ x }}"
    words = {name: each.model_copy(update={"label": hostile, "unit": hostile}) for name, each in page.inputs.items()}
    results = {name: ResultText(label=hostile) for name in page.results}
    changed = page.model_copy(update={"inputs": words, "results": results, "row_name": hostile, "nav_title": hostile})
    guide = replace(FLAGSHIP, pages={**FLAGSHIP.pages, "engagement-rate": changed})

    tree = parsed(form("engagement-rate", composer(guide)))

    assert list(tree.iter("b")) == []
    assert {label.text for label in tree.iter("label") if label.get("for")} == {hostile}


def test_the_way_to_python_is_relative() -> None:
    """The site works under any sub-path: the page names the manifest relative to itself."""
    for here, way in (("calculators/engagement-rate/", "../../"), ("", "")):
        assert view("engagement-rate", composer(FLAGSHIP, here)).runtime == f"{way}assets/python/manifest.json"


def test_examples_travel_as_typed_texts() -> None:
    """A script can fill the form with an example without formatting a number."""
    data = json.loads(view("engagement-rate", composer(FLAGSHIP)).data)

    assert list(data) == ["creator-b", "creator-a"]
    assert data["creator-a"]["mode"] == "rows"
    assert data["creator-a"]["texts"]["followers"] == "35,000"
    assert data["creator-a"]["rows"][0]["likes"] == "1,180"


def test_columns_that_are_folded_but_filled_are_named() -> None:
    """The reader knows which numbers count although they are not in view."""
    rows = view("engagement-rate", composer(FLAGSHIP)).rows

    assert rows is not None
    assert rows.also == "Shares, Saves, Reach"
    assert rows.folded == ["Shares", "Saves", "Reach", "Impressions", "Views", "Followers"]


def test_fields_of_single_rows_wait_behind_the_table() -> None:
    """With the table in view only what holds for all rows stands beside it."""
    groups = view("engagement-rate", composer(FLAGSHIP)).groups
    shown = [field.name for group in groups for field in group.fields if not field.hidden]

    assert shown == ["followers"]


def test_rates_stand_in_a_grid_of_definitions() -> None:
    """Numerator and denominator by line, mean, median and pooled by column; the rest in a list."""
    grid, rest = view("engagement-rate", composer(FLAGSHIP)).tables

    assert grid.heads == ["Mean", "Median", "Pooled"]
    assert [row.label for row in grid.rows][:2] == ["Public by followers", "Public by reach"]
    assert grid.rows[0].text == "(likes + comments) ÷ followers"
    assert [each.name for row in rest.rows for each in row.results] == ["posts_entered", "posts_used", "flags"]


def test_the_ends_of_an_interval_stand_with_what_they_enclose() -> None:
    """Low, high and coverage of the median are no results of their own; a mean without an interval has none."""
    shown = view("engagement-rate", composer(FLAGSHIP))
    by_name = {each.name: each for each in shown.results}

    assert not [name for name in by_name if name.endswith(("_low", "_high", "_coverage"))]
    assert [end.shown for end in by_name["public_by_followers_median"].ends] == ["1.19%", "1.44%", "96.14%"]
    assert shown.answer.interval == "1.19% to 1.44%"
    assert by_name["public_by_followers_mean"].interval == ""
    assert by_name["flags"].shown == "7"


def test_results_without_a_pattern_are_a_list() -> None:
    """Costs share no endings, so each has its own line."""
    (table,) = view("cost-per-engagement", composer(FLAGSHIP)).tables

    assert table.heads == []
    assert [row.results[0].name for row in table.rows][:2] == ["total_cost", "cost_per_engagement"]


def test_a_grid_needs_two_lines_of_two() -> None:
    """One line of alike names is no grid."""
    results = [
        ResultView(name, "count", 0, name, name, name, "", False, "1") for name in ("a_mean", "a_median", "b_mean")
    ]

    (table,) = result_tables(results)
    assert [row.label for row in table.rows] == ["a_mean", "a_median", "b_mean"]


@pytest.mark.parametrize(
    ("unit", "low", "high", "whole", "text"),
    [
        ("count", 0, 1e12, True, "Whole number, 0 or more."),
        ("count", 1, 30, True, "Whole number from 1 to 30."),
        ("money", 0, 2500.5, False, "Number from 0 to 2,500.5."),
        ("ratio", 0, 1, False, "Percentage from 0% to 100%."),
        ("ratio", 0.005, None, False, "Percentage, 0.5% or more."),
        ("count", None, 10, False, "Number, 10 or less."),
        ("count", None, None, False, "Number."),
    ],
)
def test_limits_are_said(unit: str, low: float | None, high: float | None, whole: bool, text: str) -> None:
    """What a field takes, in words; a limit that only guards against slips is left out."""
    field = FieldSpec(
        name="x", word="x", unit=unit, minimum=low, maximum=high, whole=whole, costly=False, choices=[], longest=None
    )

    assert limits(field, composer(FLAGSHIP)) == text


def test_an_undefined_default_shows_words() -> None:
    """Where the example has no answer, the page says what is needed and shows no number."""
    spec = FLAGSHIP.calculators["cost-per-engagement"]
    empty = dict.fromkeys(spec.examples[0].results)
    example = ExampleSpec(id="campaign", inputs={}, rows=[], results=empty, problems=[])
    calculators = {**FLAGSHIP.calculators, spec.id: spec.model_copy(update={"examples": [example]})}

    html = form(spec.id, composer(replace(FLAGSHIP, calculators=calculators)))

    assert re.search(r'data-answer="value"[^>]*>Undefined<', html)
    assert 'data-answer="text">Needs a cost and engagements above 0.<' in html
