"""The nav: the ordered tree of pages that MkDocs shows."""

from .addresses import address, markdown_path
from .model.guide import Guide

type Nav = list[dict[str, str | Nav]]


def nav(guide: Guide) -> Nav:
    """Nav entries in the guide's order; a guide without claims or calculators has no entry for them."""
    entries: Nav = [
        {"Infographic": markdown_path("")},
        {"Guide": [{guide.sections[id_].nav_title: _path(f"section:{id_}")} for id_ in guide.settings.sections]},
    ]
    if guide.pages:
        pages: Nav = [*_calculators(guide), {"In Python": _path("page:api")}]
        entries.append({"Calculators": [{"All calculators": _path("page:calculators")}, *pages]})
    if guide.claims:
        entries.append({"Claims checked": _path("page:claims")})
    optional = {"Glossary": guide.settings.glossary, "Poster": guide.settings.home.chapters}
    titles = ("Statistics", "Sources", "Changes", "Method", *(title for title, filled in optional.items() if filled))
    reference: Nav = [{title: _path(f"page:{title.lower()}")} for title in titles]
    return [*entries, {"Sources": reference}]


def ordered_calculators(guide: Guide) -> list[str]:
    """Ids of the calculators in the order of their pages' `order`, then by id."""
    return sorted(guide.pages, key=lambda id_: (guide.pages[id_].order, id_))


def _calculators(guide: Guide) -> Nav:
    return [{guide.pages[id_].nav_title: _path(f"calculator:{id_}")} for id_ in ordered_calculators(guide)]


def _path(target: str) -> str:
    return markdown_path(address(target))
