"""Crowds: areas true to size, one dot for so many; filled dots are those who reacted."""

import math

from markupsafe import Markup

from ..model.figure import Crowd, CrowdRow
from .drawing import Drawing, Pen, Table, number_of
from .svg import element, number

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
SPACING = 6.4


def draw(figure: Crowd, pen: Pen) -> Drawing:
    """Dots lie as seeds in a sunflower; the filled ones are spread evenly among them."""
    rows = [(row, pen.value(row.size), pen.value(row.filled)) for row in figure.rows]
    description = " ".join(_sentence(row, pen) for row in figure.rows)
    largest = max(round(number_of(size) / figure.per_dot) for _, size, _ in rows)
    parts = [_row(row, figure.per_dot, largest, pen) for row in figure.rows]
    table = Table(
        ("", "Size", "Filled", "Outlined"),
        tuple((r.label, pen.text(s), _whole(r, r.filled, pen), _outlined(r, pen)) for r, s, _ in rows),
        (False, True, True, True),
    )
    html = element("div", *parts, class_="g-crowds")
    return Drawing(
        {"all": html}, description, table, tuple(value for _, size, filled in rows for value in (size, filled))
    )


def _sentence(row: CrowdRow, pen: Pen) -> str:
    outlined = f", outlined {_outlined(row, pen)}" if row.outlined else ""
    return f"{row.label}: {pen.text(pen.value(row.size))}, filled {_whole(row, row.filled, pen)}{outlined}."


def _outlined(row: CrowdRow, pen: Pen) -> str:
    return _whole(row, row.outlined, pen) if row.outlined else ""


def _count(row: CrowdRow, ref: str, pen: Pen) -> float:
    """How many of the crowd: a count as it is, a ratio as its share of the size."""
    value = pen.value(ref)
    return number_of(value) * number_of(pen.value(row.size)) if value.unit == "ratio" else number_of(value)


def _whole(row: CrowdRow, ref: str, pen: Pen) -> str:
    return pen.values.format(round(_count(row, ref, pen), 6), "count", 0)


def _row(row: CrowdRow, per_dot: int, largest: int, pen: Pen) -> Markup:
    size = pen.value(row.size)
    words = [
        element("p", row.label, class_="g-crowd__label"),
        element("p", pen.text(size), class_="g-crowd__size"),
        element("p", _whole(row, row.filled, pen), class_="g-crowd__value"),
        element("p", row.filled_label, class_="g-crowd__what"),
    ]
    if row.outlined_label:
        words.append(element("p", pen.plain(row.outlined_label), class_="g-crowd__mean"))
    picture = _picture(row, per_dot, largest, pen)
    return element("div", picture, element("div", *words, class_="g-crowd__words"), class_="g-crowd")


def _picture(row: CrowdRow, per_dot: int, largest: int, pen: Pen) -> Markup:
    count = round(number_of(pen.value(row.size)) / per_dot)
    filled = _spread(count, round(_count(row, row.filled, pen) / per_dot))
    extra = round((_count(row, row.outlined, pen) - _count(row, row.filled, pen)) / per_dot) if row.outlined else 0
    outlined = {(index + 17) % count for index in _spread(count, max(0, extra))} - filled
    radius = math.sqrt(largest) * SPACING / 1.7 + 8
    own = math.sqrt(count) * SPACING / 1.7 + 8
    places = [_seed(index, own) for index in range(count)]
    crowd = "".join(
        f"M{number(x)} {number(y)}h0" for index, (x, y) in enumerate(places) if index not in filled | outlined
    )
    marks = [element("path", d=crowd, class_="g-crowd__dots")]
    marks += [_circle(places[index], "g-mark--blue", 5.5) for index in sorted(filled)]
    marks += [_circle(places[index], "g-mark--red-ring", 5) for index in sorted(outlined)]
    share = f"{own / radius * 100:.0f}"
    return element(
        "svg",
        *marks,
        class_=f"g-chart g-chart--crowd g-chart--share-{share}",
        viewBox=f"0 0 {number(2 * own)} {number(2 * own)}",
        width=2 * own,
        height=2 * own,
        role="img",
        aria_label=_sentence(row, pen),
        focusable="false",
    )


def _circle(place: tuple[float, float], class_: str, radius: float) -> Markup:
    return element("circle", cx=place[0], cy=place[1], r=radius, class_=class_)


def _seed(index: int, middle: float) -> tuple[float, float]:
    distance = SPACING / 1.7 * math.sqrt(index + 0.5)
    return middle + distance * math.cos(index * GOLDEN_ANGLE), middle + distance * math.sin(index * GOLDEN_ANGLE)


def _spread(count: int, chosen: int) -> set[int]:
    """`chosen` of `count` seeds, evenly over the area."""
    return (
        {min(count - 1, int((index + 0.5) * count / chosen)) for index in range(min(chosen, count))}
        if chosen
        else set()
    )
