"""The bibliography: every source with what it gives and what cites it."""

from dataclasses import dataclass
from functools import partial

from ..addresses import address
from ..bibliography import second_hand
from ..citable import Citation, cite_source
from ..composer import Composer
from ..corrections import correction
from ..data_files import shown_size
from ..freshness import review_by
from ..model.source import Source
from ..page import Page, heading
from ..page_end import ended
from ..references import BIB_FILE, CSL_FILE, bib_file, csl_file, reference_files
from ..site import Site


@dataclass(frozen=True)
class Listed:
    """One source as the bibliography shows it.

    Attributes:
        id: Its anchor.
        source: The model.
        reported: “as reported by …”, if so.
        citation: What to copy.
        files: Words and relative address of the source's own BibTeX and CSL-JSON.
        correction: Where to report an error; None without a repository.
        review_by: The day by which it is to be read again.
        cited_by: Title and relative address of each page that cites it.
    """

    id: str
    source: Source
    reported: str | None
    citation: Citation
    files: list[tuple[str, str]]
    correction: str | None
    review_by: str
    cited_by: list[tuple[str, str]]


def add_sources(site: Site) -> None:
    """Add the bibliography; call it after every page that cites."""
    site.write(address("page:sources"), partial(_page, site))


def _page(site: Site, composer: Composer) -> Page:
    composer.files |= reference_files(site.guide.sources)
    listed = [_listed(site, id_, composer) for id_ in sorted(site.guide.sources)]
    body = [
        heading(1, "Sources", "sources"),
        composer.render("pages/sources_head.html.jinja", listed=listed, offered=_offered(composer)),
        composer.render("pages/sources.html.jinja", listed=listed),
    ]
    return Page(
        address=composer.here,
        title="Sources",
        description=f"The {len(listed)} sources of this guide, each with its grade and what cites it.",
        body=ended(body, "Sources", "page:sources", composer),
        edit="content/sources",
    )


def _listed(site: Site, id_: str, composer: Composer) -> Listed:
    source = site.guide.sources[id_]
    pages = dict.fromkeys(site.cited.get(id_, []))
    return Listed(
        id=id_,
        source=source,
        reported=second_hand(source),
        citation=cite_source(id_, source),
        files=[
            ("BibTeX", composer.link(f"file:{bib_file(id_)}")),
            ("CSL-JSON", composer.link(f"file:{csl_file(id_)}")),
        ],
        correction=correction(f"{source.producer}, {source.title}", f"source:{id_}", composer),
        review_by=review_by(source, site.guide.settings),
        cited_by=[(site.title(page), composer.way_to(page)) for page in pages],
    )


def _offered(composer: Composer) -> list[tuple[str, str]]:
    """The whole bibliography to take away: in words with the size, and where."""
    files = {"BibTeX": BIB_FILE, "CSL-JSON": CSL_FILE}
    sizes = {path: shown_size(composer.files[path]) for path in files.values()}
    return [(f"{words}, {sizes[path]}", composer.link(f"file:{path}")) for words, path in files.items()]
