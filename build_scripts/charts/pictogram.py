"""Pictogram: grids of a hundred people side by side, filled by rows."""

from markupsafe import Markup

from ..model.figure import Pictogram, PictogramGrid
from ..values import Value
from .drawing import Drawing, Pen, Table, number_of
from .svg import element, number

CELL_WIDTH, CELL_HEIGHT, ACROSS = 24, 30, 10
PERSON = "M12 3.5a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM5 27v-8.5a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5V27z"


def draw(figure: Pictogram, pen: Pen) -> Drawing:
    """One grid a value; what is left of the hundred is outlined."""
    grids = [(grid, pen.value(grid.value)) for grid in figure.grids]
    said = [f"{pen.text(value)} {pen.plain(grid.label)}" for grid, value in grids]
    description = f"Of a hundred: {'; '.join(said)}. The rest: {figure.remainder}."
    table = Table(("", "Share"), tuple((pen.plain(g.label), pen.text(v)) for g, v in grids), (False, True))
    parts = [_grid(grid, value, pen, f"{pen.name}-{index}") for index, (grid, value) in enumerate(grids, start=1)]
    rest = element("p", f"Outlined: {figure.remainder}", class_="g-pictogram__rest")
    html = element("div", element("div", *parts, class_="g-pictogram__grids"), rest, class_="g-pictogram")
    return Drawing({"all": html}, description, table, tuple(value for _, value in grids))


def _grid(grid: PictogramGrid, value: Value, pen: Pen, name: str) -> Markup:
    words = element("p", pen.text(value), class_=f"g-pictogram__value g-text--{grid.ink}")
    label = element("p", pen.plain(grid.label), class_="g-pictogram__label")
    caption = element("div", words, label, class_="g-pictogram__words")
    return element("div", _people(number_of(value), grid.ink, name, pen, value), caption, class_="g-pictogram__grid")


def _people(share: float, ink: str, name: str, pen: Pen, value: Value) -> Markup:
    """Two patterns and three rectangles draw a hundred people in a few hundred bytes."""
    patterns = element("defs", _pattern(f"{name}-on", f"g-person--{ink}"), _pattern(f"{name}-off", "g-person--rest"))
    full_rows, rest = divmod(share, ACROSS)
    y = full_rows * CELL_HEIGHT
    filled = f"M0 0H240V{number(y)}H{number(rest * CELL_WIDTH)}V{number(y + CELL_HEIGHT)}H0z"
    outlined = (
        f"M{number(rest * CELL_WIDTH)} {number(y)}H240V300H0V{number(y + CELL_HEIGHT)}H{number(rest * CELL_WIDTH)}z"
    )
    if full_rows >= ACROSS:
        filled, outlined = "M0 0H240V300H0z", ""
    return element(
        "svg",
        patterns,
        element("path", d=filled, fill=f"url(#{name}-on)"),
        element("path", d=outlined, fill=f"url(#{name}-off)") if outlined else Markup(""),
        class_="g-chart g-chart--pictogram",
        viewBox="0 0 240 300",
        role="img",
        aria_label=f"{pen.text(value)} of a hundred people",
        focusable="false",
    )


def _pattern(id_: str, class_: str) -> Markup:
    person = element("path", d=PERSON, class_=class_)
    return element("pattern", person, id=id_, width=CELL_WIDTH, height=CELL_HEIGHT, patternUnits="userSpaceOnUse")
