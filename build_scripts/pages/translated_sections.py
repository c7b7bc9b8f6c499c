"""Each section of the guide that is translated, once more in each of its languages."""

from dataclasses import replace

from ..composer import Composer
from ..site import Site
from ..strays import TRANSLATIONS
from ..translatable import sections_of
from ..translated_guide import translated_guide
from ..values import Values
from ..versions import version
from .section import section_page


def add_translated_sections(site: Site) -> None:
    """Add them; the nav leaves them out, the search finds them."""
    for code, translation in site.guide.translations.items():
        guide = translated_guide(site.guide, translation)
        values = Values(guide)
        for id_ in sections_of(site.guide, translation):
            target = f"section:{id_}"
            composer = Composer(guide, values, version(guide, target), site.made)
            page = section_page(site, id_, composer, f"content/{TRANSLATIONS}/{code}/sections/{id_}.yml")
            meta = {"language": code, "site_name": guide.settings.short_title}
            meta["contents"] = guide.words.say("On this page")
            site.add(replace(page, meta={**page.meta, **meta}), composer)
