"""Slope: the break-even line between two sizes, both winning sides named, readings on either side."""

import math
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..model.figure import Slope, SlopePoint
from ..values import Value
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, number_of, opened
from .scales import Scale, round_up, ticks
from .svg import element, number
from .text_width import extra_height, styled_width

LEFT, TOP, BOTTOM, RIGHT, LIMIT = 56, 40, 58, 14, 620
TICK, STRONG = "g-text--small", "g-text--strong"
SIDE = 0.88
"""The share of the plot's width that the name of a side may take."""


@dataclass(frozen=True)
class Reading:
    """One point: what both sides have."""

    point: SlopePoint
    x: Value
    y: Value


@dataclass(frozen=True)
class Plot:
    """The surface with both scales."""

    canvas: Canvas
    x: Scale
    y: Scale


def draw(figure: Slope, pen: Pen) -> Drawing:
    """On the line both sides bring the same."""
    ratio = number_of(pen.value(figure.x_size)) / number_of(pen.value(figure.y_size))
    times = f"{pen.values.format(ratio, 'count', 2)}×"
    readings = [Reading(point, pen.value(point.x), pen.value(point.y)) for point in figure.points]
    said = " ".join(_sentence(figure, reading, ratio, pen) for reading in readings)
    equal = pen.say(
        "On the line both sides are equal: {y} = {times} {x}.", y=figure.y_label, times=times, x=figure.x_label
    )
    description = f"{equal} {said}"
    rows = tuple((each.point.label, pen.text(each.x), pen.text(each.y)) for each in readings)
    table = Table((pen.say("Reading"), figure.x_label, figure.y_label), rows, (False, True, True))
    number_alone = element("div", element("p", times, class_="g-big__value"), class_="g-big")
    lay_out = partial(_layout, figure, readings, ratio, times, pen)
    values = tuple(value for each in readings for value in (each.x, each.y))

    def pictures() -> dict[str, Markup]:
        return {"number": number_alone, **at_every_width(lay_out, description, LIMIT)}

    return Drawing(pictures, description, table, values, at_any_width(lay_out, LIMIT), giant=times)


def _sentence(figure: Slope, reading: Reading, ratio: float, pen: Pen) -> str:
    x, y = number_of(reading.x), number_of(reading.y)
    wins = figure.y_wins if y > ratio * x else figure.x_wins
    pair = f"{figure.x_label} {pen.text(reading.x)}, {figure.y_label} {pen.text(reading.y)}"
    return f"{opened(reading.point.label)}: {pair}; {pen.plain(wins)}."


def _layout(
    figure: Slope, readings: list[Reading], ratio: float, times: str, pen: Pen, width: float, size: str
) -> Canvas:
    most = max(max(number_of(each.y), number_of(each.x) * ratio) for each in readings)
    high = round_up(most * 1.1) or 1.0
    height = (width - LEFT - RIGHT) * (1.1 if size == "narrow" else 0.8)
    top = TOP + extra_height(figure.y_label, TICK, width)
    canvas = Canvas(width, top + height + BOTTOM)
    plot = Plot(canvas, Scale(0, high / ratio, LEFT, width - RIGHT), Scale(0, high, top + height, top))
    _sides(plot, figure, times, pen)
    _axes(plot, figure, pen, 4 if size == "narrow" else 6)
    places = [(plot.x(number_of(each.x)), plot.y(number_of(each.y))) for each in readings]
    canvas.add("path", d="M" + "L".join(f"{number(x)} {number(y)}" for x, y in places), class_="g-mark--ink-dotted")
    for index, ((x, y), each) in enumerate(zip(places, readings, strict=True)):
        with canvas.showing(index):
            _mark(canvas, each, x, y)
    for (x, y), each in zip(places, readings, strict=True):
        _name_point(plot, each, x, y, pen)
    return canvas


