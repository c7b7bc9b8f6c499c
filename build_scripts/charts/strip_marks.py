"""The marks of one strip: packed dots, the median's line and the mean's."""

from dataclasses import dataclass

from ..model.figure import StripRow
from ..values import Value
from .canvas import Canvas
from .drawing import Pen, number_of
from .scales import Scale
from .text_width import styled_width

DOT = 6.5
FAR = 3.0
"""An observation beyond this many times the median is named."""

MEDIAN, MEAN = "g-text--small g-text--strong g-text--blue g-halo", "g-text--small g-text--strong g-text--red g-halo"
FAR_WORDS = "g-text--small g-halo"


@dataclass(frozen=True)
class Strip:
    """One row with its numbers; `first` is the row of the table where they begin, with the median and the mean."""

    row: StripRow
    values: Value
    numbers: list[float]
    median: Value
    mean: Value
    first: int

    def rows_of(self, numbers: list[float]) -> list[int]:
        """The rows of the table that hold these of its observations, smallest first."""
        order = sorted(range(len(self.numbers)), key=self.numbers.__getitem__)
        return [self.first + 2 + index for index in order if self.numbers[index] in numbers]

    @property
    def far(self) -> list[float]:
        """Observations far from the typical one."""
        typical = number_of(self.median)
        return [number for number in self.numbers if typical > 0 and number > FAR * typical]


def draw_strip(
    canvas: Canvas, strip: Strip, numbers: list[float], pen: Pen, scale: Scale, y: float, reach: float
) -> None:
    """Dots in ink; median and mean where they lie on this scale."""
    canvas.line(scale.start, y, scale.end, y, "g-axis--quiet")
    dots = packed([scale(number) for number in numbers], DOT)
    for row, (x, shift) in zip(strip.rows_of(numbers), dots, strict=True):
        with canvas.showing(row):
            canvas.circle(x, y + shift, DOT, "g-mark--dot")
    median, mean = number_of(strip.median), number_of(strip.mean)
    if scale.low <= mean <= scale.high:
        with canvas.showing(strip.first + 1):
            _mean(canvas, pen.mean(strip.mean), scale(mean), y, reach)
    if scale.low <= median <= scale.high:
        with canvas.showing(strip.first):
            _median(canvas, pen.median(strip.median), scale(median), y, reach)


def _median(canvas: Canvas, words: str, x: float, y: float, reach: float) -> None:
    canvas.line(x, y - reach, x, y + reach, "g-mark--blue-median")
    canvas.add("path", d=f"M{x - 7:.1f} {y + reach + 10:.1f}l7-12 7 12z", class_="g-mark--blue")
    _beside(canvas, words, MEDIAN, x, y + reach + 10)


def _mean(canvas: Canvas, words: str, x: float, y: float, reach: float) -> None:
    canvas.line(x, y - reach, x, y + reach, "g-mark--red-dashed")
    canvas.add("path", d=f"M{x - 7:.1f} {y - reach - 11:.1f}h14l-7 12z", class_="g-mark--red-hollow")
    _beside(canvas, words, MEAN, x, y - reach - 1)


def _beside(canvas: Canvas, words: str, class_: str, x: float, y: float) -> None:
    """At the right of a triangle, or at its left when the picture ends there."""
    right = x + 12 + styled_width(words, class_) <= canvas.width
    canvas.text(x + 12 if right else x - 12, y, words, class_, "start" if right else "end")


def name_far(canvas: Canvas, strip: Strip, names: list[tuple[float, str]], scale: Scale, y: float) -> None:
    """Name the observations far from the rest, where the names fit."""
    for number, words in names:
        x = scale(number)
        over = canvas.inside(x, words, FAR_WORDS)
        canvas.place(words, FAR_WORDS, (min(x + DOT, canvas.width), y - 14, "end"), (over, y + 24, "middle"))


def packed(places: list[float], radius: float) -> list[tuple[float, float]]:
    """Each place with the smallest sideways shift at which no dot hides another.

    >>> packed([0, 1, 40], 5)
    [(0, 0.0), (1, -10.0), (40, 0.0)]
    """
    put: list[tuple[float, float]] = []
    for place in sorted(places):
        near = [(x, shift) for x, shift in put if place - x < 2 * radius]
        shifts = (sign * step * radius / 2 for step in range(4 * len(near) + 2) for sign in (-1, 1))
        free = (shift for shift in shifts if all(_apart(place - x, shift - other, radius) for x, other in near))
        put.append((place, next(free) + 0.0))
    return put


def _apart(across: float, along: float, radius: float) -> bool:
    return across**2 + along**2 >= (1.95 * radius) ** 2
