"""Stacked bar: the parts of one whole, told apart by pattern as well as by ink."""

from dataclasses import dataclass
from functools import partial

from ..model.figure import Part, StackedBar
from ..values import Value
from .canvas import Box, Canvas, Spot
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, number_of, sentence
from .svg import number
from .text_width import styled_width

FILLS = ("blue", "stripes", "ink", "dots", "ring", "sunk")
STEP = 8
"""Between two stripes, and two dots, of a part."""
TOP, BAR, LINE, MOST_LINES = 26, 40, 24, 6
SHARE = "g-numeral"


@dataclass(frozen=True)
class Piece:
    """One part with its share, as text too, and where it lies on the bar."""

    label: str
    share: str
    fill: str
    start: float
    end: float


def draw(figure: StackedBar, pen: Pen) -> Drawing:
    """Shares add up to the whole; the largest shows its share inside."""
    parts = [(part, pen.value(part.value)) for part in figure.parts]
    whole = sum(number_of(value) for _, value in parts) or 1.0
    shares = [pen.values.format(round(number_of(value) / whole, 6), "ratio", 0) for _, value in parts]
    rows = tuple((part.label, pen.text(value), share) for (part, value), share in zip(parts, shares, strict=True))
    total = pen.values.format(round(whole, 6), parts[0][1].unit, _digits(parts))
    each = sentence([f"{label} {text} ({share})" for label, text, share in rows], pen.say)
    description = pen.say("Of {total} in all: {parts}.", total=total, parts=each)

    def lay_out(width: float, _size: str) -> Canvas:
        return _layout(_pieces(parts, rows, whole, width), width)

    pictures = partial(at_every_width, lay_out, description)
    table = Table((pen.say("Part"), pen.say("Amount"), pen.say("Share")), rows, (False, True, True))
    return Drawing(pictures, description, table, tuple(value for _, value in parts), at_any_width(lay_out))


def _digits(parts: list[tuple[Part, Value]]) -> int:
    exponents = (value.number.as_tuple().exponent for _, value in parts)
    return max(-exponent if isinstance(exponent, int) and exponent < 0 else 0 for exponent in exponents)


def _pieces(
    parts: list[tuple[Part, Value]], rows: tuple[tuple[str, ...], ...], whole: float, width: float
) -> list[Piece]:
    found, at = [], 1.0
    for index, ((_, value), (label, text, share)) in enumerate(zip(parts, rows, strict=True)):
        end = at + number_of(value) / whole * (width - 2)
        found.append(Piece(f"{label} {text}", share, FILLS[index % len(FILLS)], at, end))
        at = end
    return found


def _layout(pieces: list[Piece], width: float) -> Canvas:
    canvas = Canvas(width, TOP + BAR + 2)
    for index, each in enumerate(pieces):
        with canvas.showing(index):
            _fill(canvas, each, each.start, TOP, each.end - each.start, BAR)
    canvas.keep_clear(0, TOP, width, TOP + BAR)
    largest = max(pieces, key=lambda each: each.end - each.start)
    if styled_width(largest.share, SHARE) + 22 < largest.end - largest.start:
        tone = {"blue": "g-text--on-blue", "ink": "g-text--on-ink"}.get(largest.fill, "g-halo")
        canvas.text(largest.start + 12, TOP + 28, largest.share, f"{SHARE} {tone}")
    below = [each for each in _by_size(pieces) if not _above(canvas, each, pieces)]
    _below(canvas, [each for each in pieces if each in below])
    return canvas


def _by_size(pieces: list[Piece]) -> list[Piece]:
    """First and last part first, then the larger ones: the order in which labels get the room above."""
    middle = sorted(pieces[1:-1], key=lambda each: each.start - each.end)
    return [pieces[0], pieces[-1], *middle]


def _above(canvas: Canvas, each: Piece, pieces: list[Piece]) -> bool:
    class_ = "g-text--strong" if each is pieces[0] else ""
    at_end = (canvas.width, TOP - 8, "end") if each is pieces[-1] else (each.start, TOP - 8, "start")
    return canvas.place(each.label, class_, at_end)


def _below(canvas: Canvas, pieces: list[Piece]) -> None:
    """Labels lean towards the middle of the bar and step down outwards, so that no tick crosses a label."""
    homeless: list[Piece] = []
    for leaning, anchor, shift in ((-1, "end", 3), (1, "start", -3)):
        half = [each for each in pieces if (_middle(each) > canvas.width / 2) == (leaning < 0)]
        line = 0
        for each in half if leaning < 0 else reversed(half):
            x = _middle(each)
            spots: list[Spot] = [(x + shift, _base(number), anchor) for number in range(line + 1, MOST_LINES)]
            if canvas.place(each.label, "", *spots):
                line = round((canvas.taken[-1].bottom - TOP - BAR) / LINE)
                canvas.line(x, TOP + BAR, x, canvas.taken[-1].top, "g-axis")
            else:
                homeless.append(each)
    for each in homeless:
        _key(canvas, each)


def _key(canvas: Canvas, each: Piece) -> None:
    """A label too long for its place stands under the bar, with a sample of its part."""
    y = canvas.height + LINE
    _fill(canvas, each, 1, y - 12, 14, 14)
    canvas.lines(24, y, each.label, "", canvas.width - 24)
    canvas.height += 6


def _fill(canvas: Canvas, each: Piece, x: float, y: float, width: float, height: float) -> None:
    """A part's area with its marks on it. No pattern fill: browsers print one as coarse dots."""
    area = Box(x, y, x + width, y + height)
    canvas.add("rect", x=x, y=y, width=width, height=height, class_=f"g-part g-part--{each.fill}")
    marks = {"stripes": _stripes, "dots": _dots}.get(each.fill)
    if marks:
        canvas.add("path", d=marks(area), class_=f"g-part__{each.fill}")


def _stripes(area: Box) -> str:
    """Rising lines, from edge to edge of the area."""
    found = []
    for rise in range(STEP, round(area.right - area.left + area.bottom - area.top), STEP):
        left = max(area.left, area.left + area.top - area.bottom + rise)
        length = min(area.right, area.left + rise) - left
        found.append(f"M{number(left)} {number(area.top + area.left + rise - left)}l{number(length)} {number(-length)}")
    return "".join(found)


def _dots(area: Box) -> str:
    """Lines that the style breaks into dots, each as far from the edges as from the next."""
    rows = range(STEP // 2, round(area.bottom - area.top), STEP)
    left, right = number(area.left + STEP / 2), number(area.right - STEP / 2 + 1)
    return "".join(f"M{left} {number(area.top + row)}H{right}" for row in rows)


def _base(line: int) -> float:
    return TOP + BAR + LINE * line + 2.0


def _middle(piece: Piece) -> float:
    return (piece.start + piece.end) / 2
