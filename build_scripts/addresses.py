"""Where everything stands in the site, and the relative way from one page to another."""

import posixpath

PAGES = {
    "home": "",
    "claims": "claims/",
    "calculators": "calculators/",
    "statistics": "statistics/",
    "sources": "sources/",
    "method": "method/",
}
PATTERNS = {
    "section": "guide/{}/",
    "calculator": "calculators/{}/",
    "embed": "embed/{}/",
    "claim": "claims/#{}",
    "statistic": "statistics/#{}",
    "source": "sources/#{}",
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
    steps = posixpath.relpath(path or ".", here or ".")
    folder = "/" if path.endswith("/") or not path else ""
    return f"{steps}{folder}{mark}{fragment}"


def card_path(address: str) -> str:
    """Where the card of the page at a site path is published.

    >>> card_path("guide/what-it-costs/"), card_path("")
    ('cards/guide-what-it-costs.png', 'cards/home.png')
    """
    return f"cards/{address.strip('/').replace('/', '-') or 'home'}.png"


def markdown_path(site_path: str) -> str:
    """The staged file that becomes the page at `site_path`.

    >>> markdown_path("guide/a/"), markdown_path("calculators/"), markdown_path("")
    ('guide/a.md', 'calculators/index.md', 'index.md')
    """
    if not site_path:
        return "index.md"
    name = site_path.rstrip("/")
    return f"{name}/index.md" if name == "calculators" else f"{name}.md"
