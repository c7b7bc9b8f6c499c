"""The poster: the whole infographic as one picture, out of the home page's chapters."""

from ..charts import draw
from ..charts.canvas import Canvas
from ..charts.drawing import ended
from ..composer import Composer, long_date
from ..figures import pen
from ..home_chapters import chapter_title, figure_of
from .inks import Band, template_inks
from .poster_notes import Notes, notes
from .poster_panel import ASIDE, GUTTER, HALF, WHOLE, Panel, panels, together
from .poster_rows import shortest
from .sheet import Type
from .studio import Studio

TEMPLATE = "poster.typ"
WIDTH = 1200
"""The poster's, in pixels."""

WIDTHS = (400, 800, 1200)
"""Of its pictures for pages: a column as it is, on a phone's screen, and on the sharpest ones."""

BESIDE_HERO = 322.0
"""The width of the lead, the key and the sources beside the first picture."""

HERO_SIZES = (118, 110, 100, 88, 76, 64, 52)
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
        "widths": {"whole": WHOLE, "gutter": GUTTER, "half": HALF, "aside": ASIDE, "lead": BESIDE_HERO},
        "rows": _rows(composer, workshop),
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
    canvas = drawing.alone(WHOLE - BESIDE_HERO - GUTTER)
    return {
        "picture": _picture(canvas, drawing.description, "none", "h-", workshop),
        "notes": _notes(notes(figure, drawing, composer)),
    }


def _rows(composer: Composer, workshop: Studio) -> list[list[Data]]:
    """The chapters in rows of one panel or two."""
    chapters = enumerate(composer.guide.settings.home.chapters, start=1)
    alone, half = zip(*(panels(each, number, composer, workshop) for number, each in chapters), strict=True)
    pairs = zip(half, (*half[1:], None), strict=True)
    shared = [together(left, right) if left and right else None for left, right in pairs]
    rows, first = [], 0
    for count in shortest([each.height for each in alone], shared):
        taken = [alone[first]] if count == 1 else half[first : first + count]
        rows.append([_panel(each, workshop) for each in taken])
        first += count
    return rows


def _panel(panel: Panel, workshop: Studio) -> Data:
    words, size = panel.giant
    return {
        "shape": vars(panel.shape),
        "number": panel.chapter,
        "title": panel.title,
        "aside": panel.aside,
        "aside-beside": panel.aside_beside,
        "band": panel.band,
        "picture": _picture(panel.canvas, panel.alt, panel.band, f"c{panel.chapter}-", workshop),
        "giant": {"words": words, "size": size} if words else None,
        "notes": _notes(panel.notes),
    }


def _picture(canvas: Canvas, alt: str, band: Band, name: str, workshop: Studio) -> Data:
    return {"svg": workshop.literal(canvas, band, name), "width": canvas.width, "alt": alt}


def _notes(said: Notes) -> Data:
    return {"what": said.what, "source": said.source, "grades": list(said.grades)}
