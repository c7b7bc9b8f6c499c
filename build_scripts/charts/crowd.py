"""Crowds: areas true to size, one dot for so many; filled dots are those who reacted."""

from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from ..model.figure import Crowd, CrowdRow
from ..values import Value
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, number_of
from .seeds import Point, radius, seeds, spread
from .svg import element, picture
from .text_width import styled_width

SPACING, EDGE = 11.0, 8.0
"""The width of the area around a dot, in the picture's units, and the air around the crowd."""

FINE = 2
"""Dots stand on halves of a unit."""

RING = "g-mark--red-ring g-crowd__ring"
GAP, MOST, AIR = 44, 430, 24
"""Alone: the air between crowds, the most that the largest one takes, and the air between a label and its count."""

LABEL, COUNT, MEAN = (
    "g-text--large g-text--strong",
    "g-numeral g-numeral--big g-text--blue",
    "g-text--strong g-text--red",
)


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


@dataclass(frozen=True)
class Words:
    """Where the words of one crowd stand, and whether its count stands beside the label."""

    x: float
    y: float
    room: float
    wide: bool


def draw(figure: Crowd, pen: Pen) -> Drawing:
    """Dots lie as seeds in a sunflower; the filled ones are spread evenly among them."""
    groups = [_group(row, pen) for row in figure.rows]
    description = " ".join(_sentence(group, pen) for group in groups)
    largest = max(group.dots(number_of(group.size), figure.per_dot) for group in groups)
    table = Table(
        ("", pen.say("Size"), pen.say("Filled"), pen.say("Outlined")),
        tuple((g.row.label, pen.text(g.size), _whole(g.filled, pen), _whole(g.outlined, pen)) for g in groups),
        (False, True, True, True),
    )
    values = tuple(value for row in figure.rows for value in (pen.value(row.size), pen.value(row.filled)))
    alone = partial(_alone, groups, figure.per_dot, largest, pen)

    def pictures() -> dict[str, Markup]:
        rows = (_row(group, figure.per_dot, largest, pen) for group in groups)
        return {"all": element("div", *rows, class_="g-crowds")}

    return Drawing(pictures, description, table, values, alone)


def _group(row: CrowdRow, pen: Pen) -> Group:
    size = pen.value(row.size)
    return Group(row, size, _count(row.filled, size, pen), _count(row.outlined, size, pen) if row.outlined else None)


def _count(ref: str, size: Value, pen: Pen) -> float:
    """How many of the crowd: a count as it is, a ratio as its share of the size."""
    value = pen.value(ref)
    return number_of(value) * number_of(size) if value.unit == "ratio" else number_of(value)


def _whole(count: float | None, pen: Pen) -> str:
    return "" if count is None else pen.values.format(round(count, 6), "count", 0)


def _size(group: Group, pen: Pen) -> str:
    """“35,000 inhabitants”, or the number alone."""
    return " ".join(filter(None, (pen.text(group.size), group.row.size_label)))


def _sentence(group: Group, pen: Pen) -> str:
    filled = f"{_whole(group.filled, pen)} {group.row.filled_label}"
    reacted = f"{group.row.label}: {pen.say('{size}, of them {filled}.', size=_size(group, pen), filled=filled)}"
    if group.outlined is None:
        return reacted
    words = f" {pen.plain(group.row.outlined_label)}." if group.row.outlined_label else ""
    return f"{reacted} {pen.say('With those outlined: {count}.', count=_whole(group.outlined, pen))}{words}"


def _row(group: Group, per_dot: int, largest: int, pen: Pen) -> Markup:
    words = [
        element("p", group.row.label, class_="g-crowd__label"),
        element("p", _size(group, pen), class_="g-crowd__size"),
        element("p", _whole(group.filled, pen), class_="g-crowd__value"),
        element("p", group.row.filled_label, class_="g-crowd__what"),
    ]
    if group.row.outlined_label:
        words.append(element("p", pen.plain(group.row.outlined_label), class_="g-crowd__mean"))
    drawing = _picture(group, per_dot, largest)
    return element("div", drawing, element("div", *words, class_="g-crowd__words"), class_="g-crowd")


