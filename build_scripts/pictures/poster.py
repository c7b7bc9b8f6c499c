"""The poster: the whole infographic as one picture, out of the home page's chapters."""

from ..charts import draw
from ..charts.drawing import Drawing, ended
from ..composer import Composer, long_date
from ..figures import pen
from ..home_chapters import chapter_title, figure_of
from ..ledger import Cell, ledger
from ..model.figure import Figure
from ..model.guide import Chapter
from ..model.source import NOT_STATED
from .inks import Band, template_inks
from .sheet import Type
from .studio import Studio

TEMPLATE = "poster.typ"
WHOLE, PART = 1056.0, 630.0
"""The width of a picture under its headline, and of one beside it."""

BESIDE = {"slope", "dots", "bars", "big-number", "stacked-bar", "strip-plot"}
"""Kinds of figures that don't need the whole width: their headline stands at the left, so that the rhythm changes."""

HERO_SIZES = (124, 112, 100, 88, 76, 64, 52)
KEY = {
    "solid": ("Solid blue", "measured, typical, paid"),
    "hollow": ("Hollow red", "claimed, averaged, asked"),
}
GRADES = (
    ("A", "Method, sample and definition are public."),
    ("B", "A large sample; the method is only partly public."),
    ("C", "Second-hand, unclear or old: history or warning only."),
)
OTHERS = "figures quoted from others keep their own terms."
HEADLINE = "Every number with its source."

type Data = dict[str, object]


def poster_data(composer: Composer, workshop: Studio, place: str, address: str) -> Data:
    """What the template puts on the page.

    Args:
        composer: Writes the texts.
        workshop: Draws the pictures.
        place: Where the site stands, as people read it.
        address: The same as a link.
    """
    settings, plain = composer.guide.settings, composer.writer.plain
    home = settings.home
    chapters = [_chapter(each, number, composer, workshop) for number, each in enumerate(home.chapters, start=1)]
    checked = long_date(settings.updated, settings.language)
    return {
        "title": plain(home.headline),
        "guide": settings.title,
        "language": settings.language.partition("-")[0],
        "day": settings.updated,
        "inks": {band: template_inks(workshop.inks(band)) for band in ("none", "blue", "ink")},
        "story": story(composer),
        "headline": _headline(plain(home.headline), workshop),
        "lead": plain(home.lead),
        "hero": _hero(composer, workshop),
        "key": KEY,
        "chapters": chapters,
        "foot": {
            "headline": HEADLINE,
            "grades": GRADES,
            "terms": f"Text and drawings {settings.licence}; {OTHERS} Checked {checked}.",
        },
        "place": place,
        "address": address,
    }


def story(composer: Composer) -> str:
    """The poster in words, for those who can't see it: its headline and what each chapter says."""
    home, plain = composer.guide.settings.home, composer.writer.plain
    titles = [ended(plain(chapter_title(each, composer))) for each in home.chapters]
    return " ".join(
        [ended(plain(home.headline)), *(f"{index}. {title}" for index, title in enumerate(titles, start=1))]
    )


def _headline(words: str, workshop: Studio) -> Data:
    """As large as it goes on three lines."""
    sheet = workshop.sheet(WHOLE)
    types = [Type("Besley", size, 620, size, "ink", -0.018) for size in HERO_SIZES]
    type_ = next((each for each in types if len(sheet.wrap(words, WHOLE - 80, each)) <= 3), types[-1])
    return {"lines": sheet.balanced(words, WHOLE - 80, type_), "size": type_.size}


def _hero(composer: Composer, workshop: Studio) -> Data | None:
    ref = composer.guide.settings.home.hero
    if not ref:
        return None
    figure = figure_of(ref, composer)
    drawing = draw(figure, pen(figure, composer))
    return {
        "picture": _picture(drawing, WHOLE, "none", "h-", workshop),
        "ledger": ledger_sentence(figure, drawing, composer),
    }


def _chapter(chapter: Chapter, number: int, composer: Composer, workshop: Studio) -> Data:
    figure = figure_of(chapter.figure, composer)
    kind: str = figure.kind  # type: ignore[attr-defined]  # every kind of figure has one
    drawing, beside = draw(figure, pen(figure, composer)), kind in BESIDE
    title, sheet = composer.writer.plain(chapter_title(chapter, composer)), workshop.sheet(WHOLE)
    size, room = (40, 370) if beside else (46, 940)
    return {
        "number": number,
        "title": sheet.balanced(title, room, Type("Besley", size, 620, size, "ink", -0.018)),
        "aside": composer.writer.plain(chapter.aside) if chapter.aside else "",
        "band": chapter.band,
        "beside": beside,
        "picture": _picture(drawing, PART if beside else WHOLE, chapter.band, f"c{number}-", workshop),
        "ledger": ledger_sentence(figure, drawing, composer),
        "grades": [letter for cell in ledger(figure, drawing, composer) for letter in cell.grades],
    }


def _picture(drawing: Drawing, width: float, band: Band, name: str, workshop: Studio) -> Data:
    canvas = drawing.alone(width)
    return {"svg": workshop.literal(canvas, band, name), "width": canvas.width, "alt": drawing.description}


def ledger_sentence(figure: Figure, drawing: Drawing, composer: Composer) -> str:
    """The ledger line as running text: what the figure mixes, then measure, who was counted, period, grade, source."""
    cells = [_said(cell) for cell in ledger(figure, drawing, composer) if cell.words != NOT_STATED]
    mixes = composer.writer.plain(figure.mixes) if figure.mixes else ""
    return " ".join(ended(each[:1].upper() + each[1:]) for each in (mixes, *cells) if each)


def _said(cell: Cell) -> str:
    if cell.name == "Grade" and not cell.grades:
        return f"Grade {cell.words}"
    return f"{cell.name}: {cell.words}" if cell.words and cell.name in ("Grade", "Source") else cell.words
