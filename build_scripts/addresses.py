"""Where everything stands in the site, and the relative way from one page to another."""

import posixpath
import re
from urllib.parse import urlsplit

from .model.guide import Guide

PAGES = {
    "home": "",
    "claims": "claims/",
    "calculators": "calculators/",
    "statistics": "statistics/",
    "sources": "sources/",
    "method": "method/",
    "poster": "poster/",
    "glossary": "glossary/",
    "api": "api/",
    "changes": "changes/",
    "contribute": "contribute/",
    "first-changes": "contribute/first-changes/",
    "fields": "contribute/fields/",
    "problems": "contribute/problems/",
    "style": "contribute/style/",
}
PATTERNS = {
    "section": "guide/{}/",
    "calculator": "calculators/{}/",
    "translation": "calculators/{}/",
    "embed": "embed/{}/",
    "claim": "claims/#{}",
    "term": "glossary/#{}",
    "statistic": "statistics/#{}",
    "source": "sources/#{}",
    "change": "changes/#{}",
    "file": "{}",
}


def address(target: str) -> str:
    """The site path of a target such as ``section:id``, ``page:sources`` or ``figure:section/id``.

    >>> address("claim:some-claim")
    'claims/#some-claim'
    >>> address("figure:what-it-costs/prices")
    'guide/what-it-costs/#figure-prices'
    """
    kind, _, name = target.partition(":")
    if kind == "page":
        return PAGES[name]
    if kind == "figure":
        section, _, figure = name.partition("/")
        return f"guide/{section}/#figure-{figure}"
    return PATTERNS[kind].format(name)


def relative(here: str, target: str) -> str:
    """The way from the page at `here` to `target`, right under any sub-path.

    >>> relative("guide/a/", "statistic:x")
    '../../statistics/#x'
    >>> relative("", "page:home")
    './'
    >>> relative("claims/", "claim:x")
    '#x'
    """
    return way(here, address(target))


def way(here: str, there: str) -> str:
    """The relative way between two site paths."""
    path, mark, fragment = there.partition("#")
    if mark and path == here:
        return mark + fragment
    start, end = ([part for part in place.split("/") if part] for place in (here, path))
    shared = len(posixpath.commonprefix([start, end]))
    steps = "/".join([".."] * (len(start) - shared) + end[shared:]) or "."
    folder = "/" if path.endswith("/") or not path else ""
    return f"{steps}{folder}{mark}{fragment}"


def card_path(address: str) -> str:
    """Where the card of the page at a site path is published.

    >>> card_path("guide/what-it-costs/"), card_path("")
    ('cards/guide-what-it-costs.png', 'cards/home.png')
    """
    return f"cards/{address.strip('/').replace('/', '-') or 'home'}.png"


def poster_file(guide: Guide, ending: str) -> str:
    """Where the poster is published in one of its forms."""
    return f"downloads/{_file_name(guide)}-poster.{ending}"


def poster_picture(guide: Guide, width: int) -> str:
    """Where the poster's picture for pages is published; `width` in pixels."""
    return poster_file(guide, f"{width}.webp").replace("-poster.", "-poster-")


def guide_file(guide: Guide) -> str:
    """Where the whole guide is published as one document."""
    return f"downloads/{_file_name(guide)}.pdf"


def _file_name(guide: Guide) -> str:
    return re.sub(r"[^a-z0-9]+", "-", guide.settings.short_title.lower()).strip("-") or "guide"


def shown_place(address: str) -> str:
    """A site's address as people read it.

    >>> shown_place("https://example.org/guide/")
    'example.org/guide'
    """
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path.rstrip('/')}"


def markdown_path(site_path: str) -> str:
    """The staged file that becomes the page at `site_path`.

    >>> markdown_path("guide/a/"), markdown_path("calculators/"), markdown_path("")
    ('guide/a.md', 'calculators/index.md', 'index.md')
    """
    if not site_path:
        return "index.md"
    name = site_path.rstrip("/")
    return f"{name}/index.md" if name == "calculators" else f"{name}.md"


def page_address(staged: str) -> str:
    """The site path of the page that a staged file becomes.

    >>> page_address("guide/a.md"), page_address("calculators/index.md"), page_address("index.md")
    ('guide/a/', 'calculators/', '')
    """
    return f"{staged.removesuffix('.md')}/".removesuffix("index/")
