"""The marks of one row of ranges: a bar, a dot, a dot with its mean, and the grade at the row's end."""

from ..values import Value
from .canvas import Canvas, Spot
from .drawing import Pen, ends_of, number_of
from .scales import Scale
from .text_width import styled_width

BAR, DOT, MEAN = 14, 8, 7
VALUE, MEAN_WORDS = "g-text--strong g-halo", "g-text--small g-text--quiet g-halo"


def draw_marks(canvas: Canvas, values: tuple[Value, Value | None], ink: str, pen: Pen, scale: Scale, y: float) -> None:
    """Red is hollow, for what was said or asked; blue and ink are solid. A mean is always hollow."""
    value, mean = values
    low, high = (scale(end) for end in ends_of(value))
    far = low if mean is None else scale(number_of(mean))
    if mean is not None:
        canvas.line(high, y, far, y, f"g-mark--{ink}-line")
        canvas.circle(far, y, MEAN, f"g-mark--{ink}-hollow")
    if low == high:
        canvas.circle(low, y, DOT, "g-mark--red-ring" if ink == "red" else f"g-mark--{ink}")
    else:
        _bar(canvas, low, high, y, ink)
    words, class_ = pen.text(value), f"{VALUE} g-text--{ink}"
    sides = _sides(low, high, y, canvas, words, class_)
    canvas.place(words, class_, *(reversed(sides) if mean is not None and far > high else sides))
    if mean is not None:
        said = pen.mean(mean)
        canvas.place(said, MEAN_WORDS, *_sides(far, far, y, canvas, said, MEAN_WORDS))


def _bar(canvas: Canvas, low: float, high: float, y: float, ink: str) -> None:
    class_ = "g-mark--red-hollow" if ink == "red" else f"g-mark--{ink}"
    canvas.add("rect", x=low, y=y - BAR / 2, width=high - low, height=BAR, rx=BAR / 2, class_=class_)
    canvas.keep_clear(low, y - BAR / 2, high, y + BAR / 2)


def _sides(low: float, high: float, y: float, canvas: Canvas, words: str, class_: str) -> list[Spot]:
    """Right of the mark, above it, left of it: the order of preference; a median before its mean turns it round."""
    half = styled_width(words, class_) / 2
    above = (min(max((low + high) / 2, half), canvas.width - half), y - 14, "middle")
    return [(high + 14, y + 5, "start"), above, (low - 14, y + 5, "end")]


def grade_box(canvas: Canvas, x: float, y: float, letter: str) -> None:
    """A filled, B outlined, C dashed."""
    class_ = letter.lower()
    canvas.keep_clear(x - 8, y - 4, x + 34, y + 28)
    canvas.rect(x, y, 26, 24, f"g-grade-box g-grade-box--{class_}")
    canvas.text(x + 13, y + 17, letter, f"g-text--small g-text--strong g-grade-letter--{class_}", "middle")
