"""The anchors in a page's source, the same that MkDocs finds there, in a fifth of its time.

MkDocs reads all HTML of a page to know what links may lead to, as Markdown and the search do for their ends. Nearly all
of it is plainly written, and a pattern passes over that at once.
"""

import re

from mkdocs.structure import pages

SPECIAL = "script|style|title|textarea|iframe|no|xmp|plain"
"""What elements begin with whose content may be text of another kind."""

ATTRIBUTES = r"""(?:\s++(?!(?:id|name)(?:[\s/>]|="[^"&]*+&))[a-z_][\w:.-]*+(?:="[^"]*+")?+(?=[\s/>]))*+"""
ELEMENT = re.compile(rf"<([a-z][\w-]*+)({ATTRIBUTES})", re.IGNORECASE)
VALUE = re.compile(r'\s([a-z_][\w:.-]*+)="([^"]*+)"', re.IGNORECASE)
PLAIN = re.compile(rf"(?:<(?:/[a-z][\w-]*+|(?!{SPECIAL})[a-z][\w-]*+{ATTRIBUTES}\s*+/?)>[^<]*+)++", re.IGNORECASE)
"""A stretch of elements without special content, whose attributes stand in double quotes."""


class Anchors(pages._HTMLHandler):
    """Collects the anchors of a page."""

    def parse_starttag(self, i: int) -> int:
        """Take a plain stretch at once; the base class takes the one element that isn't."""
        plain = PLAIN.match(self.rawdata, i)
        if not plain:
            return int(super().parse_starttag(i))
        for element in ELEMENT.finditer(self.rawdata, i, plain.end()):
            for name, value in VALUE.findall(element[2]):
                if name.lower() == "id" or (name.lower() == "name" and element[1].lower() == "a"):
                    self.present_anchor_ids.add(value)
        return plain.end()


def quicken_anchors() -> None:
    """Let MkDocs, in this process, find them so."""
    pages._HTMLHandler = Anchors  # type: ignore[misc]
