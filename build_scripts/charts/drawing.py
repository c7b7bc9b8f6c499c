"""What drawing a figure gives: pictures, a description in words, and the same rows as a table."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from ..model.guide import Guide
from ..values import Value, Values
from .svg import Canvas

WIDTHS = {"full": 1160.0, "column": 760.0, "narrow": 328.0}
"""Each picture is laid out anew for the whole page, the text column and the phone."""


@dataclass(frozen=True)
class Table:
    """The rows that a picture shows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True)
class Drawing:
    """One figure, drawn.

    Attributes:
        pictures: By size: ``full``, ``column``, ``narrow``; or ``all`` for one that fits every width.
        description: The picture in sentences, made from its data.
        table: The same rows.
        values: What is shown, for the ledger line.
    """

    pictures: dict[str, Markup]
    description: str
    table: Table
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Pen:
    """What drawing needs: the values, and a name that makes ids unique on the page."""

    guide: Guide
    values: Values
    name: str
    plain: Callable[[str], str]

    def value(self, ref: str) -> Value:
        """A reference's value; the figure's own rule says what may be mixed."""
        return self.values.resolve(ref, mixed=True)

    def text(self, value: Value) -> str:
        """The value as people read it."""
        return self.values.text(value)

    def tick(self, number: float, like: Value) -> str:
        """An axis label in the unit of a value."""
        unit = like.unit
        exact = f"{number:.10f}".rstrip("0").rstrip(".")
        digits = len(exact.partition(".")[2])
        return self.values.format(number, unit, max(0, digits - 2) if unit == "ratio" else digits)


def at_every_width(lay_out: Callable[[float, bool], Canvas], description: str) -> dict[str, Markup]:
    """The picture, laid out for each width; the layout is told whether it is the phone's."""
    return {size: lay_out(width, size == "narrow").svg(size, description) for size, width in WIDTHS.items()}


def number_of(value: Value) -> float:
    """The single number of a value as a place on an axis."""
    return float(value.number)


def ends_of(value: Value) -> tuple[float, float]:
    """Lower and upper end; twice the same for a single number."""
    found = [float(number) for number in value.numbers if number is not None]
    return found[0], found[-1]


def sentence(parts: list[str]) -> str:
    """Parts joined as a list is spoken.

    >>> sentence(["a", "b", "c"])
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
