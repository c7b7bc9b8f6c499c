"""Each calculator's page in each further language of the guide."""

from dataclasses import replace
from functools import partial

from ..addresses import address
from ..composer import Composer
from ..page import Page
from ..site import Site
from ..site_map import ordered_calculators
from ..translated_guide import guide_in
from ..words_file import words_content, words_file
from .calculator import calculator_page


def add_translations(site: Site) -> None:
    """Add the versions, and the words that their scripts may say; the nav and the search leave them out."""
    for code in site.guide.languages:
        if not site.wants(partial(_is_in, code)):
            continue
        guide = guide_in(site.guide, code)
        site.files[words_file(guide)] = words_content(guide)
        for id_ in ordered_calculators(guide):
            site.write(address(f"translation:{id_}/{code}"), partial(_page, id_, site), guide)


def _is_in(code: str, address: str) -> bool:
    return address.endswith(f"/{code}/")


def _page(id_: str, site: Site, composer: Composer) -> Page:
    language, original = composer.guide.words.language, address(f"calculator:{id_}")
    way, title = composer.way_to(original), site.title(original)
    further = [composer.render("pages/original.html.jinja", way=way, title=title)]
    target, edit = f"translation:{id_}/{language}", f"content/languages/{language}.po"
    page = calculator_page(id_, target, edit, composer, further=further)
    card = next(each for each in site.pages if each.address == original).card
    return replace(page, meta={**page.meta, "language": language, "card": card, "search": {"exclude": True}})
