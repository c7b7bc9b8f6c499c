"""One page for each calculator that other sites may show in a frame, and the code to do so."""

from functools import partial

from markupsafe import Markup

from ..addresses import address
from ..calculator_page import form
from ..composer import Composer
from ..model.guide import Guide
from ..page import EMBED, Page, heading
from ..site import Site
from ..site_address import site_root
from ..site_map import ordered_calculators
from ..translated_guide import guide_in

SCRIPTS = ["guide-calculators", "guide-embed"]
RESIZER = "embed/embed.js"
"""Where the script stands that another site may load; its name lasts."""

HEIGHT = 1200
"""In pixels, for sites that don't load the script."""


def add_embeds(site: Site) -> None:
    """Add each calculator's frame in each language; the nav, the search and the site map leave them out."""
    if not site.wants(_is_frame):
        return
    for guide in (site.guide, *(guide_in(site.guide, code) for code in site.guide.languages)):
        for id_ in ordered_calculators(guide):
            site.write(frame_address(id_, guide), partial(_page, id_), guide)


def _is_frame(where: str) -> bool:
    return where.startswith("embed/")


def frame_address(id_: str, guide: Guide) -> str:
    """Where the frame stands, in the language of a guide."""
    frame = address(f"embed:{id_}")
    return f"{frame}{guide.words.language}/" if guide.original else frame


def _whole(id_: str, guide: Guide) -> str:
    """Where the calculator's own page stands, in the language of a guide."""
    return address(f"translation:{id_}/{guide.words.language}" if guide.original else f"calculator:{id_}")


def embed_code(id_: str, composer: Composer) -> Markup:
    """What somebody copies to show the calculator on another site."""
    root = site_root(composer.guide)
    code = Markup(
        '<iframe src="{frame}" title="{title}" width="100%" height="{height}" loading="lazy" allow="clipboard-write">'
        '</iframe>\n<script src="{script}" async></script>'
    ).format(
        frame=f"{root}{frame_address(id_, composer.guide)}",
        title=composer.guide.pages[id_].nav_title,
        height=HEIGHT,
        script=f"{root}{RESIZER}",
    )
    return composer.render("pages/embed_code.html.jinja", code=str(code))


def _page(id_: str, composer: Composer) -> Page:
    page, writer = composer.guide.pages[id_], composer.writer
    whole = _whole(id_, composer.guide)
    origin = composer.render("pages/embed_from.html.jinja", way=composer.way_to(whole))
    return Page(
        address=composer.here,
        title=page.nav_title,
        description=writer.plain(page.summary),
        body="\n\n".join([heading(1, writer.headline(page.title), id_), form(id_, composer), origin]),
        meta={
            "template": EMBED,
            "whole": whole,
            "calculator": id_,
            "language": composer.guide.words.language,
            "scripts": SCRIPTS,
            "search": {"exclude": True},
        },
    )
