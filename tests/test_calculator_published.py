"""Published figures beside an answer: on one scale, named by what tells them apart."""

from dataclasses import replace
from decimal import Decimal

from build_scripts.calculator_page import form, view
from build_scripts.calculator_published import PublishedView
from build_scripts.composer import Composer
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.values import Values

from .conftest import PROJECT


def guide_in(folder: str) -> Guide:
    """A guide without errors."""
    found = check(PROJECT / folder).guide
    assert found is not None
    return found


BAKERY = guide_in("tests/second_guide")


def published(guide: Guide, **changed: object) -> PublishedView | None:
    """What stands beside the answer of the bakery's calculator, with another page for it."""
    page = guide.pages["hydration"].model_copy(update=changed)
    pages = {**guide.pages, "hydration": page}
    return view("hydration", Composer(replace(guide, pages=pages), Values(guide), "calculators/hydration/")).published


def test_published_percentages_stand_beside_a_ratio() -> None:
    """81.5 percent and an answer of 0.65 share one scale; each figure leads to its statistic."""
    found = published(BAKERY)

    assert found is not None
    assert [(each.label, each.number, each.text) for each in found.figures] == [
        ("rye", Decimal("0.815"), "81.5%"),
        ("wheat", Decimal("0.642"), "64.2%"),
    ]
    assert found.figures[0].href == "../../statistics/#water-rye"
    assert found.figures[0].place == "94.34%"  # the largest number, with air beyond it
    assert found.sources == "The Old Mill 2025"


def test_alike_figures_are_named_by_what_they_measure() -> None:
    """Without a facet in which they differ the measure has to tell."""
    found = published(BAKERY, benchmarks=["water-rye"])

    assert found is not None
    assert [each.label for each in found.figures] == ["Water on flour"]


def test_figures_in_another_unit_are_not_drawn() -> None:
    """Minutes have no place beside a share."""
    assert published(BAKERY, benchmarks=["baking-time"]) is None
    assert published(BAKERY, benchmarks=[]) is None


def test_an_answer_that_is_not_defined_has_no_mark() -> None:
    """The published figures stand there all the same."""
    spec = BAKERY.calculators["hydration"]
    example = spec.examples[0].model_copy(update={"results": {**spec.examples[0].results, "hydration": None}})
    changed = spec.model_copy(update={"examples": [example, *spec.examples[1:]]})
    found = published(replace(BAKERY, calculators={**BAKERY.calculators, "hydration": changed}))

    assert found is not None
    assert found.place is None
    assert len(found.figures) == 2


def test_the_interval_is_drawn_where_it_is_known() -> None:
    """From its low to its high end, as shares of the scale."""
    flagship = guide_in(".")
    shown = view("engagement-rate", Composer(flagship, Values(flagship), "calculators/engagement-rate/"))

    assert shown.published is not None
    low, length = (float(each.rstrip("%")) for each in shown.published.interval)
    place = float((shown.published.place or "0").rstrip("%"))
    assert low < place < low + length
    assert "data-published" in form("engagement-rate", Composer(flagship, Values(flagship), "calculators/x/"))
