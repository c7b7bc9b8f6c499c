"""The bibliography: every source with what it gives and what cites it."""

from dataclasses import dataclass

from ..addresses import address
from ..bibliography import citation, second_hand
from ..composer import Composer
from ..freshness import review_by
from ..model.source import Source
from ..page import Page, heading
from ..site import Site


@dataclass(frozen=True)
class Listed:
    """One source as the bibliography shows it.

    Attributes:
        id: Its anchor.
        source: The model.
        reported: “as reported by …”, if so.
        citation: One line to copy.
        review_by: The day by which it is to be read again.
        cited_by: Title and relative address of each page that cites it.
    """

    id: str
    source: Source
    reported: str | None
    citation: str
    review_by: str
    cited_by: list[tuple[str, str]]


def add_sources(site: Site) -> None:
    """Add the bibliography; call it after every page that cites."""
    composer = site.composer(address("page:sources"))
    listed = [_listed(site, id_, composer) for id_ in sorted(site.guide.sources)]
    body = [
        heading(1, "Sources", "sources"),
        composer.render("pages/sources_head.html.jinja", listed=listed),
        composer.render("pages/sources.html.jinja", listed=listed),
    ]
    site.add(
        Page(
            address=composer.here,
            title="Sources",
            description=f"The {len(listed)} sources of this guide, each with its grade and what cites it.",
            body="\n\n".join(body),
            edit="content/sources",
        ),
        composer,
    )


def _listed(site: Site, id_: str, composer: Composer) -> Listed:
    source = site.guide.sources[id_]
    pages = dict.fromkeys(site.cited.get(id_, []))
    return Listed(
        id=id_,
        source=source,
        reported=second_hand(source),
        citation=citation(source),
        review_by=review_by(source, site.guide.settings),
        cited_by=[(site.title(page), composer.way_to(page)) for page in pages],
    )
