"""Crowds: areas true to size, one dot for so many; filled dots are those who reacted."""

from dataclasses import dataclass

from markupsafe import Markup

from ..model.figure import Crowd, CrowdRow
from ..values import Value
from .drawing import Drawing, Pen, Table, number_of
from .seeds import Point, radius, seeds, spread
from .svg import element, picture

SPACING, EDGE = 11.0, 8.0
"""The width of the area around a dot, in the picture's units, and the air around the crowd."""

FINE = 2
"""Dots stand on halves of a unit."""


@dataclass(frozen=True)
class Group:
    """One crowd with its numbers: everybody, those filled, and those outlined."""

    row: CrowdRow
    size: Value
    filled: float
    outlined: float | None

    def dots(self, number: float, per_dot: int) -> int:
        """How many dots stand for a number of people."""
        return min(round(number / per_dot), round(number_of(self.size) / per_dot))


def draw(figure: Crowd, pen: Pen) -> Drawing:
    """Dots lie as seeds in a sunflower; the filled ones are spread evenly among them."""
    groups = [_group(row, pen) for row in figure.rows]
    description = " ".join(_sentence(group, pen) for group in groups)
    largest = max(group.dots(number_of(group.size), figure.per_dot) for group in groups)
    html = element("div", *(_row(group, figure.per_dot, largest, pen) for group in groups), class_="g-crowds")
    table = Table(
        ("", "Size", "Filled", "Outlined"),
        tuple((g.row.label, pen.text(g.size), _whole(g.filled, pen), _whole(g.outlined, pen)) for g in groups),
        (False, True, True, True),
    )
    values = tuple(value for row in figure.rows for value in (pen.value(row.size), pen.value(row.filled)))
    return Drawing({"all": html}, description, table, values)


def _group(row: CrowdRow, pen: Pen) -> Group:
    size = pen.value(row.size)
    return Group(row, size, _count(row.filled, size, pen), _count(row.outlined, size, pen) if row.outlined else None)


def _count(ref: str, size: Value, pen: Pen) -> float:
    """How many of the crowd: a count as it is, a ratio as its share of the size."""
    value = pen.value(ref)
    return number_of(value) * number_of(size) if value.unit == "ratio" else number_of(value)


def _whole(count: float | None, pen: Pen) -> str:
    return "" if count is None else pen.values.format(round(count, 6), "count", 0)


def _sentence(group: Group, pen: Pen) -> str:
    reacted = f"{group.row.label}: {pen.text(group.size)}, of them {_whole(group.filled, pen)} {group.row.filled_label}"
    if group.outlined is None:
        return f"{reacted}."
    words = f" {pen.plain(group.row.outlined_label)}." if group.row.outlined_label else ""
    return f"{reacted}. With those outlined: {_whole(group.outlined, pen)}.{words}"


def _row(group: Group, per_dot: int, largest: int, pen: Pen) -> Markup:
    words = [
        element("p", group.row.label, class_="g-crowd__label"),
        element("p", pen.text(group.size), class_="g-crowd__size"),
        element("p", _whole(group.filled, pen), class_="g-crowd__value"),
        element("p", group.row.filled_label, class_="g-crowd__what"),
    ]
    if group.row.outlined_label:
        words.append(element("p", pen.plain(group.row.outlined_label), class_="g-crowd__mean"))
    drawing = _picture(group, per_dot, largest)
    return element("div", drawing, element("div", *words, class_="g-crowd__words"), class_="g-crowd")


def _picture(group: Group, per_dot: int, largest: int) -> Markup:
    """Every crowd gets the frame of the largest one, so that all of them are drawn at one scale."""
    count = group.dots(number_of(group.size), per_dot)
    points, edge = seeds(count, SPACING), radius(count, SPACING)
    filled = spread(points, group.dots(group.filled, per_dot), edge)
    extra = 0 if group.outlined is None else group.dots(group.outlined, per_dot) - len(filled)
    outlined = spread(points, max(0, extra), edge, filled)
    middle = radius(largest, SPACING) + EDGE
    rest = set(range(count)) - set(filled) - set(outlined)
    marks = [
        element(
            "path",
            d=_dots([points[index] for index in sorted(rest)], middle),
            transform=f"scale({1 / FINE})",
            class_="g-crowd__dots",
        ),
        *(_circle(points[index], middle, "g-mark--blue", SPACING * 0.45) for index in sorted(filled)),
        *(_circle(points[index], middle, "g-mark--red-ring", SPACING * 0.43) for index in sorted(outlined)),
    ]
    return picture(2 * middle, 2 * middle, "g-chart--crowd", *marks)


def _dots(points: list[Point], middle: float) -> str:
    """One path for all dots: whole units, each dot from the one before, row by row, since that is shortest."""
    path, at = "", (0, 0)
    for x, y in sorted(points, key=_there_and_back):
        to = (round(FINE * (x + middle)), round(FINE * (y + middle)))
        path += f"m{to[0] - at[0]} {to[1] - at[1]}h0".replace(" -", "-")
        at = to
    return path


def _there_and_back(point: Point) -> tuple[int, float]:
    row = round(point[1] / SPACING)
    return row, point[0] if row % 2 else -point[0]


def _circle(point: Point, middle: float, class_: str, size: float) -> Markup:
    return element("circle", cx=point[0] + middle, cy=point[1] + middle, r=size, class_=class_)