def _sides(plot: Plot, figure: Slope, times: str, pen: Pen) -> None:
    canvas, x, y = plot.canvas, plot.x, plot.y
    canvas.add("path", d=f"M{number(x.start)} {number(y.start)}V{number(y.end)}H{number(x.end)}z", class_="g-side")
    canvas.line(x.start, y.start, x.end, y.end, "g-mark--ink-line")
    room, wins = (x.end - x.start) * SIDE, pen.plain(figure.x_wins)
    canvas.lines(x.start + 14, y.end + 26, pen.plain(figure.y_wins), STRONG, room)
    canvas.lines(x.end - 4, y.start - 16 - extra_height(wins, STRONG, room), wins, STRONG, room, "end")
    rise, run = y.start - y.end, x.end - x.start
    for step in range(40):
        _clear(canvas, x.start + run * step / 39, y.start - rise * step / 39, 3)
    _say_equal(plot, pen.say("equal at {times}", times=times), (54 + extra_height(wins, STRONG, room)) / rise)


def _say_equal(plot: Plot, words: str, begin: float) -> None:
    """Words along the line, under it, beginning above the name of the side."""
    canvas, x, y = plot.canvas, plot.x, plot.y
    rise, run = y.start - y.end, x.end - x.start
    at_x, at_y = x.start + run * begin, y.start - rise * begin
    turn = f"rotate({number(-math.degrees(math.atan2(rise, run)))} {number(at_x)} {number(at_y)})"
    canvas.add("text", words, x=at_x, y=at_y + 20, transform=turn, class_="g-text--small g-text--strong")
    length, whole = styled_width(words, "g-text--small"), math.hypot(rise, run)
    for step in range(8):
        share = length * step / 7 / whole
        _clear(canvas, at_x + run * share + 15 * rise / whole, at_y - rise * share + 15 * run / whole, 7)


def _clear(canvas: Canvas, x: float, y: float, reach: float) -> None:
    canvas.keep_clear(x - reach, y - reach, x + reach, y + reach)


def _axes(plot: Plot, figure: Slope, pen: Pen, most: int) -> None:
    canvas, x, y = plot.canvas, plot.x, plot.y
    canvas.line(x.start, y.end, x.start, y.start, "g-axis")
    canvas.line(x.start, y.start, x.end, y.start, "g-axis")
    for tick in ticks(0, x.high, most):
        canvas.line(x(tick), y.start, x(tick), y.start + 6, "g-axis")
        canvas.text(x(tick), y.start + 23, pen.tick(tick, pen.value(figure.points[0].x)), TICK, "middle")
    for tick in ticks(0, y.high, 6)[1:]:
        canvas.line(x.start - 6, y(tick), x.start, y(tick), "g-axis")
        canvas.text(x.start - 11, y(tick) + 5, pen.tick(tick, pen.value(figure.points[0].y)), TICK, "end")
    canvas.lines(0, TOP - 20, figure.y_label, f"{TICK} g-text--quiet", canvas.width)
    canvas.lines(x.end, y.start + 46, figure.x_label, f"{TICK} g-text--quiet", canvas.width - RIGHT, "end")


def _name_point(plot: Plot, reading: Reading, x: float, y: float, pen: Pen) -> None:
    """Two lines beside the point where both are clear of the rest, else one under the plot with the mark repeated."""
    canvas, words = plot.canvas, f"{pen.text(reading.x)} / {pen.text(reading.y)}"
    half = max(styled_width(reading.point.label, STRONG), styled_width(words, TICK)) / 2
    middle, edge = min(max(x, LEFT + half + 6), canvas.width - half), canvas.width - half
    below, above = [(middle, 30.0), (edge, 30.0), (edge, 44.0)], [(middle, -34.0), (LEFT + half + 6, -34.0)]
    for at, drop in (*below, *above) if reading.point.hollow else (*above, *below):
        taken, parts = len(canvas.taken), len(canvas.parts)
        first = canvas.place(reading.point.label, STRONG, (at, y + drop, "middle"))
        if first and canvas.place(words, TICK, (at, y + drop + 18, "middle")):
            return
        del canvas.taken[taken:], canvas.parts[parts:]
    below_all = canvas.height + 20
    _mark(canvas, reading, 9, below_all - 5)
    canvas.lines(26, below_all, f"{reading.point.label}, {words}", TICK, canvas.width - 26)


def _mark(canvas: Canvas, reading: Reading, x: float, y: float) -> None:
    canvas.circle(x, y, 9, "g-mark--red-hollow" if reading.point.hollow else "g-mark--blue")
