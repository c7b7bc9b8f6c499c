"""Dots: two readings of one thing on a row, and how many times they are apart."""

from ..model.figure import DotRow, Dots
from ..values import Value
from .drawing import Drawing, Pen, Table, at_every_width, number_of
from .scales import Scale, log_ends, log_ticks, round_up, ticks
from .svg import Canvas

ROW, HEAD = 62, 30

type Pair = tuple[DotRow, Value, Value]


def draw(figure: Dots, pen: Pen) -> Drawing:
    """Hollow diamond for the first reading, solid dot for the second."""
    pairs = [(row, pen.value(row.first), pen.value(row.second)) for row in figure.rows]
    said = [
        f"{row.label} {pen.text(a)} {figure.first_label}, {pen.text(b)} {figure.second_label}" for row, a, b in pairs
    ]
    description = f"{'; '.join(said)}."
    rows = tuple((row.label, pen.text(a), pen.text(b), apart(a, b, pen)) for row, a, b in pairs)
    table = Table(("", figure.first_label, figure.second_label, "times apart"), rows, (False, True, True, True))
    pictures = at_every_width(lambda width, narrow: _layout(figure, pairs, pen, width, narrow), description)
    return Drawing(pictures, description, table, tuple(value for _, a, b in pairs for value in (a, b)))


def apart(first: Value, second: Value, pen: Pen) -> str:
    """How many times the larger is the smaller."""
    low, high = sorted((number_of(first), number_of(second)))
    ratio = high / low
    return f"{pen.values.format(ratio, 'count', 0 if ratio >= 10 else 1)}×"


def _layout(figure: Dots, pairs: list[Pair], pen: Pen, width: float, narrow: bool) -> Canvas:
    numbers = [number_of(value) for _, a, b in pairs for value in (a, b)]
    left, right = (14.0, width - 14) if narrow else (width * 0.17, width * 0.85)
    scale = _scale(figure, numbers, left, right)
    row_height = ROW + (18 if narrow else 0)
    canvas = Canvas(width, HEAD + row_height * len(pairs) + 34)
    most = 4 if narrow else 7
    marks = log_ticks(scale.low, scale.high, most) if scale.log else ticks(scale.low, scale.high, most)
    for tick in marks:
        canvas.line(scale(tick), HEAD, scale(tick), canvas.height - 30, "g-grid")
        words = pen.tick(tick, pairs[0][1])
        canvas.text(canvas.inside(scale(tick), words), canvas.height - 8, words, "g-text--small", "middle")
    if not narrow:
        canvas.text(width, 18, "times apart", "g-text--small g-text--strong", "end")
    for index, pair in enumerate(pairs):
        _row(canvas, pair, pen, scale, HEAD + row_height * (index + 1) - 22, narrow=narrow)
    return canvas


def _scale(figure: Dots, numbers: list[float], left: float, right: float) -> Scale:
    if figure.scale == "log":
        low, high = log_ends(min(numbers), max(numbers))
        return Scale(low, high, left, right, log=True)
    return Scale(0, round_up(max(numbers)), left, right)


def _row(canvas: Canvas, pair: Pair, pen: Pen, scale: Scale, y: float, *, narrow: bool) -> None:
    row, first, second = pair
    a, b = scale(number_of(first)), scale(number_of(second))
    canvas.text(0, y - 30 if narrow else y + 5, row.label, "g-text--strong")
    canvas.text(canvas.width, y - 30 if narrow else y + 9, apart(first, second, pen), "g-numeral", "end")
    canvas.line(a, y, b, y, "g-mark--ink-line")
    canvas.add("path", d=f"M{a - 8:.1f} {y:.1f}l8 -8 8 8 -8 8z", class_="g-mark--diamond")
    canvas.add("circle", cx=b, cy=y, r=7, class_="g-mark--blue")
    close = abs(a - b) < 110
    left_is_first = a <= b
    outward = (("end", -14), ("start", 14)) if left_is_first else (("start", 14), ("end", -14))
    for x, value, tone, (anchor, shift) in (
        (a, first, "g-text--quiet", outward[0]),
        (b, second, "g-text--blue", outward[1]),
    ):
        if close and not narrow:
            canvas.text(x + shift, y + 5, pen.text(value), f"g-text--small g-halo {tone}", anchor)
        else:
            edge = "start" if x < 40 else "end" if x > canvas.width - 40 else anchor if close else "middle"
            canvas.text(x, y - 13, pen.text(value), f"g-text--small g-halo {tone}", edge)
