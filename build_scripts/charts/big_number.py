"""One number, very large, with one line below that says of what."""

from ..model.figure import BigNumber
from .drawing import Drawing, Pen, Table
from .svg import element

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
    return Drawing(
        {"all": html}, f"{words} {label}.", Table(("", "Figure"), ((label, words),), (False, True)), (value,)
    )


def _class(words: str, *, said: bool) -> str:
    long = " g-big__value--long" if len(words) > LONG else ""
    return f"g-big__value{' g-big__value--said' if said else ''}{long}"
