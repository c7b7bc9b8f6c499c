"""Strip plot: one dot an observation, packed sideways, with median and mean."""

from functools import partial

from ..model.figure import StripPlot, StripRow
from ..values import Value
from .axis import draw_axis
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, labels_above, number_of, opened
from .scales import Scale, ticks
from .strip_marks import DOT, Strip, draw_strip, name_far, packed
from .text_width import LINE, extra_height, styled_width

ABOVE, BELOW, NARROW_LABEL = 34, 30, 30
"""Room over and under the dots for the mean and the median with their words."""

STRONG, DETAIL = "g-text--strong g-halo", "g-text--small g-text--quiet g-halo"
ZOOM = "g-text--small g-text--strong"
AIR = 1.03
"""The axis goes from zero to just beyond the largest number; it is never cut."""

KNOT = 0.2
"""Observations within this share of the axis are shown once more, zoomed in, when another one stands far out."""


def draw(figure: StripPlot, pen: Pen) -> Drawing:
    """Median solid and blue with a triangle below, mean dashed and red with a hollow one above."""
    strips: list[Strip] = []
    for each in figure.rows:
        strips.append(_strip(each, pen, sum(len(_table_rows(strip, pen)) for strip in strips)))
    description = " ".join(_sentence(strip, pen) for strip in strips)
    rows = tuple(cells for strip in strips for cells in _table_rows(strip, pen))
    table = Table(("", pen.say("Observation"), pen.say("Value")), rows, (False, False, True))
    lay_out = partial(_layout, figure, strips, pen)
    pictures = partial(at_every_width, lay_out, description)
    return Drawing(pictures, description, table, tuple(strip.values for strip in strips), at_any_width(lay_out))


def _strip(row: StripRow, pen: Pen, first: int) -> Strip:
    values = pen.value(row.values)
    numbers = [float(number) for number in values.numbers if number is not None]
    return Strip(row, values, numbers, pen.value(row.median), pen.value(row.mean), first)


def _text(number: float, values: Value, pen: Pen) -> str:
    return pen.values.format(number, values.unit, values.digits)


def _table_rows(strip: Strip, pen: Pen) -> list[tuple[str, ...]]:
    totals = [(pen.say("median"), pen.text(strip.median)), (pen.say("mean"), pen.text(strip.mean))]
    single = [(str(index), _text(number, strip.values, pen)) for index, number in enumerate(strip.numbers, start=1)]
    return [(strip.row.label, *cells) for cells in (*totals, *single)]


def _sentence(strip: Strip, pen: Pen) -> str:
    low, high = (_text(end(strip.numbers), strip.values, pen) for end in (min, max))
    far = ", ".join(_text(number, strip.values, pen) for number in strip.far)
    seen = pen.say("{count} observations between {low} and {high}", count=len(strip.numbers), low=low, high=high)
    ending = f" {pen.say('Far from the rest: {far}.', far=far)}" if far else ""
    return f"{opened(strip.row.label)}: {seen}, {pen.median(strip.median)}, {pen.mean(strip.mean)}.{ending}"


def _layout(figure: StripPlot, strips: list[Strip], pen: Pen, width: float, size: str) -> Canvas:
    details = [pen.plain(strip.row.detail) if strip.row.detail else "" for strip in strips]
    named = [width_of for strip, detail in zip(strips, details, strict=True) for width_of in _widths(strip, detail)]
    labels = max(named) + 24
    narrow = labels_above(size, labels, width)
    left = DOT + 2 if narrow else max(labels, width * 0.12)
    everything = [n for strip in strips for n in (*strip.numbers, number_of(strip.median), number_of(strip.mean))]
    scale = Scale(min(0.0, *everything), max(everything) * AIR or 1.0, left, width - DOT - 4)
    reach = [_reach(strip.numbers, scale) for strip in strips]
    extra = [_words_height(s, d, width) if narrow else 0 for s, d in zip(strips, details, strict=True)]
    heights = [ABOVE + BELOW + 2 * each + words for each, words in zip(reach, extra, strict=True)]
    canvas = Canvas(width)
    draw_axis(canvas, scale, pen, strips[0].values, 0, sum(heights) + 4, 4 if narrow else 8)
    top = 0.0
    for index, strip in enumerate(strips):
        y = top + extra[index] + ABOVE + reach[index]
        _label(canvas, strip.row.label, details[index], top + 18 if narrow else y, narrow=narrow)
        draw_strip(canvas, strip, strip.numbers, pen, scale, y, reach[index])
        name_far(canvas, strip, [(n, f"{figure.far}, {_text(n, strip.values, pen)}") for n in strip.far], scale, y)
        top += heights[index]
    for strip in strips:
        _zoom(canvas, figure, strip, pen, scale, narrow=narrow)
    return canvas


