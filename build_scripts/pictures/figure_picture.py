"""A figure as a file of its own: the message, the measure, the picture, the ledger line and where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..charts import draw
from ..composer import Composer, long_date
from ..figures import pen
from ..ledger import ledger
from ..model.figure import Figure
from .sheet import Sheet, Type

WIDTH, MARGIN = 820.0, 40.0
ROOM = WIDTH - 2 * MARGIN

TITLE = Type("Besley", 29, 620, 35, "ink", -0.012)
SUBTITLE = Type("Public Sans", 16, 400, 23, "ink-2")
MIXES = Type("Public Sans", 15, 400, 21, "ink")
NAME = Type("Public Sans", 13, 680, 19, "ink-2")
CELL = Type("Public Sans", 14, 400, 19, "ink")
FOOT = Type("Public Sans", 13, 400, 18, "ink-2")
NAMES = 122.0
"""The room of a ledger cell's name."""


@dataclass(frozen=True)
class Credit:
    """What the foot of every picture says: which guide, where the figure stands, under which licence, checked when."""

    guide: str
    place: str
    terms: str


@dataclass(frozen=True)
class Framed:
    """All that a figure's file shows.

    Attributes:
        title: The message.
        subtitle: The measure.
        picture: Made of classes.
        height: Of the picture.
        mixes: What is mixed, if anything.
        ledger: Names and words of the ledger's cells.
        credit: The foot.
        description: The picture in words.
    """

    title: str
    subtitle: str
    picture: Markup
    height: float
    mixes: str
    ledger: tuple[tuple[str, str], ...]
    credit: Credit
    description: str


def framed(figure: Figure, section: str, composer: Composer, address: str) -> Framed:
    """What the figure's file shows; `address` is where the site will stand."""
    drawing = draw(figure, pen(figure, composer))
    plain, picture = composer.writer.plain, drawing.alone(ROOM)
    return Framed(
        title=plain(figure.title),
        subtitle=plain(figure.subtitle) if figure.subtitle else "",
        picture=picture.svg(""),
        height=picture.height,
        mixes=plain(figure.mixes) if figure.mixes else "",
        ledger=tuple((cell.name, cell.plain) for cell in ledger(figure, drawing, composer)),
        credit=_credit(composer, f"{address}{composer.link(f'figure:{section}/{figure.id}')}"),
        description=drawing.description,
    )


def figure_svg(shown: Framed, sheet: Sheet) -> bytes:
    """The framed figure as one SVG file."""
    y = _head(sheet, shown.title, shown.subtitle)
    sheet.place(shown.picture, MARGIN, y)
    y += shown.height + 14
    if shown.mixes:
        y = sheet.column(MARGIN, y + 6, shown.mixes, ROOM, MIXES)
    y = _ledger(sheet, shown.ledger, y + 16)
    y = _foot(sheet, shown.credit, y + 14)
    return sheet.svg(y, shown.title, shown.description)


def _head(sheet: Sheet, title: str, subtitle: str) -> float:
    sheet.rect(MARGIN, 36, ROOM, 3, "ink")
    y = sheet.column(MARGIN, 52, title, ROOM, TITLE, balanced=True)
    return sheet.column(MARGIN, y + 6, subtitle, ROOM, SUBTITLE) + 20 if subtitle else y + 20


def _ledger(sheet: Sheet, cells: Iterable[tuple[str, str]], y: float) -> float:
    sheet.rect(MARGIN, y, ROOM, 1.5, "ink")
    y += 9
    for name, words in cells:
        sheet.column(MARGIN, y, name, NAMES, NAME)
        y = sheet.column(MARGIN + NAMES, y, words or "–", ROOM - NAMES, CELL) + 4
    return y


def _foot(sheet: Sheet, credit: Credit, y: float) -> float:
    sheet.rect(MARGIN, y, ROOM, 1, "rule")
    y = sheet.column(MARGIN, y + 10, credit.guide, ROOM, Type("Public Sans", 13, 680, 18, "ink"))
    y = sheet.column(MARGIN, y, credit.place, ROOM, FOOT)
    return sheet.column(MARGIN, y, credit.terms, ROOM, FOOT) + 30


def _credit(composer: Composer, place: str) -> Credit:
    settings = composer.guide.settings
    checked = long_date(settings.updated, settings.language)
    terms = f"Text and drawing {settings.licence}; figures quoted from others keep their own terms. Checked {checked}."
    return Credit(settings.title, place, terms)
