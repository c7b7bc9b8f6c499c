"""Ranges and dots in groups on one scale: asked hollow and red, paid solid and blue."""

from dataclasses import dataclass
from functools import partial

from ..model.figure import RangeGroup, RangeRow, Ranges
from ..values import Value
from .axis import draw_axis
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, ends_of, labels_above, opened
from .range_marks import draw_marks, grade_box
from .scales import around
from .text_width import extra_height, styled_width

TOP, ROW, NARROW_ROW, NARROW_HEAD, GRADE = 6.0, 54, 78, 36, 40
STRONG, DETAIL, GROUP = "g-text--strong", "g-text--small g-text--quiet", "g-numeral"


@dataclass(frozen=True)
class Row:
    """One row with its values; `first` when its group begins with it."""

    group: RangeGroup
    row: RangeRow
    value: Value
    mean: Value | None
    grade: str
    first: bool


def draw(figure: Ranges, pen: Pen) -> Drawing:
    """Groups stand under each other, divided by an ink rule."""
    rows = [row for group in figure.groups for row in _rows(group, pen)]
    description = " ".join(_sentence(group, rows, pen) for group in figure.groups)
    columns = (pen.say("Group"), "", pen.say("Figure"), pen.say("Mean"), pen.say("Grade"))
    table = Table(columns, tuple(_table_row(row, pen) for row in rows), (False, False, True, True, False))
    lay_out = partial(_layout, figure, rows, pen)
    pictures = partial(at_every_width, lay_out, description)
    return Drawing(
        pictures,
        description,
        table,
        tuple(v for row in rows for v in (row.value, row.mean) if v),
        at_any_width(lay_out),
    )


def _rows(group: RangeGroup, pen: Pen) -> list[Row]:
    found = []
    for index, row in enumerate(group.rows):
        value = pen.value(row.value)
        grade = (value.statistic.grade or pen.values.source_of(value.statistic.id).grade) if value.statistic else ""
        found.append(Row(group, row, value, pen.value(row.mean) if row.mean else None, grade, index == 0))
    return found


def _name(row: RangeRow) -> str:
    return f"{row.label}, {row.detail}" if row.detail else row.label


def _table_row(row: Row, pen: Pen) -> tuple[str, ...]:
    mean = pen.text(row.mean) if row.mean else ""
    return (row.group.label, _name(row.row), pen.text(row.value), mean, row.grade)


def _sentence(group: RangeGroup, rows: list[Row], pen: Pen) -> str:
    said = [f"{_name(row.row)}: {_words(row, pen)}" for row in rows if row.group is group]
    return f"{opened(group.label)}: {'; '.join(said)}."


def _words(row: Row, pen: Pen) -> str:
    return f"{pen.text(row.value)} ({pen.mean(row.mean)})" if row.mean else pen.text(row.value)


def _layout(figure: Ranges, rows: list[Row], pen: Pen, width: float, size: str) -> Canvas:
    label = max(styled_width(group.label, GROUP) for group in figure.groups) + 20
    words = max(styled_width(row.row.label, STRONG) for row in rows)
    details = max(styled_width(row.row.detail or "", DETAIL) for row in rows)
    narrow = labels_above(size, label + max(words, details), width)
    left, right = (9.0, width - 9) if narrow else (label + max(words, details) + 28, width - 60)
    numbers = [n for row in rows for v in (row.value, row.mean) if v for n in ends_of(v)]
    scale = around(numbers, left, right, log=figure.scale == "log")
    canvas = Canvas(width)
    heights = [_narrow_height(row, width) if narrow else ROW for row in rows]
    draw_axis(canvas, scale, pen, rows[0].value, 0, TOP + sum(heights) + 4, 4 if narrow else 7)
    top = TOP
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        if row.first and top > TOP:
            canvas.line(0, top, width, top, "g-rule")
        middle = _row(canvas, row, top, label, narrow=narrow)
        with canvas.showing(index):
            draw_marks(canvas, (row.value, row.mean), row.group.ink, pen, scale, middle)
        top += height
    return canvas


def _narrow_height(row: Row, width: float) -> float:
    label = extra_height(row.row.label, STRONG, width - GRADE)
    return (
        NARROW_ROW
        + (NARROW_HEAD if row.first else 0)
        + label
        + extra_height(row.row.detail or "", DETAIL, width - GRADE)
    )


def _row(canvas: Canvas, row: Row, top: float, left: float, *, narrow: bool) -> float:
    """The words and the grade of a row; the middle of its marks."""
    if row.first:
        canvas.text(0, top + (30 if narrow else 35), row.group.label, f"{GROUP} g-text--{row.group.ink}")
    if narrow:
        return _narrow_words(canvas, row, top + (NARROW_HEAD if row.first else 0))
    middle = top + ROW / 2
    canvas.text(left, top + (24 if row.row.detail else 32), row.row.label, f"{STRONG} g-halo")
    if row.row.detail:
        canvas.text(left, top + 43, row.row.detail, f"{DETAIL} g-halo")
    if row.grade:
        grade_box(canvas, canvas.width - 27, middle - 12, row.grade)
    return middle


def _narrow_words(canvas: Canvas, row: Row, top: float) -> float:
    """Label, detail and grade above the mark; the mark's place."""
    room = canvas.width - GRADE
    below = top + 37 + extra_height(row.row.label, STRONG, room)
    canvas.lines(0, top + 18, row.row.label, f"{STRONG} g-halo", room)
    canvas.lines(0, below, row.row.detail or "", f"{DETAIL} g-halo", room)
    if row.grade:
        grade_box(canvas, canvas.width - 27, top + 5, row.grade)
    return below + 25 + extra_height(row.row.detail or "", DETAIL, room)
