"""A panel of the poster: a chapter's message, its picture and its sources, in one of several shapes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..charts import draw
from ..charts.canvas import Canvas
from ..composer import Composer
from ..figures import pen
from ..home_chapters import chapter_title, figure_of
from ..model.guide import Chapter
from .inks import Band
from .poster_notes import Notes, notes
from .sheet import Sheet, Type
from .studio import Studio

WHOLE, GUTTER = 1056.0, 44.0
"""The width between the margins, and the air between two columns."""

HALF = (WHOLE - GUTTER) / 2
ASIDE = 276.0
"""The width of an aside at the right of a headline."""

TEXT = Type("Public Sans", 20, 400, 28.4, "ink-2")
LEADING, SLACK = 1.1, 0.3
"""Of headlines, in sizes: from line to line, and what stays free at their right, since Typst sets a little wider."""

GIANTS = (220, 190, 160, 130, 104)
"""The sizes of a giant number, of which the largest that fits is taken."""

FRAME, UNDER_HEAD, OVER_ASIDE = 54.0, 22.0, 12.0
"""Air: above and below a panel, under its headline, over its aside."""


@dataclass(frozen=True)
class Shape:
    """How a panel is laid out, in pixels.

    Attributes:
        name: As the template knows it.
        words: The width of number, headline and aside.
        column: The number's own column at the left of the headline; 0 sets it above.
        number: The size of the number.
        headline: The size of the headline.
        picture: The width of the picture.
    """

    name: str
    words: float
    column: float
    number: float
    headline: float
    picture: float


ABOVE = Shape("above", WHOLE, 104, 88, 46, WHOLE)
BESIDE = Shape("beside", 372, 0, 88, 40, WHOLE - 372 - GUTTER)
GIANT = Shape("beside", 532, 92, 88, 40, WHOLE - 532 - GUTTER)
HALVED = Shape("half", HALF, 74, 64, 36, HALF)

NARROW = {"slope", "dots", "bars", "big-number", "stacked-bar", "strip-plot"}
"""Kinds of figures that don't need the whole width: their headline stands at the left, so that the rhythm changes."""

WIDE = {"crowd", "steps"}
"""Kinds of figures that need it."""


@dataclass(frozen=True)
class Panel:
    """One chapter in one shape.

    Attributes:
        shape: How it is laid out.
        chapter: Its number, from 1.
        title: The lines of its headline.
        aside: What stands beside or under the headline.
        aside_beside: Whether it stands beside it.
        aside_height: Of its lines.
        band: The ground that it lies on.
        canvas: Its picture.
        alt: The picture in words.
        giant: The one number that the picture is about, very large, with its size.
        notes: Where its figures come from.
        notes_height: Of these.
    """

    shape: Shape
    chapter: int
    title: list[str]
    aside: str
    aside_beside: bool
    aside_height: float
    band: Band
    canvas: Canvas
    alt: str
    giant: tuple[str, float]
    notes: Notes
    notes_height: float

    @cached_property
    def head(self) -> float:
        """The height of number, headline and what stands with them."""
        number = self.shape.number * 0.86
        lines = len(self.title) * self.shape.headline * LEADING
        under = 0 if self.aside_beside or not self.aside else OVER_ASIDE + self.aside_height
        giant = self.giant[1] * 0.8 + 28 if self.giant[0] else 0
        return (max(number, lines) if self.shape.column else number + 22 + lines) + giant + under

    @property
    def height(self) -> float:
        """The panel's height in a row of its own."""
        beside = self.shape.name == "beside"
        body = max(self.head, self.canvas.height) if beside else self.head + UNDER_HEAD + self.canvas.height
        return FRAME + body + self.notes_height


def together(left: Panel, right: Panel) -> float:
    """The height of a row with two panels: their pictures begin at one height."""
    head, picture = max(left.head, right.head), max(left.canvas.height, right.canvas.height)
    return FRAME + head + UNDER_HEAD + picture + left.notes_height + right.notes_height


def panels(chapter: Chapter, number: int, composer: Composer, workshop: Studio) -> tuple[Panel, Panel | None]:
    """The chapter in the lowest shape that fills a row, and in the one that shares it, where its figure allows that."""
    found = {shape.name: _panel(shape, chapter, number, composer, workshop) for shape in _shapes(chapter, composer)}
    half = found.pop("half", None)
    return min(found.values(), key=lambda each: each.height), half


def _shapes(chapter: Chapter, composer: Composer) -> Iterable[Shape]:
    figure = figure_of(chapter.figure, composer)
    kind: str = figure.kind  # type: ignore[attr-defined]  # every kind of figure has one
    if draw(figure, pen(figure, composer)).giant:
        return [GIANT]
    alone = BESIDE if kind in NARROW else ABOVE
    return [alone] if kind in WIDE or chapter.band != "none" else [alone, HALVED]


def _panel(shape: Shape, chapter: Chapter, number: int, composer: Composer, workshop: Studio) -> Panel:
    figure, sheet = figure_of(chapter.figure, composer), workshop.sheet(WHOLE)
    drawing, plain = draw(figure, pen(figure, composer)), composer.writer.plain
    aside = plain(chapter.aside) if chapter.aside else ""
    title, beside = _title(plain(chapter_title(chapter, composer)), shape, sheet, with_aside=bool(aside))
    room = ASIDE if beside else shape.words - shape.column
    said = notes(figure, drawing, composer)
    return Panel(
        shape=shape,
        chapter=number,
        title=title,
        aside=aside,
        aside_beside=beside,
        aside_height=len(sheet.wrap(aside, room, TEXT)) * TEXT.leading,
        band=chapter.band,
        canvas=drawing.alone(shape.picture),
        alt=drawing.description,
        giant=(drawing.giant, _giant(drawing.giant, shape.words, sheet)) if shape is GIANT else ("", 0),
        notes=said,
        notes_height=said.height(sheet, WHOLE),
    )


def _title(words: str, shape: Shape, sheet: Sheet, *, with_aside: bool) -> tuple[list[str], bool]:
    """The lines of a headline, and whether the aside stands beside it: only where that takes no further line."""
    type_ = Type("Besley", shape.headline, 620, shape.headline, "ink", -0.018)
    room = shape.words - shape.column - SLACK * shape.headline
    lines = sheet.balanced(words, room, type_)
    if shape is not ABOVE or not with_aside:
        return lines, False
    shorter = sheet.balanced(words, room - ASIDE - GUTTER, type_)
    return (shorter, True) if len(shorter) <= max(2, len(lines)) else (lines, False)


def _giant(words: str, room: float, sheet: Sheet) -> float:
    types = [Type("Besley", size, 640, size, "ink", -0.03) for size in GIANTS]
    return next((each.size for each in types if sheet.length(words, each) <= room), GIANTS[-1])
