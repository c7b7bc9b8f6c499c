"""One page for each calculator that other sites may show in a frame, and the code to do so."""

from markupsafe import Markup

from ..addresses import address
from ..calculator_page import form
from ..composer import Composer
from ..page import EMBED, Page, heading
from ..site import Site
from ..site_address import site_root
from ..site_map import ordered_calculators

SCRIPTS = ["guide-calculator", "guide-embed"]
RESIZER = "embed/embed.js"
"""Where the script stands that another site may load; its name lasts."""

HEIGHT = 1200
"""In pixels, for sites that don't load the script."""


def add_embeds(site: Site) -> None:
    """Add the framed version of every calculator; the nav, the search and the site map leave them out."""
    for id_ in ordered_calculators(site.guide):
        composer = site.composer(address(f"embed:{id_}"))
        site.add(_page(id_, composer), composer)


def embed_code(id_: str, composer: Composer) -> Markup:
    """What somebody copies to show the calculator on another site."""
    root = site_root(composer.guide)
    code = Markup(
        '<iframe src="{frame}" title="{title}" width="100%" height="{height}" loading="lazy" allow="clipboard-write">'
        '</iframe>\n<script src="{script}" async></script>'
    ).format(
        frame=f"{root}{address(f'embed:{id_}')}",
        title=composer.guide.pages[id_].nav_title,
        height=HEIGHT,
        script=f"{root}{RESIZER}",
    )
    return composer.render("pages/embed_code.html.jinja", code=str(code))


def _page(id_: str, composer: Composer) -> Page:
    page, writer = composer.guide.pages[id_], composer.writer
    return Page(
        address=composer.here,
        title=page.nav_title,
        description=writer.plain(page.summary),
        body="\n\n".join([heading(1, writer.headline(page.title), id_), form(id_, composer)]),
        meta={
            "template": EMBED,
            "whole": address(f"calculator:{id_}"),
            "scripts": SCRIPTS,
            "search": {"exclude": True},
        },
    )
