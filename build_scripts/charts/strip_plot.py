"""Strip plot: one dot an observation, packed sideways, with median and mean."""

from dataclasses import dataclass

from ..model.figure import StripPlot, StripRow
from ..values import Value
from .drawing import Drawing, Pen, Table, at_every_width, number_of
from .scales import Scale, ticks
from .svg import Canvas, text_width

ROW, HEAD, DOT = 138, 22, 5.4
FAR = 3.0
"""An observation beyond this many times the median is named."""


@dataclass(frozen=True)
class Strip:
    """One row with its numbers."""

    row: StripRow
    values: Value
    numbers: list[float]
    median: Value
    mean: Value

    @property
    def far(self) -> list[float]:
        """Observations far from the typical one."""
        return [number for number in self.numbers if number > FAR * number_of(self.median)]


def draw(figure: StripPlot, pen: Pen) -> Drawing:
    """Median solid and blue with a triangle below, mean dashed and red with a hollow one above."""
    strips = [_strip(row, pen) for row in figure.rows]
    description = " ".join(_sentence(strip, pen) for strip in strips)
    rows = tuple(
        (strip.row.label, str(index), _text(number, strip, pen))
        for strip in strips
        for index, number in enumerate(strip.numbers, start=1)
    )
    totals = tuple(
        (strip.row.label, name, pen.text(value))
        for strip in strips
        for name, value in (("median", strip.median), ("mean", strip.mean))
    )
    pictures = at_every_width(lambda width, narrow: _layout(figure, strips, pen, width, narrow), description)
    table = Table(("", "Observation", "Value"), (*totals, *rows), (False, False, True))
    return Drawing(pictures, description, table, tuple(strip.values for strip in strips))


def _strip(row: StripRow, pen: Pen) -> Strip:
    values = pen.value(row.values)
    numbers = [float(number) for number in values.numbers if number is not None]
    return Strip(row, values, numbers, pen.value(row.median), pen.value(row.mean))


def _text(number: float, strip: Strip, pen: Pen) -> str:
    return pen.values.format(number, strip.values.unit, strip.values.digits)


def _sentence(strip: Strip, pen: Pen) -> str:
    low, high = (_text(end(strip.numbers), strip, pen) for end in (min, max))
    return (
        f"{strip.row.label}: {len(strip.numbers)} observations between {low} and {high}, "
        f"median {pen.text(strip.median)}, mean {pen.text(strip.mean)}."
    )


def _layout(figure: StripPlot, strips: list[Strip], pen: Pen, width: float, narrow: bool) -> Canvas:
    highest = max(number for strip in strips for number in strip.numbers)
    left = 12.0 if narrow else width * 0.15
    scale = Scale(0, highest * 1.04, left, width - 8)
    height = ROW + (44 if narrow else 0)
    canvas = Canvas(width, HEAD + height * len(strips) + 20)
    for tick in ticks(0, scale.high, 4 if narrow else 9):
        canvas.line(scale(tick), HEAD - 10, scale(tick), canvas.height - 28, "g-grid")
        words = pen.tick(tick, strips[0].values)
        canvas.text(canvas.inside(scale(tick), words), canvas.height - 8, words, "g-text--small", "middle")
    for index, strip in enumerate(strips):
        top = HEAD + height * index + (44 if narrow else 0)
        _label(canvas, strip, pen, top, narrow=narrow)
        _draw_strip(canvas, figure, strip, pen, scale, top + 62)
    return canvas


def _label(canvas: Canvas, strip: Strip, pen: Pen, top: float, *, narrow: bool) -> None:
    y = top - 24 if narrow else top + 58
    canvas.text(0, y, strip.row.label, "g-text--strong")
    if strip.row.detail:
        canvas.text(0, y + 19, pen.plain(strip.row.detail), "g-text--small g-text--quiet")


def _draw_strip(canvas: Canvas, figure: StripPlot, strip: Strip, pen: Pen, scale: Scale, y: float) -> None:
    canvas.line(scale.start, y, scale.end, y, "g-axis--quiet")
    for x, shift in packed([scale(number) for number in strip.numbers], DOT):
        canvas.add("circle", cx=x, cy=y + shift, r=DOT, class_="g-mark--dot")
    median, mean = scale(number_of(strip.median)), scale(number_of(strip.mean))
    canvas.line(median, y - 34, median, y + 34, "g-mark--blue-median")
    canvas.add("path", d=f"M{median - 7:.1f} {y + 44:.1f}l7 -12 7 12z", class_="g-mark--blue")
    canvas.line(mean, y - 34, mean, y + 30, "g-mark--red-dashed")
    canvas.add("path", d=f"M{mean - 7:.1f} {y - 45:.1f}h14l-7 12z", class_="g-mark--red-hollow")
    _readings(canvas, strip, pen, (median, mean), y)
    for number in strip.far:
        words = f"{figure.far}, {_text(number, strip, pen)}"
        canvas.text(min(scale(number) + 8, canvas.width), y - 16, words, "g-text--small g-halo", "end")


def _readings(canvas: Canvas, strip: Strip, pen: Pen, places: tuple[float, float], y: float) -> None:
    median, mean = places
    first, second = f"median {pen.text(strip.median)}", f"mean {pen.text(strip.mean)}"
    canvas.text(median + 12, y + 44, first, "g-text--small g-halo g-text--strong g-text--blue")
    room = canvas.width - mean - 12 > text_width(second)
    place, anchor = (mean + 12, "start") if room else (mean - 12, "end")
    canvas.text(place, y - 35, second, "g-text--small g-halo g-text--strong g-text--red", anchor)


def packed(places: list[float], radius: float) -> list[tuple[float, float]]:
    """Each place with the smallest sideways shift at which no dot hides another.

    >>> packed([0, 1, 40], 5)
    [(0, 0.0), (1, -10.0), (40, 0.0)]
    """
    put: list[tuple[float, float]] = []
    for place in sorted(places):
        shifts = [sign * step * radius / 2 for step in range(40) for sign in (-1, 1)]
        free = (s for s in shifts if all((place - x) ** 2 + (s - dy) ** 2 >= (1.95 * radius) ** 2 for x, dy in put))
        put.append((place, next(free, 0.0) + 0.0))
    return put
