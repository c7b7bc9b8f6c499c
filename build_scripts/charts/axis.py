"""The axis under a picture: grid lines, and labels as far as they fit."""

from ..values import Value
from .canvas import Canvas
from .drawing import Pen
from .scales import Scale

LABEL = "g-text--small"


def draw_axis(canvas: Canvas, scale: Scale, pen: Pen, like: Value, top: float, bottom: float, most: int) -> None:
    """Grid lines from `top` to `bottom` with labels below; a label that doesn't fit is dropped, its line stays."""
    for tick in scale.ticks(most):
        x, words = scale(tick), pen.tick(tick, like)
        canvas.line(x, top, x, bottom, "g-grid")
        canvas.place(words, LABEL, (canvas.inside(x, words, LABEL), bottom + 20, "middle"))
    canvas.height = max(canvas.height, bottom + 26)
    if scale.log:
        say_log(canvas, bottom, pen)


def say_log(canvas: Canvas, bottom: float, pen: Pen) -> None:
    """“log scale” beside the tick labels, or under them."""
    left, right, below = (0.0, bottom + 20, "start"), (canvas.width, bottom + 20, "end"), bottom + 40
    canvas.place(pen.say("log scale"), f"{LABEL} g-text--quiet", left, right, (canvas.width, below, "end"))
