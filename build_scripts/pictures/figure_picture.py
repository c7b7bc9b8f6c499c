"""A figure as a file of its own: the message, the measure, the picture, the ledger line and where it comes from."""

from dataclasses import dataclass

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


def figure_svg(figure: Figure, section: str, composer: Composer, sheet: Sheet, address: str) -> bytes:
    """The framed figure as one SVG file; `address` is where the site will stand."""
    drawing = draw(figure, pen(figure, composer))
    plain = composer.writer.plain
    y = _head(sheet, plain(figure.title), plain(figure.subtitle) if figure.subtitle else "")
    picture = drawing.alone(ROOM)
    sheet.place(picture.svg(""), MARGIN, y)
    y += picture.height + 14
    if figure.mixes:
        y = sheet.column(MARGIN, y + 6, plain(figure.mixes), ROOM, MIXES)
    y = _ledger(sheet, [(cell.name, cell.plain) for cell in ledger(figure, drawing, composer)], y + 16)
    y = _foot(sheet, _credit(composer, f"{address}{composer.link(f'figure:{section}/{figure.id}')}"), y + 14)
    return sheet.svg(y, plain(figure.title), drawing.description)


def _head(sheet: Sheet, title: str, subtitle: str) -> float:
    sheet.rect(MARGIN, 36, ROOM, 3, "ink")
    y = sheet.column(MARGIN, 52, title, ROOM, TITLE, balanced=True)
    return sheet.column(MARGIN, y + 6, subtitle, ROOM, SUBTITLE) + 20 if subtitle else y + 20


def _ledger(sheet: Sheet, cells: list[tuple[str, str]], y: float) -> float:
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
