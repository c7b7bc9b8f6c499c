"""The whole guide as one document: what the template puts on its pages."""

from ..addresses import shown_place
from ..composer import long_date
from ..grades import GRADES
from ..home_chapters import figure_of
from ..model.guide import Guide
from ..pictures.inks import template_inks
from ..pictures.poster import KEY
from ..pictures.studio import Studio
from ..site_address import site_root
from ..site_map import ordered_calculators
from ..values import Values
from . import parts
from .author import Author, parts_of
from .blocks import Data, blocks, figure

TEMPLATE = "guide.typ"


def document_data(guide: Guide, workshop: Studio) -> Data:
    """What the template puts on the pages; chapters are written in reading order, which numbers their footnotes."""
    values, places = Values(guide), parts_of(guide)

    def author(scope: str) -> Author:
        return Author(guide, values, scope, places)

    return {
        "inks": {"none": template_inks(workshop.inks())},
        **_cover(guide, author("cover"), workshop),
        "sections": [_section(id_, author(id_), workshop) for id_ in guide.settings.sections],
        "claims": _claims(author("claims")),
        "calculators": _calculators(author("calculators")),
        "statistics": parts.statistics(author("statistics")),
        "sources": parts.bibliography(author("sources")),
        "glossary": parts.words(author("glossary")),
    }


def _cover(guide: Guide, author: Author, workshop: Studio) -> Data:
    """Title, headline and hero; whose the document is, and how to read it."""
    settings, root = guide.settings, site_root(guide)
    hero = settings.home.hero
    return {
        "title": settings.title,
        "short": settings.short_title,
        "description": settings.description,
        "language": settings.language.partition("-")[0],
        "day": settings.updated,
        "checked": long_date(settings.updated, settings.language),
        "licence": settings.licence,
        "root": root,
        "place": shown_place(root),
        "headline": author.headline(settings.home.headline),
        "lead": author.headline(settings.home.lead),
        "hero": figure(figure_of(hero, author), hero.partition("/")[0], author, workshop) if hero else None,
        "key": KEY,
        "grades": [{"letter": letter, "words": each.words, "use": each.use} for letter, each in GRADES.items()],
    }


def _section(id_: str, author: Author, workshop: Studio) -> Data:
    section = author.guide.sections[id_]
    return {
        "label": f"section-{id_}",
        "name": section.nav_title,
        "title": author.headline(section.title),
        "summary": author.prose(section.summary),
        "blocks": blocks(section.blocks, id_, author, workshop),
    }


def _claims(author: Author) -> list[Data]:
    return [parts.claim(id_, author) for id_ in author.guide.settings.claims]


def _calculators(author: Author) -> list[Data]:
    return [parts.calculator(id_, author) for id_ in ordered_calculators(author.guide)]
