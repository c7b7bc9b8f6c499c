"""Each section of the guide that is translated, once more in each of its languages."""

from dataclasses import replace
from functools import partial

from ..composer import Composer
from ..page import Page
from ..site import Site
from ..strays import TRANSLATIONS
from ..translatable import sections_of
from ..translated_guide import translated_guide
from ..versions import version
from .section import section_page


def add_translated_sections(site: Site) -> None:
    """Add them; the nav leaves them out, the search finds them."""
    for code, translation in site.guide.translations.items():
        if not site.wants(partial(_is_in, code)):
            continue
        guide = translated_guide(site.guide, translation)
        for id_ in sections_of(site.guide, translation):
            site.write(version(guide, f"section:{id_}"), partial(_page, site, id_, code), guide)


def _is_in(code: str, address: str) -> bool:
    return address.startswith(f"{code}/")


def _page(site: Site, id_: str, code: str, composer: Composer) -> Page:
    page = section_page(site, id_, composer, f"content/{TRANSLATIONS}/{code}/sections/{id_}.yml")
    return replace(page, meta={**page.meta, "language": code})
