"""A page's card: the picture that a link to it shows elsewhere."""

from dataclasses import dataclass

from ..composer import long_date
from ..model.guide import Settings
from ..page import Page
from .sheet import Sheet, Type

WIDTH, HEIGHT, MARGIN = 1200.0, 630.0, 64.0
ROOM, MOST, TOP = 772.0, 310.0, 146.0
"""The room of the headline: width, height and where it begins."""

GUIDE = Type("Public Sans", 27, 680, 34, "ink")
PLACE = Type("Public Sans", 27, 400, 34, "ink-2")
SIZES = (100, 92, 84, 74, 64, 56, 48, 40, 34)
TEXT = Type("Public Sans", 25, 400, 34, "ink-2")
FOOT = Type("Public Sans", 23, 400, 30, "ink-2")
HOST = Type("Public Sans", 23, 680, 30, "ink")
DISC, RING = (985.0, 268.0, 118.0), (1042.0, 372.0, 94.0)
"""The two inks, solid and hollow: middle and radius."""


@dataclass(frozen=True)
class Card:
    """All that a card shows.

    Attributes:
        guide: The guide's short name.
        title: The page's name, where its headline is another one.
        headline: The page's message.
        description: What the page is about; empty for the home page.
        alt: The same, said of the picture.
        checked: When the content was checked.
        place: Where the site stands.
    """

    guide: str
    title: str
    headline: str
    description: str
    alt: str
    checked: str
    place: str


def card(page: Page, settings: Settings, place: str) -> Card:
    """What a page's card shows; `place` is where the site stands."""
    return Card(
        guide=settings.short_title,
        title=page.title if page.message else "",
        headline=page.message or page.title,
        description=page.description if page.address else "",
        alt=page.description,
        checked=f"Checked {long_date(settings.updated, settings.language)}",
        place=place,
    )


def card_svg(shown: Card, sheet: Sheet) -> bytes:
    """The card's drawing."""
    sheet.mark("circle", "g-mark--blue", cx=DISC[0], cy=DISC[1], r=DISC[2])
    sheet.mark("circle", "g-mark--card-ring", cx=RING[0], cy=RING[1], r=RING[2])
    sheet.rect(MARGIN, 104, WIDTH - 2 * MARGIN, 5, "ink")
    at = MARGIN + sheet.text(MARGIN, 78, shown.guide, GUIDE) + 22
    sheet.text(at, 78, sheet.cut(shown.title, WIDTH - MARGIN - at, PLACE), PLACE)
    below = _headline(sheet, shown.headline)
    lines = sheet.wrap(shown.description, ROOM, TEXT) if shown.description and below < 430 else []
    for index, line in enumerate(lines[:2]):
        more = "…" if index == 1 and len(lines) > 2 else ""
        sheet.text(MARGIN, below + 62 + 34 * index, f"{line.rstrip('.,;:') if more else line}{more}", TEXT)
    sheet.rect(MARGIN, 548, WIDTH - 2 * MARGIN, 1.5, "ink")
    sheet.text(WIDTH - MARGIN, 586, shown.checked, FOOT, "end")
    sheet.text(MARGIN, 586, sheet.cut(shown.place, 700, HOST), HOST)
    return sheet.svg(HEIGHT, shown.headline, shown.alt)


def _headline(sheet: Sheet, words: str) -> float:
    """As large as it fits; the base line of its last line."""
    types = [Type("Besley", size, 620, size * 1.06, "ink", -0.018) for size in SIZES]
    type_ = next((each for each in types if _fits(sheet, words, each)), types[-1])
    most = int(MOST // type_.leading)
    for index, line in enumerate(sheet.balanced(words, ROOM, type_)[:most]):
        base = TOP + type_.size * 0.86 + index * type_.leading
        sheet.text(MARGIN - type_.size * 0.03, base, sheet.cut(line, ROOM, type_), type_)
    return base


def _fits(sheet: Sheet, words: str, type_: Type) -> bool:
    lines = sheet.wrap(words, ROOM, type_)
    return len(lines) * type_.leading <= MOST and all(sheet.length(line, type_) <= ROOM for line in lines)
