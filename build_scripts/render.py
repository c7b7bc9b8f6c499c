"""The third stage: a guide to the bytes of every staged file. Pure: the same guide gives the same bytes."""

from collections.abc import Callable, Mapping
from pathlib import Path

from .addresses import address as page_address
from .grades import with_grades
from .model.guide import Guide
from .page import Page
from .page_end import with_foot
from .pages.api import add_api
from .pages.calculators import add_calculators
from .pages.changes import add_changes
from .pages.claims import add_claims
from .pages.contribute import add_contribute
from .pages.embeds import RESIZER, add_embeds
from .pages.glossary import add_glossary
from .pages.home import add_home
from .pages.poster import add_poster
from .pages.section import add_sections
from .pages.sources import add_sources
from .pages.statistics import add_statistics
from .pages.style_guide import add_style_guide
from .pages.translated_sections import add_translated_sections
from .pages.translations import add_translations
from .robots import ROBOTS, robots
from .site import Site
from .site_address import repository
from .speed import with_speed
from .values import Values

WRITTEN_PAGES = ("method.md", "contribute/index.md", "contribute/first-changes.md")
"""Pages of docs/ that are published."""

FOOTED = {"method.md": "page:method"}
"""Those for readers, who may want to cite them, by what they are; contributors have the file before them."""

PAGES = (
    add_home,
    add_sections,
    add_claims,
    add_calculators,
    add_translations,
    add_translated_sections,
    add_embeds,
    add_statistics,
    add_sources,
    add_changes,
    add_poster,
    add_glossary,
    add_api,
    add_contribute,
    add_style_guide,
)
"""What adds the pages, in their order: later ones show what earlier ones cite."""

LASTING_SCRIPTS = {RESIZER: "embed.js"}
"""Scripts that other sites load, so that their addresses must last: where they stand, and their files in docs/."""


def rendered(
    guide: Guide,
    made: Mapping[str, bytes] | None = None,
    proceed: Callable[[], None] | None = None,
    ready: Callable[[Page], None] | None = None,
) -> Site:
    """Every page and data file of a guide.

    Args:
        guide: A guide without errors.
        made: Pictures and documents that the pages offer, by path; they are among the site's files.
        proceed: Called before each page, if given; it raises to give up.
        ready: Called with each page, if given.
    """
    site = Site(guide, Values(guide), made=made or {}, proceed=proceed, ready=ready)
    for add in PAGES:
        add(site)
    site.files[ROBOTS] = robots(guide)
    return site


def rendered_again(before: Site, guide: Guide, address: str) -> Page | None:
    """One page of a guide that has changed; what it tells of other pages is as it was. None where there is none."""
    others = [page for page in before.pages if page.address != address]
    cited = {source: [*pages] for source, pages in before.cited.items()}
    site = Site(guide, Values(guide), others, {}, cited, before.made, {address})
    for add in PAGES:
        add(site)
    return next((page for page in site.pages if page.address == address), None)


def render(guide: Guide, written: dict[str, bytes]) -> dict[str, bytes]:
    """Every page and data file, by its path under build/docs; `written` are the hand-written pages by theirs."""
    return staged(rendered(guide), written)


def staged(site: Site, written: dict[str, bytes]) -> dict[str, bytes]:
    """The site's files by their paths under build/docs, with the hand-written pages."""
    address = repository(site.guide)
    composers = {name: site.composer(page_address(target)) for name, target in FOOTED.items() if name in written}
    footed = {name: with_foot(written[name], FOOTED[name], composer) for name, composer in composers.items()}
    pages = {page.path: page.markdown(address) for page in site.pages}
    return {**written, **footed, **site.made, **site.files, **pages}


def written_pages(docs: Path) -> dict[str, bytes]:
    """The hand-written pages, with the grades' meanings and what the benchmark measured where they ask for them."""
    results = docs / "bench.json"
    measured = results.read_bytes() if results.is_file() else None
    pages = {name: (docs / name).read_text(encoding="utf-8") for name in WRITTEN_PAGES}
    scripts = {place: (docs / name).read_bytes() for place, name in LASTING_SCRIPTS.items()}
    return {**{name: with_grades(with_speed(page, measured)).encode() for name, page in pages.items()}, **scripts}
