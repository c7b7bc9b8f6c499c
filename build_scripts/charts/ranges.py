"""Ranges and dots in groups on one scale: asked hollow and red, paid solid and blue."""

from dataclasses import dataclass

from ..model.figure import RangeGroup, RangeRow, Ranges
from ..values import Value
from .drawing import Drawing, Pen, Table, at_every_width, ends_of, number_of
from .scales import Scale, log_ends, log_ticks, round_up, ticks
from .svg import Canvas, text_width

ROW, HEAD = 54, 12
INKS = {"red": "red", "blue": "blue", "ink": "ink"}


@dataclass(frozen=True)
class Row:
    """One row with its values and the first word of its group."""

    group: RangeGroup
    row: RangeRow
    value: Value
    mean: Value | None
    grade: str
    first: bool


def draw(figure: Ranges, pen: Pen) -> Drawing:
    """Groups stand under each other, divided by an ink rule."""
    rows = [row for group in figure.groups for row in _rows(group, pen)]
    said = [f"{row.group.label}: {row.row.label} {_words(row, pen)}" for row in rows]
    table = Table(
        ("", "", "Figure", "Mean", "Grade"),
        tuple(
            (r.group.label, _name(r.row), pen.text(r.value), pen.text(r.mean) if r.mean else "", r.grade) for r in rows
        ),
        (False, False, True, True, False),
    )
    description = f"{'; '.join(said)}."
    pictures = at_every_width(lambda width, narrow: _layout(figure, rows, pen, width, narrow), description)
    return Drawing(pictures, description, table, tuple(v for row in rows for v in (row.value, row.mean) if v))


def _rows(group: RangeGroup, pen: Pen) -> list[Row]:
    found = []
    for index, row in enumerate(group.rows):
        value = pen.value(row.value)
        grade = (value.statistic.grade or pen.values.source_of(value.statistic.id).grade) if value.statistic else ""
        found.append(Row(group, row, value, pen.value(row.mean) if row.mean else None, grade, index == 0))
    return found


def _name(row: RangeRow) -> str:
    return f"{row.label}, {row.detail}" if row.detail else row.label


def _words(row: Row, pen: Pen) -> str:
    return f"{pen.text(row.value)} (mean {pen.text(row.mean)})" if row.mean else pen.text(row.value)


def _layout(figure: Ranges, rows: list[Row], pen: Pen, width: float, narrow: bool) -> Canvas:
    numbers = [n for row in rows for v in (row.value, row.mean) if v for n in ends_of(v)]
    left, right = (8.0, width - 62) if narrow else (width * 0.36, width * 0.88)
    low, high = log_ends(min(numbers), max(numbers)) if figure.scale == "log" else (0.0, round_up(max(numbers)))
    scale = Scale(low, high, left, right, log=figure.scale == "log")
    row_height = ROW + (20 if narrow else 0)
    canvas = Canvas(width, HEAD + row_height * len(rows) + 34)
    most = 4 if narrow else 7
    for tick in log_ticks(low, high, most) if scale.log else ticks(low, high, most):
        canvas.line(scale(tick), HEAD, scale(tick), canvas.height - 30, "g-grid")
        words = pen.tick(tick, rows[0].value)
        canvas.text(canvas.inside(scale(tick), words), canvas.height - 8, words, "g-text--small", "middle")
    for index, row in enumerate(rows):
        _row(canvas, row, pen, scale, HEAD + row_height * index, row_height, narrow=narrow)
    return canvas


def _row(canvas: Canvas, row: Row, pen: Pen, scale: Scale, top: float, height: float, *, narrow: bool) -> None:
    ink = INKS[row.group.ink]
    if row.first and top > HEAD:
        canvas.line(0, top, canvas.width, top, "g-rule")
    if narrow:
        words = f"{row.group.label}: {row.row.label}"
        canvas.text(0, top + 20, words, f"g-text--small g-text--strong g-text--{ink}" if row.first else "g-text--small")
        canvas.text(canvas.width, top + 20, row.grade, "g-text--small g-text--strong", "end")
    else:
        if row.first:
            canvas.text(0, top + 33, row.group.label, f"g-numeral g-text--{ink}")
        canvas.text(canvas.width * 0.1, top + 24, row.row.label, "g-text--strong")
        canvas.text(canvas.width * 0.1, top + 42, row.row.detail or "", "g-text--small g-text--quiet")
        canvas.text(canvas.width - 8, top + 33, row.grade, "g-text--strong", "end")
    _mark(canvas, row, pen, scale, top + height - 25)


def _mark(canvas: Canvas, row: Row, pen: Pen, scale: Scale, y: float) -> None:
    low, high = ends_of(row.value)
    ink, hollow = INKS[row.group.ink], row.group.ink == "red"
    words = pen.text(row.value)
    if low != high:
        width = scale(high) - scale(low)
        canvas.add("rect", x=scale(low), y=y - 7, width=width, height=14, rx=7, class_=f"g-mark--{ink}-hollow")
        canvas.text(scale(high) + 10, y + 5, words, f"g-text--small g-halo g-text--strong g-text--{ink}")
        return
    if row.mean:
        mean = scale(number_of(row.mean))
        canvas.line(scale(low), y, mean, y, f"g-mark--{ink}-line")
        canvas.add("circle", cx=mean, cy=y, r=7, class_=f"g-mark--{ink}-hollow")
        canvas.text(mean + 12, y + 5, f"mean {pen.text(row.mean)}", "g-text--small g-halo g-text--quiet")
    canvas.add("circle", cx=scale(low), cy=y, r=8, class_=f"g-mark--{ink}-ring" if hollow else f"g-mark--{ink}")
    before = row.mean is not None and scale(low) - text_width(words) > 20
    place, anchor = (scale(low) - 14, "end") if before else (scale(low) + 14, "start")
    if row.mean and not before:
        place, anchor, y = scale(low), "middle", y - 18
    canvas.text(place, y + 5, words, f"g-halo g-text--strong g-text--{ink}", anchor)
