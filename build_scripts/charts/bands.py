"""Bands: named stretches of one scale, a row a source, with one example on all of them."""

from dataclasses import dataclass
from functools import partial
from itertools import count

from ..model.figure import BandRow, BandsFigure
from ..model.guide import Guide
from ..model.source import Bands
from ..values import Value
from .axis import draw_axis
from .band_marks import Place, draw_example, draw_segment, holds
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, labels_above, opened, sentence
from .scales import Scale
from .text_width import extra_height, styled_width

ROW, NARROW_ROW, HEAD = 46, 62, 52
OPEN_END = 2.0
"""An open stretch is drawn up to twice the largest number named."""

NO_NAME = "no name"
STRONG, DETAIL, VERDICT = "g-text--strong", "g-text--small g-text--quiet", "g-numeral"


@dataclass(frozen=True)
class Row:
    """One source's bands with the name that they give the example."""

    row: BandRow
    bands: Bands
    verdict: str


def draw(figure: BandsFigure, pen: Pen) -> Drawing:
    """Draw the rows on one logarithmic scale."""
    found = {each.id: each for source in pen.guide.sources.values() for each in source.bands}
    rows = [Row(row, found[row.bands], _verdict(found[row.bands], figure, pen)) for row in figure.rows]
    description = _description(figure, rows, pen)
    cells = tuple(cells for row in rows for cells in _table_rows(row, pen))
    columns = (pen.say("Source"), pen.say("Period"), pen.say("Name"), pen.say("From"), pen.say("Up to"))
    table = Table(columns, cells, (False, False, False, True, True))
    lay_out = partial(_layout, figure, rows, pen)
    pictures = partial(at_every_width, lay_out, description)
    return Drawing(pictures, description, table, (), at_any_width(lay_out))


def source_ids(figure: BandsFigure, guide: Guide) -> list[str]:
    """The sources of the rows, in order."""
    by_bands = {each.id: id_ for id_, source in guide.sources.items() for each in source.bands}
    return list(dict.fromkeys(by_bands[row.bands] for row in figure.rows))


def _verdict(bands: Bands, figure: BandsFigure, pen: Pen) -> str:
    return next((each.name for each in bands.segments if holds(each, figure.example)), pen.say(NO_NAME))


def _table_rows(row: Row, pen: Pen) -> list[tuple[str, ...]]:
    ends = [
        pen.say("open") if each.end is None else pen.values.format(each.end, "count") for each in row.bands.segments
    ]
    return [
        (row.row.label, row.bands.period, each.name, pen.values.format(each.start, "count"), end)
        for each, end in zip(row.bands.segments, ends, strict=True)
    ]


def _description(figure: BandsFigure, rows: list[Row], pen: Pen) -> str:
    """Who gives the example which name, and where each source's highlighted stretch lies."""
    names = dict.fromkeys(row.verdict for row in rows)
    called = [
        pen.say("{name} by {publishers}", name=name, publishers=sentence(_calling(name, rows), pen.say))
        for name in names
    ]
    stretches = [
        pen.say("{label} from {low}", label=label, low=low)
        if high == pen.say("open")
        else pen.say("{label} from {low} up to {high}", label=label, low=low, high=high)
        for row in rows
        for label, _, name, low, high in _table_rows(row, pen)
        if name == figure.highlight
    ]
    number = pen.values.format(figure.example, "count")
    example = figure.example_label if number in figure.example_label else f"{figure.example_label} ({number})"
    said = pen.say("{example} is called {names}.", example=opened(example), names="; ".join(called))
    if not stretches:
        return said
    drawn = pen.say("{name} is drawn by {stretches}.", name=figure.highlight, stretches=sentence(stretches, pen.say))
    return f"{said} {drawn}"


def _calling(name: str, rows: list[Row]) -> list[str]:
    """The publishers that give the example a name."""
    return [row.row.label for row in rows if row.verdict == name]


def _layout(figure: BandsFigure, rows: list[Row], pen: Pen, width: float, size: str) -> Canvas:
    numbers = [float(n) for row in rows for s in row.bands.segments for n in (s.start, s.end) if n is not None]
    labels = max(styled_width(row.row.label, STRONG) for row in rows) + 18
    verdicts = max(styled_width(row.verdict, VERDICT) for row in rows) + 22
    narrow = labels_above(size, labels, width)
    left, right = (0.0, width) if narrow else (max(labels, width * 0.14), width - max(verdicts, 84))
    low, high = min(number for number in numbers if number > 0), max(*numbers, float(figure.example)) * OPEN_END
    scale = Scale(min(low, float(figure.example)), high, left + 1, right - 1, log=True)
    canvas = Canvas(width)
    extra = [_extra(row, width) if narrow else 0 for row in rows]
    heights = [(NARROW_ROW if narrow else ROW) + each for each in extra]
    bottom = HEAD + sum(heights)
    tops = [HEAD + sum(heights[:index]) + each + (24 if narrow else 0) for index, each in enumerate(extra)]
    place = Place(figure, pen, scale)
    head = draw_example(canvas, place, HEAD, bottom, narrow=narrow)
    cells = count()
    for index, row in enumerate(rows):
        for segment in row.bands.segments:
            with canvas.showing(next(cells)):
                draw_segment(canvas, place, segment, tops[index])
    canvas.parts.extend(head)
    for index, row in enumerate(rows):
        _row(canvas, figure, row, tops[index], narrow=narrow)
    axis = Canvas(width, taken=canvas.taken)
    like = Value(numbers=(), unit="count")
    draw_axis(axis, scale, pen, like, HEAD - 8, bottom, 5)
    return Canvas(width, axis.height, [*axis.parts, *canvas.parts])


def _label_room(row: Row, width: float) -> float:
    return width - styled_width(row.verdict, STRONG) - 12


def _extra(row: Row, width: float) -> float:
    return extra_height(row.row.label, STRONG, _label_room(row, width))


def _row(canvas: Canvas, figure: BandsFigure, row: Row, top: float, *, narrow: bool) -> None:
    ink = " g-text--blue" if row.verdict == figure.highlight else ""
    if narrow:
        room = _label_room(row, canvas.width)
        canvas.lines(0, top - 7 - _extra(row, canvas.width), row.row.label, f"{STRONG} g-halo", room)
        canvas.text(canvas.width, top - 7, row.verdict, f"{STRONG} g-halo{ink}", "end")
        canvas.place(row.bands.period, f"{DETAIL} g-halo", (styled_width(row.row.label, STRONG) + 7, top - 7, "start"))
    else:
        canvas.text(0, top + 14, row.row.label, STRONG)
        canvas.text(0, top + 31, row.bands.period, DETAIL)
        canvas.text(canvas.width, top + 23, row.verdict, f"{VERDICT}{ink}", "end")
