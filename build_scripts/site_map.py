"""The nav: the ordered tree of pages that the frame around every page shows."""

from dataclasses import dataclass

from .addresses import address, markdown_path
from .model.guide import Guide

type Nav = list[dict[str, str | Nav]]

PARTS = ("Infographic", "Guide", "Calculators", "Claims checked", "Sources")
REFERENCE = ("Statistics", "Sources", "Changes", "Method", "Glossary", "Poster")
ABOUT_CALCULATORS = {"All calculators": "page:calculators", "In Python": "page:api"}
NAMES = (*PARTS, *ABOUT_CALCULATORS, *REFERENCE)
"""What the nav says besides the names of sections and calculators."""


@dataclass(frozen=True)
class Entry:
    """One entry: a page, or a group of pages.

    Attributes:
        title: In the guide's language.
        target: As `addresses.address` takes it; empty for a group.
        pages: A group's.
    """

    title: str
    target: str = ""
    pages: tuple["Entry", ...] = ()


def entries(guide: Guide) -> list[Entry]:
    """The nav in the guide's order; a guide without claims or calculators has no entry for them."""
    say = guide.words.say
    infographic, sections, calculators, claims, sources = map(say, PARTS)
    found = [Entry(infographic, "page:home"), Entry(sections, pages=tuple(_sections(guide)))]
    if guide.pages:
        every, python = (Entry(say(title), target) for title, target in ABOUT_CALCULATORS.items())
        found.append(Entry(calculators, pages=(every, *_calculators(guide), python)))
    if guide.claims:
        found.append(Entry(claims, "page:claims"))
    optional = {"Glossary": guide.settings.glossary, "Poster": guide.settings.home.chapters}
    titles = [title for title in REFERENCE if optional.get(title, True)]
    return [*found, Entry(sources, pages=tuple(Entry(say(title), f"page:{title.lower()}") for title in titles))]


def nav(guide: Guide) -> Nav:
    """The nav as MkDocs takes it."""
    return [
        {each.title: [{page.title: _path(page.target)} for page in each.pages] or _path(each.target)}
        for each in entries(guide)
    ]


def ordered_calculators(guide: Guide) -> list[str]:
    """Ids of the calculators in the order of their pages' `order`, then by id."""
    return sorted(guide.pages, key=lambda id_: (guide.pages[id_].order, id_))


def _sections(guide: Guide) -> list[Entry]:
    """A section that isn't translated may still have a name for those who read of it."""
    sections = guide.sections
    return [Entry(guide.words.say(sections[id_].nav_title), f"section:{id_}") for id_ in guide.settings.sections]


def _calculators(guide: Guide) -> list[Entry]:
    return [Entry(guide.pages[id_].nav_title, f"calculator:{id_}") for id_ in ordered_calculators(guide)]


def _path(target: str) -> str:
    return markdown_path(address(target))
