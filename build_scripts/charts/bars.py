"""Bars from zero, a row each, labels at their ends."""

from functools import partial

from ..model.figure import BarRow, Bars
from ..values import Value
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, labels_above, number_of
from .scales import Scale
from .text_width import extra_height, styled_width

ROW, NARROW_ROW, BAR = 52, 62, 26
STRONG, DETAIL = "g-text--strong", "g-text--small g-text--quiet"
type Rows = list[tuple[BarRow, Value]]


def draw(figure: Bars, pen: Pen) -> Drawing:
    """The longest bar fills the width that its label leaves."""
    rows = [(row, pen.value(row.value)) for row in figure.rows]
    table = Table(("", pen.say("Figure")), tuple((_name(row), pen.text(value)) for row, value in rows), (False, True))
    description = _description(rows, pen)
    lay_out = partial(_layout, rows, pen)
    pictures = partial(at_every_width, lay_out, description)
    return Drawing(pictures, description, table, tuple(value for _, value in rows), at_any_width(lay_out))


def _description(rows: Rows, pen: Pen) -> str:
    said = [f"{_name(row)}: {pen.text(value)}" for row, value in rows]
    if len(rows) == 1:
        return pen.say("One bar from zero. {row}.", row=said[0])
    ordered = sorted(rows, key=lambda each: number_of(each[1]))
    longest, shortest = _name(ordered[-1][0]), _name(ordered[0][0])
    ends = pen.say("The longest is {longest}, the shortest {shortest}.", longest=longest, shortest=shortest)
    return f"{pen.say('{count} bars from zero. {rows}.', count=len(rows), rows='; '.join(said))} {ends}"


def _name(row: BarRow) -> str:
    return f"{row.label}, {row.detail}" if row.detail else row.label


def _layout(rows: Rows, pen: Pen, width: float, size: str) -> Canvas:
    labels = max(_label_width(row) for row, _ in rows) + 18
    above = labels_above(size, labels, width)
    scale = _scale(rows, pen, 0 if above else max(labels, width * 0.14), width)
    canvas, y = Canvas(width), 10.0
    for index, (row, value) in enumerate(rows):
        y += 16 + extra_height(row.label, STRONG, width) if above else 0
        _label(canvas, row, y, above=above)
        with canvas.showing(index):
            _bar(canvas, row, value, pen, scale, y)
        y += NARROW_ROW - 16 if above else ROW
    canvas.height = y - 4
    axis = Canvas(width)
    axis.line(scale(0), 20 if above else 2, scale(0), canvas.height - 2, "g-axis")
    return Canvas(width, canvas.height, [*axis.parts, *canvas.parts])


def _scale(rows: Rows, pen: Pen, left: float, width: float) -> Scale:
    numbers = [0.0, *(number_of(value) for _, value in rows)]
    words = max(styled_width(pen.text(value), STRONG) for _, value in rows) + 12
    low, high = min(numbers), max(numbers)
    return Scale(low, high if high > low else low + 1, left + (words if low < 0 else 1), width - words)


def _label_width(row: BarRow) -> float:
    return max(styled_width(row.label, STRONG), styled_width(row.detail or "", DETAIL))


def _label(canvas: Canvas, row: BarRow, y: float, *, above: bool) -> None:
    if above:
        canvas.lines(
            0, y - 7 - extra_height(row.label, STRONG, canvas.width), row.label, f"{STRONG} g-halo", canvas.width
        )
        canvas.place(row.detail or "", DETAIL, (styled_width(row.label, STRONG) + 8, y - 7, "start"))
    else:
        canvas.text(0, y + (10 if row.detail else 19), row.label, STRONG)
        if row.detail:
            canvas.text(0, y + 28, row.detail, DETAIL)


def _bar(canvas: Canvas, row: BarRow, value: Value, pen: Pen, scale: Scale, y: float) -> None:
    ends = sorted((scale(0), scale(number_of(value))))
    canvas.rect(ends[0], y, max(1.5, ends[1] - ends[0]), BAR, f"g-mark--{row.ink}-bar")
    x, anchor = (ends[0] - 8, "end") if number_of(value) < 0 else (ends[1] + 8, "start")
    canvas.text(x, y + 19, pen.text(value), f"{STRONG} g-text--{row.ink}", anchor)
