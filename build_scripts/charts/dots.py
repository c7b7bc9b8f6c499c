"""Dots: two readings of one thing on a row, and how many times they are apart."""

from functools import partial

from ..model.figure import DotRow, Dots
from ..values import Value
from .axis import draw_axis
from .canvas import Canvas, Spot
from .drawing import Drawing, Pen, Table, at_any_width, at_every_width, labels_above, number_of, opened, sentence
from .scales import Scale, around
from .text_width import extra_height, styled_width

ROW, NARROW_ROW, TIMES = 60, 80, 124
LABEL, STRONG = "g-text--small", "g-text--strong"
FIRST, SECOND = "g-text--small g-text--quiet g-halo", "g-text--small g-text--strong g-text--blue g-halo"
APART = "times apart"

type Pair = tuple[DotRow, Value, Value]


def draw(figure: Dots, pen: Pen) -> Drawing:
    """Hollow diamond for the first reading, solid dot for the second."""
    pairs = [(row, pen.value(row.first), pen.value(row.second)) for row in figure.rows]
    description = " ".join(_sentence(figure, pair, pen) for pair in pairs)
    rows = tuple((row.label, pen.text(a), pen.text(b), apart(a, b, pen)) for row, a, b in pairs)
    table = Table(("", figure.first_label, figure.second_label, pen.say(APART)), rows, (False, True, True, True))
    lay_out = partial(_layout, figure, pairs, pen)
    pictures = partial(at_every_width, lay_out, description)
    return Drawing(
        pictures, description, table, tuple(value for _, a, b in pairs for value in (a, b)), at_any_width(lay_out)
    )


def apart(first: Value, second: Value, pen: Pen) -> str:
    """How many times the larger is the smaller; nothing when one of them is zero or less."""
    low, high = sorted((number_of(first), number_of(second)))
    if low <= 0:
        return ""
    return f"{pen.values.format(high / low, 'count', 0 if high / low >= 10 else 1)}×"


def _sentence(figure: Dots, pair: Pair, pen: Pen) -> str:
    row, a, b = pair
    times = apart(a, b, pen).removesuffix("×")
    sides = [f"{pen.text(a)} {figure.first_label}", f"{pen.text(b)} {figure.second_label}"]
    ending = f", {pen.say('{times} times apart', times=times)}" if times else ""
    return f"{opened(row.label)}: {sentence(sides, pen.say)}{ending}."


def _layout(figure: Dots, pairs: list[Pair], pen: Pen, width: float, size: str) -> Canvas:
    numbers = [number_of(value) for _, a, b in pairs for value in (a, b)]
    labels = max(styled_width(row.label, STRONG) for row, _, _ in pairs) + 36
    narrow = labels_above(size, labels, width)
    left, right = (14.0, width - 14) if narrow else (max(labels, width * 0.12), width - 130)
    scale = around(numbers, left, right, log=figure.scale == "log")
    canvas = Canvas(width)
    top = _key(canvas, figure, pen.say(APART), narrow=narrow)
    heights = [NARROW_ROW + extra_height(row.label, STRONG, width - TIMES) if narrow else ROW for row, _, _ in pairs]
    bottom = top + sum(heights) + (6 if narrow else 0)
    draw_axis(canvas, scale, pen, pairs[0][1], top, bottom, 4 if narrow else 7)
    widest = max(pairs, key=lambda pair: abs(scale(number_of(pair[1])) - scale(number_of(pair[2]))))
    for index, (pair, height) in enumerate(zip(pairs, heights, strict=True)):
        _head(canvas, pair, pen, top, top + height - 20, large=pair is widest, narrow=narrow)
        with canvas.showing(index):
            _marks(canvas, pair, pen, scale, top + height - 20)
        top += height
    return canvas


def _key(canvas: Canvas, figure: Dots, apart_words: str, *, narrow: bool) -> float:
    """What diamond and dot stand for; the height that it takes."""
    beside, room = 34 + styled_width(figure.first_label, LABEL), canvas.width - 24
    one_line = 8 + beside + 24 + styled_width(figure.second_label, LABEL) < canvas.width - (0 if narrow else TIMES)
    below = 36 + extra_height(figure.first_label, LABEL, room)
    x, y = (8 + beside, 14.0) if one_line else (8.0, below)
    _diamond(canvas, 8, 14)
    canvas.lines(24, 19, figure.first_label, LABEL, room)
    canvas.circle(x, y, 7, "g-mark--blue")
    canvas.lines(x + 16, y + 5, figure.second_label, LABEL, room)
    if not narrow:
        canvas.place(apart_words, f"{LABEL} {STRONG}", (canvas.width, y + 5, "end"), (canvas.width, y + 27, "end"))
    return canvas.height + 14


def _head(canvas: Canvas, pair: Pair, pen: Pen, top: float, y: float, *, large: bool, narrow: bool) -> None:
    times = apart(pair[1], pair[2], pen)
    if narrow:
        canvas.line(0, top, canvas.width, top, "g-grid")
        canvas.lines(0, top + 20, pair[0].label, f"{STRONG} g-halo", canvas.width - TIMES)
        canvas.text(canvas.width, top + 22, pen.say("{times} apart", times=times) if times else "", "g-numeral", "end")
    else:
        canvas.text(0, y + 5, pair[0].label, STRONG)
        canvas.text(canvas.width, y + 9, times, "g-numeral g-numeral--large" if large else "g-numeral", "end")


def _marks(canvas: Canvas, pair: Pair, pen: Pen, scale: Scale, y: float) -> None:
    a, b = scale(number_of(pair[1])), scale(number_of(pair[2]))
    canvas.line(a, y, b, y, "g-mark--ink-line")
    _diamond(canvas, a, y)
    canvas.circle(b, y, 7, "g-mark--blue")
    first, second = pen.text(pair[1]), pen.text(pair[2])
    close = abs(a - b) < (styled_width(first, FIRST) + styled_width(second, SECOND)) / 2 + 8
    canvas.place(first, FIRST, *_spots(canvas, a, y, -1 if a <= b else 1, first, close=close))
    canvas.place(second, SECOND, *_spots(canvas, b, y, 1 if a <= b else -1, second, close=close))


def _spots(canvas: Canvas, x: float, y: float, side: int, words: str, *, close: bool) -> list[Spot]:
    """Above the mark; beside it, away from the other mark, when the two labels would meet."""
    above = (canvas.inside(x, words, SECOND), y - 13, "middle")
    beside = (x + 14 * side, y + 5, "start" if side > 0 else "end")
    outward = (x - 8 * side, y - 13, "start" if side > 0 else "end")
    return [beside, outward, above] if close else [above, beside]


def _diamond(canvas: Canvas, x: float, y: float) -> None:
    canvas.add("path", d=f"M{x - 8:.1f} {y:.1f}l8-8 8 8-8 8z", class_="g-mark--diamond")
    canvas.keep_clear(x - 8, y - 8, x + 8, y + 8)
