"""References become values, and values are written as people read them."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.guide import Unit
from build_scripts.model.source import Statistic
from build_scripts.pipeline import check
from build_scripts.values import IncomparableError, UnknownReferenceError, Values

GUIDE = check(Path(__file__).parent / "second_guide").guide
assert GUIDE is not None
VALUES = Values(GUIDE)


def statistic(id_: str, **fields: object) -> Statistic:
    """A statistic of the second guide's first definition."""
    words = {"unit": "percent", "measures": "x", "definition": "water-on-flour", "population": "x", "period": "x"}
    return Statistic.model_validate({"id": id_, **words, **fields})


def values(*statistics: Statistic, language: str = "en") -> Values:
    """The second guide with its first source giving these statistics alone."""
    assert GUIDE is not None
    mill = GUIDE.sources["old-mill"].model_copy(update={"statistics": list(statistics)})
    settings = GUIDE.settings.model_copy(update={"language": language})
    return Values(replace(GUIDE, sources={"old-mill": mill}, settings=settings))


def test_a_statistic_keeps_what_stands_behind_it() -> None:
    """Number, unit, definition and source travel with the value."""
    value = VALUES.resolve("water-rye")

    assert value.numbers == (Decimal("81.5"),)
    assert (value.unit, value.definition, value.source, value.calculator) == (
        "percent",
        "water-on-flour",
        "old-mill",
        None,
    )
    assert value.statistics == (VALUES.statistic("water-rye"),)


def test_a_result_is_what_its_calculator_computed() -> None:
    """A worked example's result has the digits and the unit that its module says."""
    value = VALUES.resolve("hydration.country-loaf.hydration")

    assert value.numbers == (Decimal("0.75"),)
    assert (value.unit, value.digits, value.calculator) == ("ratio", 1, "hydration")
    assert value.sources == ()


def test_a_computed_value_names_each_source_once() -> None:
    """Two figures of one source are one source; of two sources, two in order."""
    assert VALUES.resolve("water-rye / water-wheat").sources == ("old-mill",)
    assert VALUES.resolve("water-wheat-new - water-wheat").sources == ("new-mill", "old-mill")


@pytest.mark.parametrize(
    ("ref", "suggestion"),
    [
        ("water-ry", "water-rye"),
        ("hydration.country-loaf.hydratoin", "hydration.country-loaf.hydration"),
        ("hydration.country-loaf", "hydration.country-loaf.salt"),
        ("nothing-like-it", None),
        ("", None),
        ("water-rye / ", None),
    ],
)
def test_an_unknown_reference_names_the_nearest(ref: str, suggestion: str | None) -> None:
    """A near miss is named; nonsense is not guessed at."""
    with pytest.raises(UnknownReferenceError) as caught:
        VALUES.resolve(ref)

    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("ref", "reason"),
    [
        ("water-rye / baking-time", "the units “percent” and “minutes” differ"),
        ("water-rye - weighing-bakers", "the definitions “water-on-flour” and “share-of-bakers” can't be compared"),
        ("loaf-asked / loaf-asked", "a range or a list has no single number"),
        ("nought / some", "the definitions “other” and “water-on-flour” can't be compared"),
        ("some / nought-too", "nothing can be divided by zero"),
    ],
)
def test_unlike_things_are_not_compared(ref: str, reason: str) -> None:
    """The refusal says why."""
    assert GUIDE is not None
    more = [
        statistic("nought", value=0, definition="other"),
        statistic("nought-too", value=0),
        statistic("some", value=1),
    ]
    known = values(
        *GUIDE.sources["old-mill"].statistics,
        statistic("weighing-bakers", value=58, definition="share-of-bakers"),
        *more,
    )

    with pytest.raises(IncomparableError) as caught:
        known.resolve(ref)

    assert str(caught.value) == reason


def test_definitions_may_mix_where_the_figure_says_so() -> None:
    """`mixed` allows other definitions, never other units."""
    assert VALUES.text(VALUES.resolve("loaf-paid / loaf-paid", mixed=True)) == "1.00"
    assert VALUES.text(VALUES.resolve("water-rye / weighing-bakers", mixed=True)) == "1.41"
    with pytest.raises(IncomparableError):
        VALUES.resolve("water-rye / baking-time", mixed=True)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("50000", "35000", "1.43"),
        ("34", "1", "34"),
        ("9.995", "1", "10"),
        ("9.994", "1", "9.99"),
        ("1", "2", "0.50"),
        ("1", "80", "0.012"),
        ("3", "10000", "0.00030"),
        ("0", "7", "0.00"),
        ("-24", "2", "-12"),
    ],
)
def test_ratios_show_what_they_can_tell(left: str, right: str, shown: str) -> None:
    """Whole from 10 up, two digits below, more when there would be nothing but zeros."""
    known = values(statistic("left", value=Decimal(left)), statistic("right", value=Decimal(right)))

    assert known.text(known.resolve("left / right")) == shown


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("82", "73", "9 percentage points"),
        ("82", "81", "1 percentage point"),
        ("73", "82", "-9 percentage points"),
        ("1.30", "0.85", "0.45 percentage points"),
    ],
)
def test_differences_of_shares_are_points(left: str, right: str, shown: str) -> None:
    """Nine percent more would be another thing."""
    known = values(statistic("left", value=Decimal(left)), statistic("right", value=Decimal(right)))

    assert known.text(known.resolve("left - right")) == shown


