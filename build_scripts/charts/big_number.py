"""One number, very large, with one line below that says of what."""

from ..model.figure import BigNumber
from .drawing import Drawing, Pen, Table
from .svg import element


def draw(figure: BigNumber, pen: Pen) -> Drawing:
    """Text, not a picture: it wraps, prints and copies."""
    value = pen.value(figure.value)
    words, label = pen.text(value), pen.plain(figure.label)
    mark = "×" if value.operation == "/" else ""
    html = element(
        "div",
        element("p", f"{words}{mark}", class_="g-big__value"),
        element("p", label, class_="g-big__label"),
        class_="g-big",
    )
    table = Table(("", "Figure"), ((label, f"{words}{mark}"),), (False, True))
    return Drawing({"all": html}, f"{words}{mark} {label}.", table, (value,))
