"""The index of calculators and one page each."""

from dataclasses import replace
from functools import partial

from markdown_it import MarkdownIt
from markupsafe import Markup

from ..addresses import address
from ..calculator_page import view
from ..composer import Composer
from ..linked_data import application
from ..page import Page, heading
from ..page_end import ended
from ..related import related_pages
from ..site import Site
from ..site_map import ordered_calculators
from ..words_file import words_content, words_file
from .calculator import calculator_page

FIRST_HEADING = "h2"


def add_calculators(site: Site) -> None:
    """Add the index and every calculator's page, when the guide has any."""
    ids = ordered_calculators(site.guide)
    if not ids:
        return
    site.write(address("page:calculators"), partial(_index, ids))
    for id_ in ids:
        site.write(address(f"calculator:{id_}"), partial(_page, id_, site))
    if site.guide.words.texts:
        site.files[words_file(site.guide)] = words_content(site.guide)


def _index(ids: list[str], composer: Composer) -> Page:
    views = [view(id_, composer) for id_ in ids]
    body = [heading(1, "Calculators", "calculators"), composer.render("pages/calculators.html.jinja", views=views)]
    return Page(
        address=composer.here,
        title="Calculators",
        description="Calculators that answer in the page, run in your browser, and show their formula.",
        body=ended(body, "Calculators", "page:calculators", composer),
        edit="content/calculators",
    )


def _page(id_: str, site: Site, composer: Composer) -> Page:
    how = [
        heading(2, composer.guide.words.say("How it is computed"), "documentation"),
        documentation(composer.guide.calculators[id_].doc),
    ]
    further = [related_pages([f"calculator:{id_}"], site, composer)]
    target, edit = f"calculator:{id_}", f"content/calculators/{id_}.yml"
    page = calculator_page(id_, target, edit, composer, further=further, how=how)
    return replace(page, linked=(application(id_, composer),))


def documentation(doc: str) -> Markup:
    """A module's docstring as HTML: its headings go one level down, its examples stay code."""
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(doc)
    for level in (4, 3, 2):
        html = html.replace(f"<h{level}>", f"<h{level + 1}>").replace(f"</h{level}>", f"</h{level + 1}>")
    lines = html.rstrip().replace("\n\n", "\n&#10;")  # an empty line inside code would end the block
    return Markup(f'<div class="g-documentation">{lines}</div>')
