"""Steps: an order of work, with what to tick off in each."""

from markupsafe import Markup

from ..model.figure import Step, Steps
from .drawing import Drawing, Pen, Table, ended
from .svg import element


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
    return Drawing({"all": html}, " ".join(said), Table(("Step", "Title", "To do"), rows, (True, False, False)), ())


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
