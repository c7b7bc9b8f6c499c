"""Bars from zero, a row each, labels at their ends."""

from ..model.figure import BarRow, Bars
from ..values import Value
from .drawing import Drawing, Pen, Table, at_every_width, number_of
from .scales import Scale
from .svg import SMALL, Canvas, text_width

ROW, BAR = 52, 26


def draw(figure: Bars, pen: Pen) -> Drawing:
    """The longest bar fills the width that its label leaves."""
    rows = [(row, pen.value(row.value)) for row in figure.rows]
    description = f"{'; '.join(f'{_name(row)}: {pen.text(value)}' for row, value in rows)}."
    table = Table(("", "Figure"), tuple((_name(row), pen.text(value)) for row, value in rows), (False, True))
    pictures = at_every_width(lambda width, narrow: _layout(rows, pen, width, narrow), description)
    return Drawing(pictures, description, table, tuple(value for _, value in rows))


def _name(row: BarRow) -> str:
    return f"{row.label}, {row.detail}" if row.detail else row.label


def _layout(rows: list[tuple[BarRow, Value]], pen: Pen, width: float, narrow: bool) -> Canvas:
    left = 0.0 if narrow else width * 0.3
    room = max(text_width(pen.text(value), 17) for _, value in rows) + 14
    scale = Scale(0, max(number_of(value) for _, value in rows), left, width - room)
    height = ROW + (14 if narrow else 0)
    canvas = Canvas(width, height * len(rows) + 6)
    for index, (row, value) in enumerate(rows):
        y = height * index + (24 if narrow else 10)
        end = scale(number_of(value))
        _label(canvas, row, y, left, narrow=narrow)
        canvas.add("rect", x=left, y=y, width=max(1, end - left), height=BAR, class_=f"g-mark--{row.ink}-bar")
        canvas.text(end + 8, y + 19, pen.text(value), f"g-text--strong g-text--{row.ink}")
    canvas.line(left, 2 if not narrow else 20, left, canvas.height - 2, "g-axis")
    return canvas


def _label(canvas: Canvas, row: BarRow, y: float, left: float, *, narrow: bool) -> None:
    if narrow:
        detail = f" {row.detail}" if row.detail else ""
        canvas.text(0, y - 7, f"{row.label}{detail}", "g-text--small g-text--strong")
    elif row.detail and text_width(row.detail, SMALL) < left - 12:
        canvas.text(0, y + 9, row.label, "g-text--strong")
        canvas.text(0, y + 26, row.detail, "g-text--small g-text--quiet")
    else:
        canvas.text(0, y + 19, row.label, "g-text--strong")
