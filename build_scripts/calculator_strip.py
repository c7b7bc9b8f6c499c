"""The strip of a calculator's answer: each row's number on an axis from zero, as the macro draws it."""

from dataclasses import dataclass

from .composer import Composer
from .model.calculator import CalculatorSpec, ExampleSpec, StripSpec

DOT = 5.5
"""A dot's radius in pixels; places are percentages, so that the picture fits any width without scaling its text."""

NOTHING = StripSpec(stem="", ticks=[], digits=0, dots=[], marks=dict.fromkeys(("median", "mean", "low", "high")))


@dataclass(frozen=True)
class StripMark:
    """The median or the mean: where it stands, its words, and whether they go to its left."""

    name: str
    place: str
    text: str
    left: bool


@dataclass(frozen=True)
class StripView:
    """Everything the macro draws around the axis, which is at 0; lengths in pixels, places in percent."""

    shown: bool
    above: float
    below: float
    ticks: list[tuple[str, str]]
    dots: list[tuple[str, float, str]]
    interval: tuple[str, str]
    marks: list[StripMark]
    description: str


def strip_view(spec: CalculatorSpec, example: ExampleSpec, row_name: str, composer: Composer) -> StripView:
    """The strip of an example; an empty one where it has none, for the script to fill."""
    strip, values, words = example.strip or NOTHING, composer.values, composer.guide.words
    results = {each.name: each for each in spec.results}
    found = {name: example.results.get(f"{strip.stem}_{name}") for name in ("per_post", "median", "mean")}
    unit, digits = (
        ("count", 0)
        if not example.strip
        else (results[f"{strip.stem}_median"].unit, results[f"{strip.stem}_median"].digits)
    )

    def written(number: object) -> str:
        return values.format(number, unit, digits) if isinstance(number, int | float) else ""

    each = found["per_post"] if isinstance(found["per_post"], list) else []
    levels = [level for _, _, level in strip.dots] or [0]
    return StripView(
        shown=example.strip is not None,
        above=DOT - min(levels) * 2 * DOT,
        below=DOT + max(levels) * 2 * DOT,
        ticks=[(percent(place), values.format(value, unit, strip.digits)) for value, place in strip.ticks],
        dots=[(percent(x), y * 2 * DOT, f"{row_name} {row}: {written(each[row - 1])}") for row, x, y in strip.dots],
        interval=_interval(strip),
        marks=[
            _mark("median", strip.marks["median"], words.say("median {number}", number=written(found["median"]))),
            _mark("mean", strip.marks["mean"], words.say("mean {number}", number=written(found["mean"]))),
        ],
        description=words.say(
            "{count} × {row}; median {median}, mean {mean}",
            count=len(strip.dots),
            row=row_name,
            median=written(found["median"]),
            mean=written(found["mean"]),
        ),
    )


def percent(share: float) -> str:
    """A place on the axis as SVG takes it.

    >>> percent(0.0488), percent(0)
    ('4.88%', '0.00%')
    """
    return f"{share * 100:.2f}%"


def _interval(strip: StripSpec) -> tuple[str, str]:
    low, high = strip.marks["low"], strip.marks["high"]
    return (percent(0), percent(0)) if low is None or high is None else (percent(low), percent(high - low))


def _mark(name: str, place: float | None, text: str) -> StripMark:
    return StripMark(name, percent(place or 0), text if place is not None else "", (place or 0) > 0.5)
