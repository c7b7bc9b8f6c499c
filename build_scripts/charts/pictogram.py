"""Pictogram: grids of a hundred people side by side, filled by rows."""

from markupsafe import Markup

from ..model.figure import Pictogram, PictogramGrid
from ..values import Value
from .drawing import Drawing, Pen, Table, number_of, opened
from .svg import element, number, picture

CELL_WIDTH, CELL_HEIGHT, ACROSS = 24, 30, 10
WIDTH, HEIGHT = CELL_WIDTH * ACROSS, CELL_HEIGHT * ACROSS
PERSON = "M12 3.5a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM5 27v-8.5a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5V27z"


def draw(figure: Pictogram, pen: Pen) -> Drawing:
    """One grid a value; what is left of the hundred is outlined."""
    grids = [(grid, pen.value(grid.value)) for grid in figure.grids]
    said = [f"{opened(pen.plain(grid.label))}: {pen.text(value)}." for grid, value in grids]
    described = f"Of a hundred each time. {' '.join(said)} The rest of the hundred: {figure.remainder}."
    table = Table(("", "Share"), tuple((pen.plain(g.label), pen.text(v)) for g, v in grids), (False, True))
    parts = [_grid(grid, value, pen, f"{pen.name}-{index}") for index, (grid, value) in enumerate(grids, start=1)]
    rest = element("p", f"Outlined: {figure.remainder}", class_="g-pictogram__rest")
    html = element("div", element("div", *parts, class_="g-pictogram__grids"), rest, class_="g-pictogram")
    return Drawing({"all": html}, described, table, tuple(value for _, value in grids))


def _grid(grid: PictogramGrid, value: Value, pen: Pen, name: str) -> Markup:
    words = element("p", pen.text(value), class_=f"g-pictogram__value g-text--{grid.ink}")
    label = element("p", pen.plain(grid.label), class_="g-pictogram__label")
    caption = element("div", words, label, class_="g-pictogram__words")
    return element("div", _people(_of_a_hundred(value), grid.ink, name), caption, class_="g-pictogram__grid")


def _of_a_hundred(value: Value) -> float:
    """How many people are filled: a part of one is drawn as that part of a person."""
    share = number_of(value) * (100 if value.unit == "ratio" else 1)
    return min(max(share, 0.0), 100.0)


def _people(share: float, ink: str, name: str) -> Markup:
    """Two patterns and two areas draw a hundred people in a few hundred bytes."""
    patterns = element("defs", _pattern(f"{name}-on", f"g-person--{ink}"), _pattern(f"{name}-off", "g-person--rest"))
    full_rows, rest = divmod(share, ACROSS)
    x, y = number(rest * CELL_WIDTH), number(full_rows * CELL_HEIGHT)
    below = number(min(HEIGHT, (full_rows + 1) * CELL_HEIGHT))
    filled = _area(f"M0 0H{WIDTH}V{y}H{x}V{below}H0z", f"{name}-on") if share > 0 else Markup("")
    outlined = _area(f"M{x} {y}H{WIDTH}V{HEIGHT}H0V{below}H{x}z", f"{name}-off") if share < 100 else Markup("")
    return picture(WIDTH, HEIGHT, "g-chart--pictogram", patterns, filled, outlined)


def _area(path: str, pattern: str) -> Markup:
    return element("path", d=path, fill=f"url(#{pattern})")


def _pattern(id_: str, class_: str) -> Markup:
    person = element("path", d=PERSON, class_=class_)
    return element("pattern", person, id=id_, width=CELL_WIDTH, height=CELL_HEIGHT, patternUnits="userSpaceOnUse")
