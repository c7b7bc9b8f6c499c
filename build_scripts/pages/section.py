"""One page a section of the guide."""

from functools import partial

from ..addresses import address
from ..blocks import blocks_html
from ..composer import Composer
from ..linked_data import article
from ..model.section import Section
from ..page import Page, heading
from ..page_end import ended
from ..related import related_pages
from ..site import Site
from .language_choice import alternates, language_choice

WORDS_A_MINUTE = 220
"""An adult's silent reading speed, rounded down."""


def add_sections(site: Site) -> None:
    """Add every section in the guide's order."""
    order = site.guide.settings.sections
    for id_ in order:
        site.write(address(f"section:{id_}"), partial(_page, site, id_))


def _page(site: Site, id_: str, composer: Composer) -> Page:
    return section_page(site, id_, composer, f"content/sections/{id_}.yml")


def section_page(site: Site, id_: str, composer: Composer, edit: str) -> Page:
    """A section as the composer's guide says it; `edit` is the file that its texts are in."""
    section, order = composer.guide.sections[id_], composer.guide.settings.sections
    writer = composer.writer
    target, title, description = f"section:{id_}", writer.plain(section.title), writer.plain(section.summary)
    body = [
        heading(1, writer.headline(section.title), id_),
        language_choice(f"section:{id_}", composer),
        composer.render(
            "pages/section_head.html.jinja",
            section=section,
            number=order.index(id_) + 1,
            count=len(order),
            minutes=reading_minutes(section),
        ),
        blocks_html(section.blocks, id_, composer),
        related_pages([target], site, composer),
    ]
    return Page(
        address=composer.here,
        title=section.nav_title,
        description=description,
        body=ended(body, title, target, composer),
        edit=edit,
        meta={"hide": [], **alternates(f"section:{id_}", composer)},
        message=title,
        linked=(article(title, description, target, composer),),
    )


def reading_minutes(section: Section) -> int:
    """Whole minutes, at least one, from the words an editor wrote."""
    words = sum(len(text.split()) for text in _texts(section.model_dump(include={"summary", "blocks"})))
    return max(1, round(words / WORDS_A_MINUTE))


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []
