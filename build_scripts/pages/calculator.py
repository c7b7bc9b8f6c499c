"""What a calculator's page is in every language: the same parts in the same order."""

from collections.abc import Iterable

from ..calculator_page import form
from ..composer import Composer
from ..page import Page, heading
from ..page_end import ended
from .embeds import embed_code
from .language_choice import alternates, language_choice


def calculator_page(
    id_: str, target: str, edit: str, composer: Composer, *, further: Iterable[str], how: Iterable[str] = ()
) -> Page:
    """One calculator's page.

    Args:
        id_: The calculator's.
        target: What the page is, as `addresses.address` takes it.
        edit: The content file to change it in.
        composer: The page's own.
        further: What follows at its end.
        how: What tells how it is computed; a translation leads to the original for that.
    """
    page, writer, say = composer.guide.pages[id_], composer.writer, composer.guide.words.say
    first = composer.guide.calculators[id_].examples[0]
    title = writer.plain(page.title)
    body = [
        heading(1, writer.headline(page.title), id_),
        language_choice(f"calculator:{id_}", composer),
        composer.render("pages/calculator_head.html.jinja", page=page),
        form(id_, composer),
        composer.render("pages/calculator_example.html.jinja", words=page.examples[first.id]),
        composer.render("pages/benchmarks.html.jinja", page=page) if page.benchmarks and how else "",
        heading(2, say("What it can’t tell you"), "limits"),
        composer.render("pages/limits.html.jinja", page=page),
        *how,
        embed_code(id_, composer),
        *further,
    ]
    return Page(
        address=composer.here,
        title=page.nav_title,
        description=writer.plain(page.summary),
        body=ended(body, title, target, composer),
        edit=edit,
        meta={"hide": ["toc"], "calculator": id_, **alternates(f"calculator:{id_}", composer)},
        message=title,
    )