def _reach(numbers: list[float], scale: Scale) -> float:
    """How far the packed dots reach to either side of the axis."""
    return max(22.0, DOT + 6 + max(abs(shift) for _, shift in packed([scale(n) for n in numbers], DOT)))


def _widths(strip: Strip, detail: str) -> list[float]:
    return [styled_width(strip.row.label, STRONG), styled_width(detail, DETAIL)]


def _words_height(strip: Strip, detail: str, width: float) -> float:
    """What label and detail take above a strip: one line, or as many as they need."""
    label, beside = _widths(strip, detail)
    if label + 8 + beside <= width:
        return NARROW_LABEL
    return (
        NARROW_LABEL
        + extra_height(strip.row.label, STRONG, width)
        + extra_height(detail, DETAIL, width)
        + (LINE if detail else 0)
    )


def _label(canvas: Canvas, label: str, detail: str, y: float, *, narrow: bool) -> None:
    if not narrow:
        canvas.text(0, y - 2 if detail else y + 5, label, STRONG)
        canvas.text(0, y + 17, detail, DETAIL)
        return
    canvas.lines(0, y, label, STRONG, canvas.width)
    if not canvas.place(detail, DETAIL, (styled_width(label, STRONG) + 8, y, "start")):
        canvas.lines(0, y + LINE + extra_height(label, STRONG, canvas.width), detail, DETAIL, canvas.width)


def _zoom(canvas: Canvas, figure: StripPlot, strip: Strip, pen: Pen, scale: Scale, *, narrow: bool) -> None:
    """The knot once more on a scale of its own, marked as a zoom."""
    near = [number for number in strip.numbers if number not in strip.far]
    if not strip.far or len(near) < 3 or scale(max(near)) - scale(min(near)) > KNOT * (scale.end - scale.start):
        return
    closer = _around_knot(near, scale)
    reach = _reach(near, closer)
    top, words = canvas.height + 18, pen.say("{label} without {far}, zoomed in", label=strip.row.label, far=figure.far)
    head = top + 34 + extra_height(words, ZOOM, canvas.width - 20)
    bottom = head + ABOVE + BELOW + 2 * reach
    canvas.add("rect", x=0, y=top, width=canvas.width, height=bottom - top + 30, class_="g-side")
    canvas.lines(10, top + 21, words, ZOOM, canvas.width - 20)
    draw_axis(canvas, closer, pen, strip.values, head, bottom, 4 if narrow else 8)
    draw_strip(canvas, strip, near, pen, closer, head + ABOVE + reach, reach)
    canvas.height = bottom + 32


def _around_knot(near: list[float], scale: Scale) -> Scale:
    """From the tick before the first to the tick after the last."""
    spread = (max(near) - min(near)) or abs(max(near)) or 1.0
    marks = ticks(max(0.0, min(near) - spread), max(near) + spread, 12)
    low = max((mark for mark in marks if mark <= min(near)), default=min(near))
    high = min((mark for mark in marks if mark >= max(near)), default=max(near))
    return Scale(low, high if high > low else low + spread, max(scale.start, 22), scale.end - 12)
