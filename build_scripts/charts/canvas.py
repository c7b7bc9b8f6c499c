"""The surface of one picture: it collects marks, and keeps labels off each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from markupsafe import Markup

from .svg import element, number, picture
from .text_width import LINE, TEXT, size_of, styled_width, wrap

type Spot = tuple[float, float, str]
"""Where a text may stand: x, base line, and which of its ends is at x (``start``, ``middle``, ``end``)."""

RISE, FALL = 0.78, 0.24
"""How far letters reach above and below their base line, in sizes."""


@dataclass(frozen=True)
class Box:
    """A rectangle that a mark or a text takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass
class Canvas:
    """Collects the marks of one picture.

    Attributes:
        width: In the picture's units; one unit is one CSS pixel where the picture is shown at its full width.
        height: Grows with the texts that are put on it.
        parts: Finished elements.
        taken: What later texts have to stay clear of.
        row: The row of the figure's table that marks stand for as they are added, counted from 0.
    """

    width: float
    height: float = 0
    parts: list[Markup] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    row: int | None = None

    def add(self, name: str, *children: str, **attributes: str | float | None) -> None:
        """Add one element."""
        self.parts.append(element(name, *children, **attributes, data_row=self.row))

    @contextmanager
    def showing(self, row: int) -> Iterator[None]:
        """What is added meanwhile shows a row of the table, which the page reads out beside it."""
        self.row = row
        yield
        self.row = None

    def line(self, x1: float, y1: float, x2: float, y2: float, class_: str) -> None:
        """A straight line."""
        end = f"V{number(y2)}" if x1 == x2 else f"H{number(x2)}" if y1 == y2 else f"L{number(x2)} {number(y2)}"
        self.add("path", d=f"M{number(x1)} {number(y1)}{end}", class_=class_)

    def rect(self, x: float, y: float, width: float, height: float, class_: str) -> None:
        """A rectangle that labels stay clear of."""
        self.add("rect", x=x, y=y, width=width, height=height, class_=class_)
        self.keep_clear(x, y, x + width, y + height)

    def circle(self, x: float, y: float, radius: float, class_: str) -> None:
        """A dot that labels stay clear of."""
        self.add("circle", cx=x, cy=y, r=radius, class_=class_)
        self.keep_clear(x - radius, y - radius, x + radius, y + radius)

    def keep_clear(self, left: float, top: float, right: float, bottom: float) -> None:
        """Let no later label stand here."""
        self.taken.append(Box(left, top, right, bottom))

    def text(self, x: float, y: float, words: str, class_: str = "", anchor: str = "start") -> None:
        """One line of text at a fixed place; `y` is its base line."""
        box = _box((x, y, anchor), words, class_)
        self.taken.append(box)
        self.height = max(self.height, box.bottom)
        where = None if anchor == "start" else anchor
        self.add("text", words, x=x, y=y, class_=class_ or None, text_anchor=where)

    def lines(self, x: float, y: float, words: str, class_: str, room: float, anchor: str = "start") -> float:
        """A text on as many lines as it needs, the first at `y`; the place of a line after it is given back."""
        leading = LINE if size_of(class_) <= TEXT else 1.25 * size_of(class_)
        lines = wrap(words, room, class_)
        for index, line in enumerate(lines):
            self.text(x, y + leading * index, line, class_, anchor)
        return y + leading * len(lines)

    def put(self, part: Markup, x: float, y: float, scale: float = 1.0) -> None:
        """A part drawn elsewhere, moved and scaled."""
        size = "" if scale == 1.0 else f" scale({scale:.4f})"
        self.parts.append(element("g", part, transform=f"translate({number(x)} {number(y)}){size}"))

    def place(self, words: str, class_: str, *spots: Spot) -> bool:
        """Put a text on the first spot where it is on the picture and clear of the rest; False when there is none."""
        for spot in spots:
            box = _box(spot, words, class_)
            on_it = box.left >= -0.5 and box.right <= self.width + 0.5 and box.top >= 0
            if on_it and not any(box.meets(other) for other in self.taken):
                self.text(spot[0], spot[1], words, class_, spot[2])
                return True
        return False

    def inside(self, x: float, words: str, class_: str) -> float:
        """The middle of a centred text, moved so that the text stays on the picture."""
        half = styled_width(words, class_) / 2
        return min(max(x, half), self.width - half)

    def svg(self, class_: str) -> Markup:
        """The finished picture."""
        return picture(self.width, self.height, class_, *self.parts)


def _box(spot: Spot, words: str, class_: str) -> Box:
    x, y, anchor = spot
    width, size = styled_width(words, class_), size_of(class_)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - RISE * size, left + width, y + FALL * size)
