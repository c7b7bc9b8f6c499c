"""What a built site offers to those who link to it: its pages, their anchors, their internal links."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from tests.site_reader import parse

ROOT = "https://site.invalid/"
THEME_ANCHORS = "__"
"""What the ids begin with that the theme uses for itself, such as the skip link's."""


@dataclass(frozen=True)
class Offered:
    """A page's anchors, and its links as site paths with their fragments, each once."""

    anchors: frozenset[str]
    links: frozenset[str]


type Inventory = dict[str, Offered]
"""By the page's path in the site."""


@dataclass(frozen=True)
class Difference:
    """What one engine's site has, or lacks, compared with MkDocs'.

    Attributes:
        kind: ``page``, ``anchor`` or ``link``.
        page: The page's path.
        name: The anchor or the link; empty for a whole page.
        sign: ``+`` for what is there besides, ``-`` for what is missing.
    """

    kind: str
    page: str
    name: str
    sign: str

    def __str__(self) -> str:
        return " ".join(filter(None, [self.sign, self.kind, self.page or "/", self.name]))


def inventory(site: Path) -> Inventory:
    """Every HTML page of a built site."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {name.removesuffix("index.html"): _offered(name, path) for name, path in paths.items()}


def differences(expected: Inventory, found: Inventory) -> list[Difference]:
    """What differs, pages first; the anchors and links of a page that one side lacks are not listed as well."""
    pages = [Difference("page", page, "", sign) for page, sign in _signed(expected, found)]
    return pages + [each for page in expected if page in found for each in _inside(page, expected[page], found[page])]


def site_path(page: str, link: str) -> str:
    """Where a link on a page leads within the site, with its fragment."""
    address, fragment = urldefrag(_address(page, link))
    return urlsplit(address).path.lstrip("/") + (f"#{fragment}" if fragment else "")


def _inside(page: str, expected: Offered, found: Offered) -> list[Difference]:
    anchors = [Difference("anchor", page, *each) for each in _signed(expected.anchors, found.anchors)]
    return anchors + [Difference("link", page, *each) for each in _signed(expected.links, found.links)]


def _signed(expected: Iterable[str], found: Iterable[str]) -> list[tuple[str, str]]:
    """What one side alone has, in order, each with its sign."""
    missing, added = {*expected} - {*found}, {*found} - {*expected}
    return sorted([*((name, "-") for name in missing), *((name, "+") for name in added)])


def _offered(name: str, path: Path) -> Offered:
    page = parse(path)
    here = name.removesuffix("index.html")
    anchors = frozenset(id_ for id_ in page.ids if not id_.startswith(THEME_ANCHORS))
    inside = frozenset(site_path(here, link) for link in page.links if _address(here, link).startswith(ROOT))
    return Offered(anchors, frozenset(link for link in inside if f"#{THEME_ANCHORS}" not in link))


def _address(page: str, link: str) -> str:
    return urljoin(urljoin(ROOT, page), link)
