"""Each calculator's page in each further language of the guide."""

from functools import partial

from ..addresses import address
from ..calculator_page import form
from ..composer import Composer
from ..page import Page, heading
from ..page_end import ended
from ..site import Site
from ..site_map import ordered_calculators
from ..translated_guide import guide_in
from ..words_file import words_content, words_file
from .embeds import embed_code
from .language_choice import alternates, language_choice


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
    page, writer, words = composer.guide.pages[id_], composer.writer, composer.guide.words
    first = composer.guide.calculators[id_].examples[0]
    original = address(f"calculator:{id_}")
    body = [
        heading(1, writer.headline(page.title), id_),
        language_choice(f"calculator:{id_}", composer),
        composer.render("pages/calculator_head.html.jinja", page=page),
        form(id_, composer),
        composer.render("pages/calculator_example.html.jinja", words=page.examples[first.id]),
        heading(2, words.say("What it can’t tell you"), "limits"),
        composer.render("pages/limits.html.jinja", page=page),
        embed_code(id_, composer),
        composer.render("pages/original.html.jinja", way=composer.way_to(original), title=site.title(original)),
    ]
    return Page(
        address=composer.here,
        title=page.nav_title,
        description=writer.plain(page.summary),
        body=ended(body, writer.plain(page.title), f"translation:{id_}/{words.language}", composer),
        edit=f"content/languages/{words.language}.po",
        meta={
            "hide": ["toc"],
            "calculator": id_,
            "language": words.language,
            "card": next(each for each in site.pages if each.address == original).card,
            "search": {"exclude": True},
            **alternates(f"calculator:{id_}", composer),
        },
        message=writer.plain(page.title),
    )
