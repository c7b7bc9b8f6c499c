"""The pictures of a guide by their staged paths; figures come before the pages, which say how large they are."""

from urllib.parse import urlsplit

from ..addresses import card_path
from ..composer import Composer
from ..figures import figure_file
from ..model.figure import Figure
from ..model.guide import Guide
from ..page import EMBED
from ..site import Site
from ..site_config import site_address
from ..values import Values
from .card import WIDTH as CARD_WIDTH
from .card import card_svg
from .figure_picture import WIDTH, figure_svg
from .studio import Studio


def figure_files(guide: Guide, workshop: Studio) -> dict[str, bytes]:
    """Each figure of the sections as SVG and as PNG."""
    composer, address = Composer(guide, Values(guide), ""), site_address(guide)
    files = {}
    for id_, section in guide.sections.items():
        for figure in (block for block in section.blocks if isinstance(block, Figure)):
            svg = figure_svg(figure, id_, composer, workshop.sheet(WIDTH), address)
            files[figure_file(id_, figure, "svg")] = svg
            files[figure_file(id_, figure, "png")] = workshop.png(svg)
    return files


def card_files(site: Site, workshop: Studio) -> dict[str, bytes]:
    """A card for each page."""
    settings, place = site.guide.settings, urlsplit(site_address(site.guide))
    where = f"{place.netloc}{place.path.rstrip('/')}"
    return {
        card_path(page.address): workshop.png(card_svg(page, settings, workshop.sheet(CARD_WIDTH), where), 1)
        for page in site.pages
        if page.meta.get("template") != EMBED
    }
