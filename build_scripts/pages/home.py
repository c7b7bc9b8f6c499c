"""The home page: the infographic."""

from ..addresses import address, guide_file
from ..calculator_page import teaser
from ..claims import claim_card, claims_list
from ..composer import Composer
from ..data_files import shown_size
from ..figures import figure_html
from ..home_chapters import chapter_title, figure_of
from ..linked_data import website
from ..model.guide import Chapter
from ..page import Page
from ..page_end import ended
from ..site import Site


def add_home(site: Site) -> None:
    """Add the infographic."""
    site.write(address("page:home"), _page)


def _page(composer: Composer) -> Page:
    settings = composer.guide.settings
    chapters = [_chapter(chapter, number, composer) for number, chapter in enumerate(settings.home.chapters, start=1)]
    body = [_hero(composer), *chapters, _closing(composer)]
    meta: dict[str, object] = {"template": "home.html", "hide": ["navigation", "toc"]}
    message = composer.writer.plain(settings.home.headline)
    text = ended(body, message, "page:home", composer)
    return Page(
        composer.here,
        settings.title,
        settings.description,
        text,
        "content/guide.yml",
        meta,
        message,
        (website(composer),),
    )


def _hero(composer: Composer) -> str:
    home = composer.guide.settings.home
    section, _, _ = (home.hero or "").partition("/")
    figure = figure_html(figure_of(home.hero, composer), section, composer, titled=False) if home.hero else ""
    titles = [composer.writer.headline(chapter_title(chapter, composer)) for chapter in home.chapters]
    return composer.render("pages/hero.html.jinja", home=home, figure=figure, titles=titles)


def _chapter(chapter: Chapter, number: int, composer: Composer) -> str:
    section, _, _ = chapter.figure.partition("/")
    figure = figure_html(figure_of(chapter.figure, composer), section, composer, titled=False)
    return composer.render(
        "pages/chapter.html.jinja",
        chapter=chapter,
        number=number,
        title=composer.writer.headline(chapter_title(chapter, composer)),
        figure=figure,
        section=section,
        section_title=composer.guide.sections[section].nav_title,
        claim=claim_card(chapter.claim, composer) if chapter.claim else "",
        claims=claims_list(composer) if chapter.claims else "",
        card=teaser(chapter.calculator, composer) if chapter.calculator else "",
        calculator=composer.guide.pages[chapter.calculator] if chapter.calculator else None,
    )


def _closing(composer: Composer) -> str:
    home = composer.guide.settings.home
    card = teaser(home.calculator, composer) if home.calculator else ""
    number = len(home.chapters) + 1
    document = guide_file(composer.guide)
    size = shown_size(composer.made[document]) if document in composer.made else ""
    return composer.render(
        "pages/closing.html.jinja", home=home, card=card, number=number, document=document, size=size
    )
