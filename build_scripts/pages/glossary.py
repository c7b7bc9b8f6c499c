"""The words of the trade, each with its meaning and with the calculators that use it."""

from dataclasses import dataclass

from markupsafe import Markup

from ..addresses import address
from ..composer import Composer
from ..model.calculator import CalculatorPage
from ..page import Page, heading
from ..page_end import ended
from ..site import Site
from ..site_map import ordered_calculators

TITLE = "Glossary"


@dataclass(frozen=True)
class Explained:
    """One word, with title and address of each calculator that asks for it or gives it."""

    id: str
    name: str
    meaning: Markup
    used_by: list[tuple[str, str]]


def add_glossary(site: Site) -> None:
    """Add the page, when the guide explains any word."""
    if site.guide.settings.glossary:
        site.write(address("page:glossary"), _page)


def _page(composer: Composer) -> Page:
    glossary = composer.guide.settings.glossary
    terms = sorted(glossary, key=lambda id_: glossary[id_].name.casefold())
    body = [
        heading(1, TITLE, "glossary"),
        composer.render("pages/glossary.html.jinja", terms=[_explained(id_, composer) for id_ in terms]),
    ]
    return Page(
        address=composer.here,
        title=TITLE,
        description="What the words of this guide and of its calculators mean.",
        body=ended(body, TITLE, "page:glossary", composer),
        edit="content/guide.yml",
        meta={"hide": ["toc"]},
    )


def _explained(id_: str, composer: Composer) -> Explained:
    guide, term = composer.guide, composer.guide.settings.glossary[id_]
    users = [name for name in ordered_calculators(guide) if id_ in _terms(guide.pages[name])]
    used_by = [(guide.pages[name].nav_title, composer.link(f"calculator:{name}")) for name in users]
    return Explained(id_, term.name, composer.writer.inline(term.meaning), used_by)


def _terms(page: CalculatorPage) -> set[str | None]:
    inputs, results = page.inputs.values(), page.results.values()
    return {*(each.term for each in inputs), *(each.term for each in results)}
