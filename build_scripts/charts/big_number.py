"""One number, very large, with one line below that says of what."""

from functools import partial

from ..model.figure import BigNumber
from .canvas import Canvas
from .drawing import Drawing, Pen, Table
from .svg import element
from .text_width import size_of, styled_width

LONG = 6
"""Numbers with more characters are set smaller, to stay on one line."""

HOLLOW = {"claimed", "asked"}
"""Blue is for what was measured or paid; what was claimed or asked is red."""


def draw(figure: BigNumber, pen: Pen) -> Drawing:
    """Text, not a picture: it wraps, prints and copies."""
    value = pen.value(figure.value)
    words, label = f"{pen.text(value)}{'×' if value.operation == '/' else ''}", pen.plain(figure.label)
    said = any(each.basis in HOLLOW for each in value.statistics)
    html = element(
        "div",
        element("p", words, class_=_class(words, said=said)),
        element("p", label, class_="g-big__label"),
        class_="g-big",
    )
    table = Table(("", pen.say("Figure")), ((label, words),), (False, True))
    alone = partial(_alone, words, label, "red" if said else "blue")
    return Drawing(lambda: {"all": html}, f"{words} {label}.", table, (value,), alone)


def _alone(words: str, label: str, ink: str, width: float) -> Canvas:
    """As large as the width allows, with its line below."""
    canvas = Canvas(width)
    sizes = (f"g-numeral g-numeral--{size} g-text--{ink}" for size in ("giant", "huge", "big", "large"))
    class_ = next((each for each in sizes if styled_width(words, each) <= width), f"g-numeral g-text--{ink}")
    base = 0.8 * size_of(class_)
    canvas.text(0, base, words, class_)
    canvas.height = canvas.lines(0, base + 44, label, "g-text--large", min(width, 560))
    return canvas


def _class(words: str, *, said: bool) -> str:
    long = " g-big__value--long" if len(words) > LONG else ""
    return f"g-big__value{' g-big__value--said' if said else ''}{long}"
