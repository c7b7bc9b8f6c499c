"""Steps: an order of work, with what to tick off in each."""

import math
from functools import partial

from markupsafe import Markup

from ..model.figure import Step, Steps
from .canvas import Canvas
from .drawing import Drawing, Pen, Table, ended
from .svg import element

COLUMN, GAP = 180, 24
"""Alone: the least width of a step, and the air at its right."""

BOX, INDENT = 13, 24
NUMBER, TITLE = "g-numeral g-numeral--big g-text--blue", "g-text--large g-text--strong"


def draw(figure: Steps, pen: Pen) -> Drawing:
    """An ordered list; its line, arrow and dots are drawn by the style sheet."""
    parts = [_step(step, number, pen) for number, step in enumerate(figure.steps, start=1)]
    html = element("ol", *parts, class_=f"g-steps g-steps--{len(parts)}")
    rows = tuple(
        (str(number), step.title, pen.plain(item))
        for number, step in enumerate(figure.steps, start=1)
        for item in step.items
    )
    said = [f"{number}. {_said(step, pen)}" for number, step in enumerate(figure.steps, start=1)]
    table = Table((pen.say("Step"), pen.say("Title"), pen.say("To do")), rows, (True, False, False))
    return Drawing(lambda: {"all": html}, " ".join(said), table, (), partial(_alone, figure, pen))


def _alone(figure: Steps, pen: Pen, width: float) -> Canvas:
    """The steps beside each other along an ink line, on as many lines as the width asks for."""
    canvas, most = Canvas(width), max(1, int(width // COLUMN))
    across = math.ceil(len(figure.steps) / math.ceil(len(figure.steps) / most))
    column, top = width / across, 10.0
    for index, step in enumerate(figure.steps):
        if index % across == 0:
            top = canvas.height + (44 if index else 10)
            canvas.line(0, top, width, top, "g-mark--ink-line")
        x = column * (index % across)
        canvas.circle(x + 9, top, 8.5, "g-mark--blue")
        _put_step(canvas, step, index + 1, pen, x, top, column - GAP)
    canvas.add("path", d=f"M{width - 9:.1f} {top - 7:.1f}l8 7-8 7", class_="g-mark--ink-arrow")
    return canvas


def _put_step(canvas: Canvas, step: Step, number: int, pen: Pen, x: float, top: float, room: float) -> None:
    canvas.text(x, top + 72, str(number), NUMBER)
    y = canvas.lines(x, top + 108, step.title, TITLE, room) + 6
    for item in step.items:
        canvas.add("rect", x=x + 1, y=y - BOX + 2, width=BOX, height=BOX, class_="g-mark--box")
        y = canvas.lines(x + INDENT, y, pen.plain(item), "", room - INDENT) + 6
    canvas.height = max(canvas.height, y)


def _said(step: Step, pen: Pen) -> str:
    return ended(f"{step.title}: {'; '.join(pen.plain(item).rstrip('.') for item in step.items)}")


def _step(step: Step, number: int, pen: Pen) -> Markup:
    items = [element("li", pen.plain(item)) for item in step.items]
    return element(
        "li",
        element("span", str(number), class_="g-steps__number", aria_hidden="true"),
        element("p", step.title, class_="g-steps__title"),
        element("ul", *items, class_="g-steps__items"),
    )
