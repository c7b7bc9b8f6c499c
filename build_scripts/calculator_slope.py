"""The break-even line of a calculator's answer, as the macro draws it."""

from collections.abc import Mapping
from dataclasses import dataclass

from .calculator_results import ResultView
from .calculator_strip import percent
from .composer import Composer
from .model.calculator import ExampleSpec

HIDDEN = "M0 0"


@dataclass(frozen=True)
class SlopeView:
    """Places in percent of the plot, from its left and from its top; paths in hundredths of it.

    Attributes:
        ticks: From the left, from the top, and the label.
        labels: Of the axis across and of the one upwards.
        words: The picture in a sentence; empty where there is nothing to show.
    """

    ticks: list[tuple[str, str, str]]
    side: str
    line: str
    point: tuple[str, str]
    labels: tuple[str, str]
    words: str


def slope_view(example: ExampleSpec, results: Mapping[str, ResultView], composer: Composer) -> SlopeView:
    """The line of an example; an empty plot where it has none, for the script to fill."""
    slope = example.slope
    if slope is None:
        return SlopeView([], HIDDEN, HIDDEN, (percent(0), percent(0)), ("", ""), "")
    x, y, ratio = (results[name] for name in (slope.x, slope.y, slope.ratio))
    ticks = [(place, composer.values.format(value, y.unit, slope.digits)) for value, place in slope.ticks]
    line = f"M0 100L{_hundredths(slope.line[0])} {_hundredths(1 - slope.line[1])}"
    return SlopeView(
        ticks=[(percent(place), percent(1 - place), text) for place, text in ticks],
        side=f"{line}{'L100 0' if slope.line[0] == 1 else ''}L0 0z",
        line=line,
        point=(percent(slope.point[0]), percent(1 - slope.point[1])),
        labels=(x.label, y.label),
        words=composer.guide.words.say(
            "On the line, {y} is {times} × {x}. The dot: {above} against {across}.",
            y=y.label,
            x=x.label,
            times=ratio.shown,
            above=y.shown,
            across=x.shown,
        ),
    )


def _hundredths(share: float) -> str:
    return percent(share).removesuffix("%")
