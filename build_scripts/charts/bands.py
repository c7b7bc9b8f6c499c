"""Bands: named stretches of one scale, a row a source, with one example on all of them."""

from ..model.figure import BandRow, BandsFigure
from ..model.source import Bands, Segment
from .drawing import Drawing, Pen, Table, at_every_width
from .scales import Scale, log_ticks
from .svg import SMALL, Canvas, text_width

ROW, BAR, HEAD = 46, 32, 58
OPEN_END = 2.0
"""An open stretch is drawn up to twice the largest number named."""


def draw(figure: BandsFigure, pen: Pen) -> Drawing:
    """Draw the rows on one logarithmic scale."""
    found = {each.id: each for source in pen.guide.sources.values() for each in source.bands}
    rows = [(row, found[row.bands]) for row in figure.rows]
    names = {row.label: _name_of(bands, float(figure.example)) for row, bands in rows}
    example = pen.values.format(figure.example, "count")
    says = ". ".join(f"{label}: {name or 'no name'}" for label, name in names.items())
    description = f"{figure.example_label} ({example}) is called: {says}."
    table = Table(
        ("Source", "Period", "Name", "From", "Up to"),
        tuple(_table_row(row, bands, each, pen) for row, bands in rows for each in bands.segments),
        (False, False, False, True, True),
    )
    return Drawing(
        at_every_width(lambda width, narrow: _layout(figure, rows, pen, width, narrow), description),
        description,
        table,
        (),
    )


def source_ids(figure: BandsFigure, pen: Pen) -> list[str]:
    """The sources of the rows, in order."""
    wanted = [row.bands for row in figure.rows]
    by_bands = {each.id: id_ for id_, source in pen.guide.sources.items() for each in source.bands}
    return list(dict.fromkeys(by_bands[bands] for bands in wanted))


def _name_of(bands: Bands, number: float) -> str | None:
    inside = (s for s in bands.segments if float(s.start) <= number and (s.end is None or number < float(s.end)))
    return next((segment.name for segment in inside), None)


def _table_row(row: BandRow, bands: Bands, segment: Segment, pen: Pen) -> tuple[str, ...]:
    end = "open" if segment.end is None else pen.values.format(segment.end, "count")
    return (row.label, bands.period, segment.name, pen.values.format(segment.start, "count"), end)


def _layout(figure: BandsFigure, rows: list[tuple[BandRow, Bands]], pen: Pen, width: float, narrow: bool) -> Canvas:
    numbers = [float(n) for _, bands in rows for s in bands.segments for n in (s.start, s.end) if n is not None]
    low = min(number for number in numbers if number > 0)
    left, right = (0.0, width) if narrow else (width * 0.19, width * 0.86)
    scale = Scale(low, max(numbers) * OPEN_END, left + 1, right - 1, log=True)
    row_height = ROW + (22 if narrow else 0)
    canvas = Canvas(width, HEAD + row_height * len(rows) + 28)
    for tick in log_ticks(scale.low, scale.high, 5):
        canvas.line(scale(tick), HEAD - 8, scale(tick), canvas.height - 26, "g-grid")
        words = pen.values.format(tick, "count")
        canvas.text(canvas.inside(scale(tick), words), canvas.height - 6, words, "g-text--small", "middle")
    for index, (row, bands) in enumerate(rows):
        top = HEAD + row_height * index + (22 if narrow else 0)
        _row(canvas, figure, row, bands, scale, top, narrow=narrow)
    _example(canvas, figure, scale, narrow=narrow)
    return canvas


def _row(
    canvas: Canvas, figure: BandsFigure, row: BandRow, bands: Bands, scale: Scale, top: float, *, narrow: bool
) -> None:
    verdict = _name_of(bands, float(figure.example)) or "no name"
    blue = " g-text--blue" if verdict == figure.highlight else ""
    if narrow:
        canvas.text(0, top - 7, row.label, "g-text--strong")
        canvas.text(canvas.width, top - 7, verdict, f"g-text--strong{blue}", "end")
    else:
        canvas.text(0, top + 14, row.label, "g-text--strong")
        canvas.text(0, top + 31, bands.period, "g-text--small g-text--quiet")
        canvas.text(canvas.width, top + 23, verdict, f"g-numeral{blue}", "end")
    for segment in bands.segments:
        _segment(canvas, figure, segment, scale, top)


def _segment(canvas: Canvas, figure: BandsFigure, segment: Segment, scale: Scale, top: float) -> None:
    start = scale(max(float(segment.start), scale.low))
    end = scale(scale.high if segment.end is None else float(segment.end))
    holds = float(segment.start) <= float(figure.example) and (segment.end is None or figure.example < segment.end)
    if segment.name == figure.highlight:
        kind = "g-band-mark--highlight"
    else:
        kind = "g-band-mark--example" if holds else "g-band-mark"
    canvas.add("rect", x=start + 1, y=top, width=max(1, end - start - 2), height=BAR, class_=kind)
    x, room = start + 9, end - start - 14
    example = scale(float(figure.example))
    if start - 2 <= example <= x + text_width(segment.name, SMALL) + 8:
        x, room = example + 9, end - example - 14
    if text_width(segment.name, SMALL) <= room:
        tone = "g-text--on-blue" if segment.name == figure.highlight else "g-text--quiet"
        canvas.text(x, top + 21, segment.name, f"g-text--small {tone}")


def _example(canvas: Canvas, figure: BandsFigure, scale: Scale, *, narrow: bool) -> None:
    x = scale(float(figure.example))
    canvas.line(x, 36, x, canvas.height - 26, "g-mark--red-dashed")
    canvas.add("circle", cx=x, cy=29, r=6.5, class_="g-mark--red-hollow")
    room = text_width(figure.example_label)
    if x + 14 + room <= canvas.width * (1 if narrow else 0.86):
        canvas.text(x + 14, 34, figure.example_label, "g-text--strong g-text--red")
    elif x - 14 >= room:
        canvas.text(x - 14, 34, figure.example_label, "g-text--strong g-text--red", "end")
    else:
        canvas.text(
            canvas.inside(x, figure.example_label), 14, figure.example_label, "g-text--strong g-text--red", "middle"
        )
    if not narrow:
        canvas.text(canvas.width, 34, "is called", "g-text--small g-text--strong", "end")
