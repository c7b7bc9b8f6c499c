"""The theme's style sheets without what no page of the guide has, so that browsers match fewer rules, more cheaply.

Some of those rules made every start slow: `.no-js … > :first-child` and `[data-md-color-switching] *` may concern any
element, so a browser restyles the whole page when the theme's script marks `html` or `body`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import material
import tinycss2
from tinycss2.ast import Node

from .archive import cached, digest

NAME = "theme.css"
FOLDER = Path(material.__file__).parent / "templates/assets/stylesheets"
NOTICE = "/* Material for MkDocs, Copyright (c) 2016-2025 Martin Donath, MIT License; shortened. */"

ABSENT = (
    "arithmatex",
    "critic",
    "emojione",
    "footnote",
    "giscus",
    "grid",
    "key",
    "md-annotation",
    "md-author",
    "md-banner",
    "md-clipboard",
    "md-consent",
    "md-feedback",
    "md-pagination",
    "md-path",
    "md-pin",
    "md-post",
    "md-profile",
    "md-progress",
    "md-select",
    "md-social",
    "md-source",
    "md-tag",
    "md-tooltip",
    "md-top",
    "md-typeset__",
    "md-version",
    "tabbed",
    "task-list",
    "twemoji",
)
"""What the classes of parts begin with that need a setting or an extension which `mkdocs.yml` doesn't have."""

REWORDED = {"table:not([class])": "table.g-plain", "[href]": ":any-link"}
"""Words for attributes that the theme's script sets as it starts, on `html` or on each link, though nothing changes:
for them a browser would style each table or link anew. The other words pick the same elements with the same weight."""

BLOCKS = ("media", "supports")
CLASS = re.compile(r"\.([\w-]+)")
FUNCTION = re.compile(r"\([^()]*\)")
OTHER_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=(?!indigo)|\[data-md-color-switching\]")
"""The guide's schemes have the theme's first colour by name and their own by tokens, and change without its script."""

ANY_IN_TABLE = re.compile(r":not\(\[class\]\).*[>+ ](?:\*|:\w[\w-]*)$")
"""Whatever stands in or after a table of Markdown: its cells hold no blocks, the guide's sheet has the distances."""


@cache
def theme_sheet() -> bytes:
    """The theme's main sheet and its palette as one, in that order."""
    kept = _kept(tinycss2.parse_stylesheet(_whole(), skip_comments=True, skip_whitespace=True))
    return "\n".join([NOTICE, *kept]).encode()


def kept_theme_sheet(cache: Path) -> bytes:
    """The same sheet, kept in `cache`: reading the theme's takes a while, and the theme seldom changes."""
    parts = [_whole().encode(), tinycss2.VERSION.encode(), Path(__file__).read_bytes()]
    return cached(cache / f"theme-{digest(parts)}", lambda: {NAME: theme_sheet()})[NAME]


def _whole() -> str:
    return "".join(next(FOLDER.glob(f"{name}.*.min.css")).read_text(encoding="utf-8") for name in ("main", "palette"))


def needed(selector: str) -> bool:
    """Whether a page of the guide may have what a selector asks for.

    >>> needed(".md-typeset .tabbed-set>input"), needed(".md-nav:not(.md-source)")
    (False, True)
    """
    asked = FUNCTION.sub("", selector)
    classes = (name for name in CLASS.findall(asked) if name.startswith(ABSENT))
    return not (any(classes) or OTHER_COLOUR.search(selector) or ANY_IN_TABLE.search(selector))


def _kept(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        text = _rule(rule) if rule.type == "qualified-rule" else _block(rule)
        if text:
            yield text


def _rule(rule: Node) -> str:
    selectors = [_reworded(selector) for selector in _selectors(rule.prelude) if needed(selector)]
    return f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""


def _reworded(selector: str) -> str:
    for theirs, ours in REWORDED.items():
        selector = selector.replace(theirs, ours)
    return selector


def _block(rule: Node) -> str:
    """An at-rule: those that hold rules with what is kept of them, others as they are."""
    if rule.lower_at_keyword not in BLOCKS:
        return "" if rule.lower_at_keyword == "charset" else str(rule.serialize())
    kept = "".join(_kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)))
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}" if kept else ""


def _selectors(prelude: list[Node]) -> Iterator[str]:
    """What commas part, but for those within brackets."""
    found: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield tinycss2.serialize(found).strip()
            found = []
        else:
            found.append(node)
    yield tinycss2.serialize(found).strip()
