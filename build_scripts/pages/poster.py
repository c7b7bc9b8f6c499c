"""The page of the poster: the picture, its files, the code to embed it, and the same in words."""

import re
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..addresses import address, guide_file, poster_file, poster_picture
from ..charts import draw
from ..composer import Composer
from ..data_files import shown_size
from ..figures import Download, figure_file, pen
from ..home_chapters import chapter_title, figure_of
from ..model.guide import Chapter
from ..page import Page, heading
from ..page_end import ended
from ..pictures.poster import WIDTHS, story
from ..site import Site
from ..site_address import site_root

FORMS = {"PNG": "png", "SVG": "svg", "PDF": "pdf"}
SIZE = re.compile(rb'<svg [^>]*?\bviewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
EMBEDDED = 600
"""The width in which the code shows the poster on another page."""


@dataclass(frozen=True)
class Told:
    """A chapter in words, with the files of its figure."""

    title: str
    description: str
    href: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class Shown:
    """The poster on the page.

    Attributes:
        full: The drawing, which the picture leads to.
        sources: Pictures by their width in pixels.
        width: Of the drawing, in pixels.
        height: Of the drawing.
        words: The picture in words.
    """

    full: str
    sources: dict[int, str]
    width: int
    height: int
    words: str


def add_poster(site: Site) -> None:
    """Add the page when there is a poster."""
    svg = site.made.get(poster_file(site.guide, "svg"))
    if svg is not None:
        site.write(address("page:poster"), partial(_page, site, svg))


def _page(site: Site, svg: bytes, composer: Composer) -> Page:
    width, height = _size(svg)
    words = story(composer)
    chapters = [_told(each, composer) for each in site.guide.settings.home.chapters]
    files = [_download(form, poster_file(site.guide, ending), composer) for form, ending in FORMS.items()]
    document = guide_file(site.guide)
    whole = [_download("PDF", document, composer)] if document in composer.made else []
    shown = Shown(
        full=composer.link(f"file:{poster_file(site.guide, 'svg')}"),
        sources={each: composer.link(f"file:{poster_picture(site.guide, each)}") for each in WIDTHS},
        width=width,
        height=height,
        words=words,
    )
    body = [
        heading(1, "Poster", "poster"),
        composer.render("pages/poster.html.jinja", files=files, whole=whole),
        heading(2, "Figure by figure", "in-words"),
        composer.render("pages/poster_words.html.jinja", chapters=chapters, shown=shown),
        heading(2, "Put it on your page", "embed"),
        composer.render("pages/poster_embed.html.jinja", code=_code(site, words, round(height * EMBEDDED / width))),
    ]
    text = ended(body, "Poster", "page:poster", composer)
    description = "The whole guide as one picture: PNG, SVG and PDF, with the code to embed it."
    return Page(composer.here, "Poster", description, text, "content/guide.yml")


def _size(svg: bytes) -> tuple[int, int]:
    found = SIZE.match(svg)
    if found is None:
        raise ValueError("the poster's drawing does not say its size")
    return round(float(found["width"])), round(float(found["height"]))


def _told(chapter: Chapter, composer: Composer) -> Told:
    section, _, _ = chapter.figure.partition("/")
    figure = figure_of(chapter.figure, composer)
    paths = {"PNG": figure_file(section, figure, "png"), "SVG": figure_file(section, figure, "svg")}
    return Told(
        composer.writer.plain(chapter_title(chapter, composer)),
        draw(figure, pen(figure, composer)).description,
        composer.link(f"figure:{chapter.figure}"),
        tuple(_download(form, path, composer) for form, path in paths.items()),
    )


def _download(words: str, path: str, composer: Composer) -> Download:
    return Download(words, composer.link(f"file:{path}"), shown_size(composer.made[path]))


def _code(site: Site, words: str, height: int) -> str:
    """HTML for other people's pages: the picture with its words, a link to this site, and who made it."""
    settings, root = site.guide.settings, site_root(site.guide)
    return str(
        Markup(
            '<figure>\n<a href="{page}"><img src="{picture}" alt="{words}" width="{width}" height="{height}"'
            ' loading="lazy" decoding="async"></a>\n'
            '<figcaption>From <a href="{root}">{title}</a> ({year}), {licence}.</figcaption>\n</figure>'
        ).format(
            page=f"{root}{address('page:poster')}",
            picture=f"{root}{poster_picture(site.guide, WIDTHS[-1])}",
            words=words,
            width=EMBEDDED,
            height=height,
            root=root,
            title=settings.title,
            year=settings.updated[:4],
            licence=settings.licence,
        )
    )
