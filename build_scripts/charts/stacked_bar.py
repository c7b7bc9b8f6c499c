"""Stacked bar: the parts of one whole, told apart by pattern as well as by ink."""

from markupsafe import Markup

from ..model.figure import Part, StackedBar
from ..values import Value
from .drawing import Drawing, Pen, Table, number_of, sentence
from .svg import Canvas, element, text_width

FILLS = ("blue", "stripes", "ink", "dots", "ring", "sunk")
SIZES = {"full": 1160.0, "column": 760.0, "narrow": 328.0}
TOP, BAR, LINE = 26, 40, 24


def draw(figure: StackedBar, pen: Pen) -> Drawing:
    """Shares add up to the whole; the largest shows its share inside."""
    parts = [(part, pen.value(part.value)) for part in figure.parts]
    whole = sum(number_of(value) for _, value in parts)
    shares = [pen.values.format(number_of(value) / whole, "ratio", 0) for _, value in parts]
    said = [f"{part.label} {pen.text(value)} ({share})" for (part, value), share in zip(parts, shares, strict=True)]
    description = f"{sentence(said)}."
    rows = tuple((part.label, pen.text(value), share) for (part, value), share in zip(parts, shares, strict=True))
    pictures = {
        size: _layout(parts, shares, pen, width, f"{pen.name}-{size}").svg(size, description)
        for size, width in SIZES.items()
    }
    table = Table(("Part", "Amount", "Share"), rows, (False, True, True))
    return Drawing(pictures, description, table, tuple(value for _, value in parts))


def _layout(parts: list[tuple[Part, Value]], shares: list[str], pen: Pen, width: float, name: str) -> Canvas:
    whole = sum(number_of(value) for _, value in parts)
    canvas = Canvas(width, TOP + BAR + 10)
    canvas.parts.append(_patterns(name))
    largest = max(range(len(parts)), key=lambda index: number_of(parts[index][1]))
    x, taken = 1.0, [0.0, 0.0]
    for index, (part, value) in enumerate(parts):
        length = number_of(value) / whole * (width - 2)
        fill = FILLS[index % len(FILLS)]
        pattern = f"url(#{name}-{fill})" if fill in ("stripes", "dots") else None
        canvas.add("rect", x=x, y=TOP, width=length, height=BAR, fill=pattern, class_=f"g-part g-part--{fill}")
        if index == largest:
            canvas.text(x + 12, TOP + 27, shares[index], "g-numeral g-text--on-blue" if fill == "blue" else "g-numeral")
        _label(canvas, f"{part.label} {pen.text(value)}", x, length, taken)
        x += length
    return canvas


def _label(canvas: Canvas, words: str, x: float, length: float, taken: list[float]) -> None:
    """Above the part when there is room, else on the next free line below, joined by a tick."""
    room = text_width(words)
    place = min(x, canvas.width - room)
    if place >= taken[0]:
        canvas.text(place, TOP - 8, words, "g-text--strong" if x <= 1 else "")
        taken[0] = place + room + 14
        return
    line = 1
    while line < len(taken) and place < taken[line]:
        line += 1
    if line == len(taken):
        taken.append(0.0)
    y = TOP + BAR + LINE * line
    canvas.line(x + length / 2, TOP + BAR, x + length / 2, y - 14, "g-axis")
    canvas.text(min(x + length / 2, canvas.width - room), y + 2, words)
    taken[line] = place + room + 14
    canvas.height = max(canvas.height, y + 10)


def _patterns(name: str) -> Markup:
    stripes = element("path", d="M-2 2l4-4M0 8l8-8M6 10l4-4", class_="g-pattern__stripes")
    dots = element("circle", cx=4, cy=4, r=1.4, class_="g-pattern__dots")
    return element(
        "defs",
        element("pattern", stripes, id=f"{name}-stripes", width=8, height=8, patternUnits="userSpaceOnUse"),
        element("pattern", dots, id=f"{name}-dots", width=8, height=8, patternUnits="userSpaceOnUse"),
    )
