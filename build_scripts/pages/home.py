"""The home page: the infographic."""

from ..addresses import address
from ..composer import Composer
from ..page import Page
from ..site import Site
from ..sources_list import sources_list


def add_home(site: Site) -> None:
    """Add the infographic."""
    composer = site.composer(address("page:home"))
    site.add(_page(site, composer), composer)


def _page(site: Site, composer: Composer) -> Page:
    settings = site.guide.settings
    chapters = [_chapter(chapter, number, composer) for number, chapter in enumerate(settings.home.chapters, start=1)]
    return Page(
        address=composer.here,
        title=settings.title,
        description=settings.description,
        body="\n\n".join([_hero(composer), *chapters, sources_list(composer)]),
        edit="content/guide.yml",
        meta={"template": "home.html", "hide": ["navigation", "toc"]},
    )
