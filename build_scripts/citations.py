"""Citation marks of one page, numbered in order of first mention."""

from collections.abc import Iterable, Sequence
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
        statistics: Ids of what the page takes from it, each once.
    """

    number: int
    source: str
    marks: tuple[str, ...]
    statistics: tuple[str, ...]


class Citations:
    """Numbers the sources of one page."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._marks: dict[str, list[str]] = {}
        self._taken: dict[str, list[str]] = {}

    def take(self, source: str, statistics: Iterable[str]) -> None:
        """Remember which statistics the page takes from a source."""
        self._taken.setdefault(source, []).extend(statistics)

    def mark(self, source: str, statistics: Sequence[str] = ()) -> Markup:
        """A bracketed number that leads to the page's list of sources, and says which statistics it stands beside."""
        self.take(source, statistics)
        marks = self._marks.setdefault(source, [])
        number = list(self._marks).index(source) + 1
        id_ = f"cite-{number}-{len(marks) + 1}"
        marks.append(id_)
        label = escape(
            self.guide.words.say("Source {number}: {name}", number=number, name=attribution(self.guide.sources[source]))
        )
        given = f' data-statistics="{" ".join(statistics)}"' if statistics else ""
        attributes = f'class="g-cite" id="{id_}" href="#source-{number}"{given} aria-label="{label}"'
        return Markup(f"<a {attributes}>[{number}]</a>")

    @property
    def entries(self) -> list[Entry]:
        """The sources cited so far, in order."""
        return [
            Entry(number, id_, tuple(marks), tuple(dict.fromkeys(self._taken[id_])))
            for number, (id_, marks) in enumerate(self._marks.items(), start=1)
        ]