def _alone(groups: list[Group], per_dot: int, largest: int, pen: Pen, width: float) -> Canvas:
    """The crowds side by side on one ground line, each with its words below."""
    canvas, frame = Canvas(width), 2 * (radius(largest, SPACING) + EDGE)
    room = (width - GAP * (len(groups) - 1)) / len(groups)
    scale = min(room, MOST) / frame
    ground, wide = scale * (frame - EDGE), all(_beside(group, pen) <= room for group in groups)
    for index, group in enumerate(groups):
        left = (width - scale * frame) * index / max(1, len(groups) - 1)
        count = group.dots(number_of(group.size), per_dot)
        free = scale * (frame / 2 - EDGE - radius(count, SPACING))
        for mark in _marks(group, per_dot, largest):
            canvas.put(mark, left - free - scale * EDGE, free, scale)
        place = Words(left, ground + 30, min(room, width - left), wide=wide)
        _words(canvas, group, pen, place)
    return canvas


def _label_width(group: Group, pen: Pen) -> float:
    return max(styled_width(group.row.label, LABEL), styled_width(_size(group, pen), ""))


def _beside(group: Group, pen: Pen) -> float:
    """The width of a label with its count beside it."""
    return _label_width(group, pen) + AIR + styled_width(_whole(group.filled, pen), COUNT)


def _words(canvas: Canvas, group: Group, pen: Pen, place: Words) -> None:
    """Label and size, the large figure beside them or below, and what it counts."""
    row, count = group.row, _whole(group.filled, pen)
    x, y, room, wide = place.x, place.y, place.room, place.wide
    beside = _label_width(group, pen) + AIR
    canvas.text(x, y + 14, row.label, LABEL)
    canvas.text(x, y + 38, _size(group, pen), "")
    canvas.text(x + beside if wide else x, y + (40 if wide else 92), count, COUNT)
    below = canvas.lines(x, y + (70 if wide else 122), row.filled_label, "", room)
    if row.outlined_label:
        below = canvas.lines(x, below + 5, pen.plain(row.outlined_label), MEAN, room)
    canvas.height = max(canvas.height, below)


def _picture(group: Group, per_dot: int, largest: int) -> Markup:
    """Every crowd gets the frame of the largest one, so that all of them are drawn at one scale."""
    frame = 2 * (radius(largest, SPACING) + EDGE)
    return picture(frame, frame, "g-chart--crowd", *_marks(group, per_dot, largest))


def _marks(group: Group, per_dot: int, largest: int) -> list[Markup]:
    count, filled = group.dots(number_of(group.size), per_dot), group.dots(group.filled, per_dot)
    outlined = 0 if group.outlined is None else max(0, group.dots(group.outlined, per_dot) - filled)
    return _sown(count, filled, outlined, largest)


@cache
def _sown(count: int, first: int, further: int, largest: int) -> list[Markup]:
    """The dots of a crowd: `first` of them filled, `further` ones outlined. Picking them takes long."""
    points, edge = seeds(count, SPACING), radius(count, SPACING)
    filled = spread(points, first, edge)
    outlined = spread(points, further, edge, filled)
    middle = radius(largest, SPACING) + EDGE
    rest = set(range(count)) - set(filled) - set(outlined)
    return [
        element(
            "path",
            d=_dots([points[index] for index in sorted(rest)], middle),
            transform=f"scale({1 / FINE})",
            class_="g-crowd__dots",
        ),
        *(_circle(points[index], middle, "g-mark--blue", SPACING * 0.45) for index in sorted(filled)),
        *(_circle(points[index], middle, RING, SPACING * 0.43) for index in sorted(outlined)),
    ]


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
