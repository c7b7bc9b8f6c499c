"""The pictures of a guide by their staged paths; figures come before the pages, which say how large they are."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from ..addresses import card_path, guide_file, poster_file, poster_picture, shown_place
from ..archive import digest
from ..composer import Composer
from ..document.document import TEMPLATE as DOCUMENT
from ..document.document import document_data
from ..figures import figure_file
from ..model.figure import Figure
from ..model.guide import Guide
from ..page import EMBED
from ..site import Site
from ..site_address import site_root
from ..values import Values
from .card import WIDTH as CARD_WIDTH
from .card import Card, card, card_svg
from .figure_picture import WIDTH, Framed, figure_svg, framed
from .flat import flat
from .poster import TEMPLATE as POSTER
from .poster import WIDTH as POSTER_WIDTH
from .poster import WIDTHS, poster_data
from .studio import Studio

DRAWN = re.compile(r"(cards|downloads)/.+|data/figures/.+\.(svg|png)")
"""The paths of everything that is drawn."""


def page_files(guide: Guide, workshop: Studio) -> dict[str, bytes]:
    """All that pages offer to take away, besides what they make themselves."""
    with document_begun(guide, workshop) as document:
        return figure_files(guide, workshop) | poster_files(guide, workshop) | document()


def drawn_before(docs: Path) -> dict[str, bytes]:
    """What an earlier build drew, as it lies in the staged folder."""
    files = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if DRAWN.fullmatch(name)}


def figure_files(guide: Guide, workshop: Studio) -> dict[str, bytes]:
    """Each figure of the sections as SVG and as PNG."""
    composer, address = Composer(guide, Values(guide), ""), site_root(guide)
    files = {}
    for id_, section in guide.sections.items():
        for figure in (block for block in section.blocks if isinstance(block, Figure)):
            shown = framed(figure, id_, composer, address)
            files[figure_file(id_, figure, "svg")] = svg = _framed(shown, workshop)
            files[figure_file(id_, figure, "png")] = workshop.png(svg)
    return files


def _framed(shown: Framed, workshop: Studio) -> bytes:
    return workshop.drawn(lambda: figure_svg(shown, workshop.sheet(WIDTH)), shown)


def poster_files(guide: Guide, workshop: Studio) -> dict[str, bytes]:
    """The poster in three forms and as pictures for pages; none when the home page has no chapters."""
    if not guide.settings.home.chapters:
        return {}
    composer, day = Composer(guide, Values(guide), ""), guide.settings.updated
    address = site_root(guide)
    data = poster_data(composer, workshop, shown_place(address), address)
    typeset = workshop.document(POSTER, data, "svg", day)
    title, story = str(data["title"]), str(data["story"])
    svg = workshop.drawn(lambda: flat(typeset, title, story), digest([typeset]), title, story)
    forms = {"svg": svg, "png": workshop.png(svg), "pdf": workshop.document(POSTER, data, "pdf", day)}
    pictures = {poster_picture(guide, width): workshop.webp(svg, width / POSTER_WIDTH) for width in WIDTHS}
    return {poster_file(guide, ending): content for ending, content in forms.items()} | pictures


@contextmanager
def document_begun(guide: Guide, workshop: Studio) -> Iterator[Callable[[], dict[str, bytes]]]:
    """The whole guide as one document, which is typeset while other pictures are drawn: what is given waits for it."""
    data = document_data(guide, workshop)
    with ThreadPoolExecutor(1) as beside:
        made = beside.submit(workshop.document, DOCUMENT, data, "pdf", guide.settings.updated, apart=True)
        yield lambda: {guide_file(guide): made.result()}


def card_files(site: Site, workshop: Studio) -> dict[str, bytes]:
    """A card for each page."""
    settings, where = site.guide.settings, shown_place(site_root(site.guide))
    shown = {
        card_path(page.address): card(page, settings, where)
        for page in site.pages
        if page.meta.get("template") != EMBED and "card" not in page.meta
    }
    return {path: workshop.png(_drawn(each, workshop), 1) for path, each in shown.items()}


def _drawn(shown: Card, workshop: Studio) -> bytes:
    return workshop.drawn(lambda: card_svg(shown, workshop.sheet(CARD_WIDTH)), shown)
