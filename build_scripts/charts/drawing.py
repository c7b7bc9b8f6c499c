"""What drawing a figure gives: pictures, a description in words, and the same rows as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from ..model.guide import Guide
from ..values import Value, Values
from .canvas import Canvas
from .svg import element

WIDTHS = {"full": 1160.0, "column": 740.0, "medium": 560.0, "narrow": 296.0}
"""Each picture is laid out anew for the whole page, the text column, a narrow window and the phone.

Each is shown at 0.97 of its width and more (figure.css says when), so that no text falls under 13 pixels.
"""


MOST_LABEL = 0.42
NARROW = 420.0


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
        on_page: Lays out `pictures`; files that leave the site don't need them.
        description: The picture in sentences, made from its data.
        table: The same rows.
        values: What is shown, for the ledger line.
        alone: The picture in one piece at any width, for files that leave the site.
        giant: The one number that the picture is about, where it has one: very large beside it, where there is room.
    """

    on_page: Callable[[], dict[str, Markup]]
    description: str
    table: Table
    values: tuple[Value, ...]
    alone: Callable[[float], Canvas]
    giant: str = ""

    @cached_property
    def pictures(self) -> dict[str, Markup]:
        """By size: ``full``, ``column``, ``medium``, ``narrow``, with ``words`` for those who hear the page.

        Or ``all`` for one made of text that fits every width.
        """
        return self.on_page()


@dataclass(frozen=True)
class Pen:
    """What drawing needs: the values, and a name that makes ids unique on the page."""

    guide: Guide
    values: Values
    name: str
    plain: Callable[[str], str]

    def say(self, text: str, **values: str | int) -> str:
        """A text of ours in the guide's language."""
        return self.guide.words.say(text, **values)

    def value(self, ref: str) -> Value:
        """A reference's value; the figure's own rule says what may be mixed."""
        return self.values.resolve(ref, mixed=True)

    def text(self, value: Value) -> str:
        """The value as people read it."""
        return self.values.text(value)

    def mean(self, value: Value) -> str:
        """A mean, called so."""
        return self.say("mean {number}", number=self.text(value))

    def median(self, value: Value) -> str:
        """A median, called so."""
        return self.say("median {number}", number=self.text(value))

    def tick(self, number: float, like: Value) -> str:
        """An axis label in the unit of a value."""
        unit = like.unit
        exact = f"{number:.10f}".rstrip("0").rstrip(".")
        digits = len(exact.partition(".")[2])
        return self.values.format(number, unit, max(0, digits - 2) if unit == "ratio" else digits)


def at_every_width(
    lay_out: Callable[[float, str], Canvas], description: str, limit: float = WIDTHS["full"]
) -> dict[str, Markup]:
    """The description for those who hear it, and the picture laid out for each width.

    Args:
        lay_out: Gets the width and the size's name.
        description: What the picture shows, in sentences.
        limit: The picture needs no more width; sizes that end up alike share one picture.
    """
    pictures = {"words": element("p", description, class_="g-hidden")}
    for width in dict.fromkeys(min(width, limit) for width in WIDTHS.values()):
        sizes = [size for size, whole in WIDTHS.items() if min(whole, limit) == width]
        classes = " ".join(f"g-chart--{size}" for size in sizes)
        pictures[sizes[0]] = lay_out(width, sizes[-1]).svg(classes)
    return pictures


def at_any_width(lay_out: Callable[[float, str], Canvas], limit: float = WIDTHS["full"]) -> Callable[[float], Canvas]:
    """The layout for files: that of the phone where it is as narrow as one."""
    return lambda width: lay_out(min(width, limit), "narrow" if width < NARROW else "full")


def labels_above(size: str, labels: float, width: float) -> bool:
    """Whether labels stand above their rows: on the phone, and where they would take too much of the width."""
    return size == "narrow" or labels > MOST_LABEL * width


def number_of(value: Value) -> float:
    """The single number of a value as a place on an axis."""
    return float(value.number)


def ends_of(value: Value) -> tuple[float, float]:
    """Lower and upper end; twice the same for a single number."""
    found = [float(number) for number in value.numbers if number is not None]
    return found[0], found[-1]


def sentence(parts: list[str], say: Callable[..., str]) -> str:
    """Parts joined as a list is spoken.

    >>> sentence(["a", "b", "c"], lambda text, before, last: f"{before} and {last}")
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else say("{before} and {last}", before=", ".join(parts[:-1]), last=parts[-1])


def ended(text: str) -> str:
    """A sentence with its mark at the end, if it has none.

    >>> ended("Has it risen?"), ended("It has")
    ('Has it risen?', 'It has.')
    """
    return text if text.endswith((".", "?", "!")) else f"{text}."


def opened(text: str) -> str:
    """A text with a capital first letter, to open a sentence.

    >>> opened("said: $50")
    'Said: $50'
    """
    return text[:1].upper() + text[1:]
