"""What a page brings along as code or style of its own: scripts for the policy, and what the policy would break."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from .problem import Problem

DATA = {"application/json", "application/ld+json"}
"""Types of script elements that hold data and never run."""

ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster"}
LOADING = {"script", "img", "source", "video", "audio", "track", "image", "use"}
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
"""What a `link` has to be (its `rel`) for its address to be loaded with the page."""

BLOCKED = {
    "style": "put the rules into a file of docs/stylesheets",
    "iframe": "show a link or a picture instead",
    "object": "show a link or a picture instead",
    "embed": "show a link or a picture instead",
}
"""Elements that the policy shuts out, with the remedy."""

PLAIN = re.compile(
    r"""
    (?:
      <(?:
        /[a-z][\w-]*+ |
        use(?:\s++(?:[xy]|(?:xlink:)?href)="[\#\d.-][^":&]*+")*+\s*+/? |
        (?!script|style|link|base|iframe|object|embed|img|image|source|video|audio|track|use|title|textarea|no|xmp|plain)
        [a-z][\w-]*+
        (?:
          \s++
          (?:
            (?:href|action|formaction)=(?:"(?:(?:https?:|mailto:)[^"]*+|[^":&]*+)"|[^\s"'=<>`:&]++) |
            (?!on|style|xlink:|(?:href|src|action|formaction|data|poster)(?![\w-]))
            [a-z_][\w:.-]*+
            (?:=(?:"[^"]*+"|[^\s"'=<>`]++))?+
          )
        )*+
        \s*+/?
      )>
      [^<]*+
    )++
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A stretch of elements, plainly written, that hold no code and load nothing: nearly all of a page, found at once."""

type Attributes = list[tuple[str, str | None]]


class InlineCode(HTMLParser):
    """One page or SVG file, read.

    Attributes:
        scripts: The text of every inline script that runs, with its line and column.
        problems: What the policy would break.

    >>> page = InlineCode("x.html", '<p onclick="go()"><script>let a</script><script type="application/json">{}')
    >>> [text for text, *_ in page.scripts]
    ['let a']
    >>> print(page.problems[0])
    x.html:1:1: <p onclick>: the policy blocks event handlers in attributes; listen in a script of docs/javascripts
    """

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.name = name
        self.scripts: list[tuple[str, int, int]] = []
        self.problems: list[Problem] = []
        self._script: list[str] | None = None
        self.feed(text)
        self.close()

    def parse_starttag(self, i: int) -> int:
        """Pass over what is plain at once; the base class takes the one element that isn't."""
        plain = PLAIN.match(self.rawdata, i)
        return plain.end() if plain else super().parse_starttag(i)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Judge the element; an inline script is kept from here to its end."""
        for where, message, remedy in _refusals(tag, attrs, page=self.name.endswith(".html")):
            self.problems.append(self._problem(where, message, remedy))
        named = dict(attrs)
        if tag == "script" and "src" not in named and (named.get("type") or "").strip().lower() not in DATA:
            self._script = []
            self._begin = self.getpos()

    def handle_data(self, data: str) -> None:
        """Collect a script's text."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """A script is whole."""
        if tag == "script" and self._script is not None:
            line, column = self._begin
            self.scripts.append(("".join(self._script), line, column + 1))
            self._script = None

    def _problem(self, where: str, message: str, remedy: str) -> Problem:
        line, column = self.getpos()
        return Problem(self.name, line, column + 1, where, message, remedy)


def _refusals(tag: str, attributes: Attributes, *, page: bool) -> Iterator[tuple[str, str, str]]:
    """Where, message and remedy of all that the policy would break; an SVG file may hold its own style sheet."""
    if tag in BLOCKED and (page or tag != "style"):
        yield f"<{tag}>", "the policy blocks this element", BLOCKED[tag]
    for name, value in attributes:
        where = f"<{tag} {name}>"
        if name.startswith("on"):
            yield where, "the policy blocks event handlers in attributes", "listen in a script of docs/javascripts"
        elif (tag, name) == ("base", "href"):
            yield where, "the policy blocks another base of addresses", "write addresses relative to the page"
        elif name == "style":
            yield where, "the policy blocks styles in attributes", "use a class"
        elif name in ADDRESSES and _scheme(value) == "javascript":
            yield where, "the policy blocks javascript: addresses", "use a button and a script of docs/javascripts"
    if tag in LOADING or tag == "link":
        yield from _strangers(tag, dict(attributes))


def _strangers(tag: str, attributes: dict[str, str | None]) -> Iterator[tuple[str, str, str]]:
    """What would be loaded from another host."""
    loads = tag in LOADING or (tag == "link" and LOADED & set((attributes.get("rel") or "").lower().split()))
    for name in ("src", "href", "xlink:href", "poster"):
        value = attributes.get(name)
        if loads and ((value or "").startswith("//") or _scheme(value) in {"http", "https", "ftp", "blob"}):
            remedy = "put the file into the site"
            yield f"<{tag} {name}>", f"the policy blocks what other hosts send (“{value}”)", remedy


def _scheme(address: str | None) -> str:
    r"""The scheme as a browser sees it, which skips spaces and control characters.

    >>> _scheme(" java\nscript:alert(1)"), _scheme("../a:b")
    ('javascript', '')
    """
    if not address or ":" not in address:
        return ""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE)
    return found[1].lower() if found else ""
