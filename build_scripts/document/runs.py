"""Text that an editor wrote as runs for a template: the page's own HTML, taken apart again."""

from dataclasses import dataclass, field
from xml.etree import ElementTree

from markupsafe import Markup

STYLES = {"strong": "strong", "em": "emph", "cite": "emph", "code": "code"}
CITED = "g-cite"
"""The class of a citation's mark; its address is the source's id."""

type Run = dict[str, object]
"""A text with its style and its link; or a citation, with its note's number or, in a figure, without a note."""

type Runs = list[Run]


@dataclass
class Reading:
    """Takes the texts of one chapter apart, one after the other, and tells a source's first mention from later ones.

    Attributes:
        scope: The chapter's name; its notes are labelled with it.
        apart: Whether what is read stands apart from the text, so that it takes no part in the order of mentions.
        cited: The sources mentioned so far, with the numbers of their notes.
    """

    scope: str
    apart: bool = False
    cited: dict[str, int] = field(default_factory=dict)

    def line(self, html: Markup) -> Runs:
        """One run of text."""
        return self._runs(ElementTree.fromstring(f"<p>{html}</p>"), {})

    def paragraphs(self, html: Markup) -> list[Runs]:
        """Each paragraph as its runs."""
        return [self._runs(each, {}) for each in ElementTree.fromstring(f"<div>{html}</div>")]

    def _runs(self, node: ElementTree.Element, style: Run) -> Runs:
        found: Runs = [{"text": node.text, **style}] if node.text else []
        for child in node:
            if child.get("class") == CITED and found and "text" in found[-1]:
                found[-1]["text"] = str(found[-1]["text"]).rstrip()
            found += self._child(child, style)
            found += [{"text": child.tail, **style}] if child.tail else []
        return found

    def _child(self, node: ElementTree.Element, style: Run) -> Runs:
        if node.get("class") == CITED:
            return [self._citation(node.attrib["href"])]
        more: Run = {STYLES[node.tag]: True} if node.tag in STYLES else {}
        if node.tag == "a":
            more = {"link": node.attrib["href"]}
        return self._runs(node, style | more)

    def _citation(self, source: str) -> Run:
        if self.apart:
            return {"cite": source, "first": None}
        first = source not in self.cited
        number = self.cited.setdefault(source, len(self.cited) + 1)
        return {"cite": source, "note": f"note-{self.scope}-{source}", "number": number, "first": first}
