"""A comment that says why a warning is wrong here: `# allow: undated: the words of that year`."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .content_file import place
from .wording import nearest
from .yaml_reader import Document

COMMENT = re.compile(r"(?:^|(?<=\s))# allow:[ \t]*(?P<rule>[^\s:]*)[ \t]*:?[ \t]*(?P<reason>[^\r\n]*)", re.MULTILINE)
FORM = "# allow: {}: the reason"
BETWEEN = re.compile(r"[ \t]*(#[^\r\n]*)?(\r\n|\r|\n|\Z)")
"""A line between a comment and what it is about: another comment, or nothing."""


@dataclass(frozen=True)
class Allowance:
    """One such comment.

    Attributes:
        rule: The name of the rule whose warning it takes back.
        reason: Why; without one nothing is taken back.
        line: Counted from 1.
        column: Counted from 1.
        about: The line it speaks of: its own, or the next one when it has its line to itself.
    """

    rule: str
    reason: str
    line: int
    column: int
    about: int

    def allows(self, rule: str, lines: Collection[int]) -> bool:
        """Whether it takes back this rule's warning on one of these lines."""
        return bool(self.reason) and self.rule == rule and self.about in lines

    def fault(self, rules: Collection[str]) -> tuple[str, str] | None:
        """What is wrong with the comment itself, and what to do."""
        if self.rule not in rules:
            remedy = nearest(self.rule, rules, f"the warnings are {', '.join(sorted(rules))}")
            return f"there is no warning “{self.rule}”", remedy
        if not self.reason:
            return "nothing says why this is allowed", f"write “{FORM.format(self.rule)}”"
        return None


def allowances(document: Document) -> Iterator[Allowance]:
    """Every such comment of a file; inside a text it is text."""
    for found in COMMENT.finditer(document.text) if "# allow:" in document.text else ():
        start = found.start()
        if not any(first <= start < last for first, last in document.places.spans.values()):
            line, column = place(document.text[:start])
            yield Allowance(found["rule"], found["reason"].strip(), line, column, _about(document.text, start, line))


def _about(text: str, start: int, line: int) -> int:
    if text[:start].rpartition("\n")[2].strip():
        return line
    while between := BETWEEN.match(text, start):
        if between.end() == len(text):
            break
        start, line = between.end(), line + 1
    return line
