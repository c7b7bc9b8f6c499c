"""Citation marks of one page, numbered in order of first mention."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from .bibliography import attribution
from .model.guide import Guide


@dataclass(frozen=True)
class Entry:
    """One cited source with the marks that cite it.

    Attributes:
        number: As shown in the marks, from 1.
        source: Its id.
        marks: Ids of the marks, for the ways back.
    """

    number: int
    source: str
    marks: tuple[str, ...]


class Citations:
    """Numbers the sources of one page."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._marks: dict[str, list[str]] = {}

    def mark(self, source: str) -> Markup:
        """A bracketed number that leads to the page's list of sources."""
        marks = self._marks.setdefault(source, [])
        number = list(self._marks).index(source) + 1
        id_ = f"cite-{number}-{len(marks) + 1}"
        marks.append(id_)
        label = escape(f"Source {number}: {attribution(self.guide.sources[source])}")
        return Markup(f'<a class="g-cite" id="{id_}" href="#source-{number}" aria-label="{label}">[{number}]</a>')

    @property
    def entries(self) -> list[Entry]:
        """The sources cited so far, in order."""
        return [Entry(number, id_, tuple(marks)) for number, (id_, marks) in enumerate(self._marks.items(), start=1)]
