"""Where to read on: the sections, claims and calculators that have most in common with a page."""

from collections.abc import Sequence

from .composer import Composer
from .model.guide import Guide
from .site import Site

KINDS = {"section": "Section", "claim": "Claim checked", "calculator": "Calculator"}
MOST = 2
"""Of each kind."""


def related_pages(parts: Sequence[str], site: Site, composer: Composer) -> str:
    """Links to what is nearest to a page's parts, of each kind but the page's own claims; empty where nothing is.

    Args:
        parts: What the page shows, such as ``section:id``; see `Connections`.
        site: The guide's connections are its own.
        composer: The page's.
    """
    nearest = [part.partition(":") for part in site.connections.nearest(parts)]
    links = [
        {"kind": words, "href": composer.link(f"{kind}:{id_}"), "hreflang": composer.hreflang(f"{kind}:{id_}")}
        | _titled(kind, id_, site.guide, composer)
        for kind, words in KINDS.items()
        for id_ in [id_ for each, _, id_ in nearest if each == kind][:MOST]
    ]
    return composer.render("pages/related.html.jinja", links=links) if links else ""


def _titled(kind: str, id_: str, original: Guide, composer: Composer) -> dict[str, str]:
    """A part's title in the page's language, or in the guide's own where it has no other there."""
    title = _title(kind, id_, original)
    said = composer.guide.words.say(title)
    if kind == "calculator":
        said = composer.guide.pages[id_].nav_title
    return {"title": composer.writer.plain(said), "lang": composer.guide.original or "" if said == title else ""}


def _title(kind: str, id_: str, guide: Guide) -> str:
    if kind == "section":
        return guide.sections[id_].nav_title
    return guide.claims[id_].title if kind == "claim" else guide.pages[id_].nav_title
