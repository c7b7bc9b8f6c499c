"""Pictogram: grids of a hundred people side by side, filled by rows."""

from functools import partial

from markupsafe import Markup

from ..model.figure import Pictogram, PictogramGrid
from ..values import Value
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, number_of, opened
from .svg import element, number, picture
from .text_width import styled_width

CELL_WIDTH, CELL_HEIGHT, ACROSS = 24, 30, 10
WIDE, GAP = 20, 56
"""Alone: people in a row where there is room, and the air between two grids."""

BESIDE = 150
"""The least room for words beside a share; where there is less they stand below it."""

PEOPLE = 100
HEAD, BODY = "a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4z", "v-8.5a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5V27z"


def draw(figure: Pictogram, pen: Pen) -> Drawing:
    """One grid a value; what is left of the hundred is outlined."""
    grids = [(grid, pen.value(grid.value)) for grid in figure.grids]
    said = [f"{opened(pen.plain(grid.label))}: {pen.text(value)}." for grid, value in grids]
    rest = pen.say("The rest of the hundred: {rest}.", rest=figure.remainder)
    described = f"{pen.say('Of a hundred each time.')} {' '.join(said)} {rest}"
    table = Table(("", pen.say("Share")), tuple((pen.plain(g.label), pen.text(v)) for g, v in grids), (False, True))
    parts = [_grid(grid, value, pen, f"{pen.name}-{index}") for index, (grid, value) in enumerate(grids, start=1)]
    outlined = element("p", _rest(figure, pen), class_="g-pictogram__rest")
    html = element("div", element("div", *parts, class_="g-pictogram__grids"), outlined, class_="g-pictogram")
    return Drawing(
        lambda: {"all": html}, described, table, tuple(value for _, value in grids), partial(_alone, figure, grids, pen)
    )


def _rest(figure: Pictogram, pen: Pen) -> str:
    return pen.say("Outlined: {rest}", rest=figure.remainder)


def _alone(figure: Pictogram, grids: list[tuple[PictogramGrid, Value]], pen: Pen, width: float) -> Canvas:
    """The grids side by side with their words below: rows of twenty where there is room, of ten elsewhere."""
    canvas, room = Canvas(width), (width - GAP * (len(grids) - 1)) / len(grids)
    across = WIDE if room >= WIDE * CELL_WIDTH else ACROSS
    scale = min(1.0, room / (across * CELL_WIDTH))
    for index, (grid, value) in enumerate(grids, start=1):
        left = (room + GAP) * (index - 1)
        for part in _people(_of_a_hundred(value), grid.ink, f"{pen.name}-alone-{index}", across):
            canvas.put(part, left, 0, scale)
        _words(canvas, grid, value, pen, left, scale * PEOPLE / across * CELL_HEIGHT, room)
    canvas.height = canvas.lines(0, canvas.height + 18, _rest(figure, pen), "g-text--quiet", width)
    return canvas


def _words(canvas: Canvas, grid: PictogramGrid, value: Value, pen: Pen, x: float, y: float, room: float) -> None:
    """The share, large, and beside it, or below it where that is narrow, of whom."""
    class_ = f"g-numeral g-numeral--big g-text--{grid.ink}"
    beside = styled_width(pen.text(value), class_) + 16
    canvas.text(x, y + 58, pen.text(value), class_)
    left, down = (x + beside, y + 44) if room - beside >= BESIDE else (x, y + 84)
    below = canvas.lines(left, down, pen.plain(grid.label), "", x + room - left)
    canvas.height = max(canvas.height, below, y + 72)


def _grid(grid: PictogramGrid, value: Value, pen: Pen, name: str) -> Markup:
    words = element("p", pen.text(value), class_=f"g-pictogram__value g-text--{grid.ink}")
    label = element("p", pen.plain(grid.label), class_="g-pictogram__label")
    caption = element("div", words, label, class_="g-pictogram__words")
    people = picture(
        ACROSS * CELL_WIDTH, ACROSS * CELL_HEIGHT, "g-chart--pictogram", *_people(_of_a_hundred(value), grid.ink, name)
    )
    return element("div", people, caption, class_="g-pictogram__grid")


def _of_a_hundred(value: Value) -> float:
    """How many people are filled: a part of one is drawn as that part of a person."""
    share = number_of(value) * (100 if value.unit == "ratio" else 1)
    return min(max(share, 0.0), 100.0)


def _people(share: float, ink: str, name: str, across: int = ACROSS) -> tuple[Markup, ...]:
    """One row, drawn once and set ten times. No pattern fill: browsers print one as coarse dots."""
    full, rest = divmod(share, across)
    rows = range(PEOPLE // across)
    row = element("path", id=f"{name}-row", d="".join(_person(CELL_WIDTH * place) for place in range(across)))
    parts = [element("defs", row), *_rows(rows[: int(full)], name, f"g-person--{ink}")]
    if rest:
        parts += _parted(int(full), rest * CELL_WIDTH, across * CELL_WIDTH, name, ink)
    return (*parts, *_rows(rows[int(full) + bool(rest) :], name, "g-person--rest"))


def _person(x: float) -> str:
    return f"M{number(x + 12)} 3.5{HEAD}M{number(x + 5)} 27{BODY}"


def _rows(rows: range, name: str, class_: str) -> list[Markup]:
    """The same row at each of these heights."""
    return [element("use", href=f"#{name}-row", y=row * CELL_HEIGHT, class_=class_) for row in rows]


def _parted(row: int, x: float, width: float, name: str, ink: str) -> list[Markup]:
    """The row in which the share ends: filled up to there, outlined from there."""
    parts = []
    for side, left, right, class_ in (("on", 0.0, x, f"g-person--{ink}"), ("off", x, width, "g-person--rest")):
        area = element("rect", x=left, y=row * CELL_HEIGHT, width=right - left, height=CELL_HEIGHT)
        cut = element("clipPath", area, id=f"{name}-{side}")
        parts.append(element("g", cut, *_rows(range(row, row + 1), name, class_), clip_path=f"url(#{name}-{side})"))
    return parts