def test_differences_of_results_are_points_too() -> None:
    """A ratio inside is a percentage when shown, and so is its difference."""
    ref = "hydration.country-loaf.hydration"

    assert VALUES.text(VALUES.resolve(f"{ref} - {ref}")) == "0.0 percentage points"


@pytest.mark.parametrize(
    ("number", "unit", "digits", "shown"),
    [
        ("0.48", "percent", None, "0.48%"),
        ("3.70", "percent", None, "3.70%"),
        ("1674", "euro", None, "€1,674"),
        ("1674.5", "money", 2, "€1,674.50"),
        ("-4.5", "money", 2, "-€4.50"),
        ("35000", "count", None, "35,000"),
        ("1234567890123", "count", None, "1,234,567,890,123"),
        ("0.0305", "ratio", 2, "3.05%"),
        ("0.03", "ratio", None, "3%"),
        ("2.5", "count", 0, "2"),
        ("3.5", "count", 0, "4"),
        ("0.00125", "ratio", 2, "0.12%"),
        ("-0.001", "count", 2, "0.00"),
        ("-0.00001", "ratio", 2, "0.00%"),
        ("-0.001", "money", 2, "€0.00"),
        ("750", "grams", None, "750 g"),
        ("1E+3", "count", None, "1,000"),
        ("1E+40", "count", None, "10,000,000,000,000,000,000,000,000,000,000,000,000,000"),
    ],
)
def test_numbers_are_written_with_their_unit(number: str, unit: str, digits: int | None, shown: str) -> None:
    """Half-even, as many digits as asked or written, never −0, never shortened."""
    assert VALUES.format(Decimal(number), unit, digits) == shown


@pytest.mark.parametrize(
    ("language", "count", "money", "share"),
    [
        ("en", "1,234,567.5", "€1,234.50", "3.0%"),
        ("de", "1.234.567,5", "1.234,50\N{NO-BREAK SPACE}€", "3,0\N{NO-BREAK SPACE}%"),
        (
            "fr",
            "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,5",
            "1\N{NO-BREAK SPACE}234,50\N{NO-BREAK SPACE}€",
            "3,0\N{NO-BREAK SPACE}%",
        ),
        ("pt-br", "1.234.567,5", "€\N{NO-BREAK SPACE}1.234,50", "3,0%"),
    ],
)
def test_numbers_follow_the_language(language: str, count: str, money: str, share: str) -> None:
    """Every space in a number is one no-break space, whichever CLDR uses."""
    known = values(language=language)

    written = (
        known.format(Decimal("1234567.5"), "count"),
        known.format(1234.5, "money", 2),
        known.format(0.03, "ratio", 1),
    )

    assert written == (count, money, share)


def test_a_unit_has_a_prefix_and_a_suffix() -> None:
    """Units of guide.yml are written as the editor says."""
    assert GUIDE is not None
    units = {**GUIDE.settings.units, "dpi": Unit(name="dots", prefix="~", suffix=" dpi")}
    known = Values(replace(GUIDE, settings=GUIDE.settings.model_copy(update={"units": units})))

    assert known.format(300, "dpi") == "~300 dpi"


def test_a_range_shows_both_ends() -> None:
    """Each end carries its unit."""
    assert VALUES.text(VALUES.resolve("loaf-asked")) == "€4.25–€6.9"


def test_a_list_has_no_text() -> None:
    """Observations are drawn, not written."""
    listed = replace(VALUES.resolve("water-rye"), many=True)

    with pytest.raises(IncomparableError, match=r"^a list of observations can only be drawn$"):
        VALUES.text(listed)


def test_an_undefined_result_says_so() -> None:
    """None is no number, not zero."""
    assert VALUES.text(replace(VALUES.resolve("water-rye"), numbers=(None,))) == "undefined"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.integers(0, 4))
def test_what_is_written_reads_back_rounded(number: Decimal, digits: int) -> None:
    """Written and read again, a number is off by half a digit at most."""
    shown = VALUES.format(number, "count", digits)

    assert abs(Decimal(shown.replace(",", "")) - number) * 2 <= Decimal(1).scaleb(-digits)
    assert not (shown.startswith("-") and set(shown) <= set("-0.,"))


@given(st.text())
def test_any_reference_is_resolved_or_refused(ref: str) -> None:
    """No text makes resolving stumble."""
    with suppress(UnknownReferenceError, IncomparableError):
        assert VALUES.resolve(ref).numbers
