"""Writes the texts of the document: links stay inside where they can, citations become footnotes."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from markupsafe import Markup

from ..addresses import address
from ..citations import Citations
from ..composer import Composer
from ..model.figure import Figure
from ..model.guide import Guide
from ..prose import Writer
from ..site_address import site_root
from ..values import Values
from .runs import CITED, Reading, Runs

PARTS = ("claims", "calculators", "statistics", "sources", "glossary")
"""Pages that are chapters of the document, under the labels `page-claims` and so on."""


class Footnotes(Citations):
    """Marks that name their source: the document numbers them."""

    def mark(self, source: str, statistics: Sequence[str] = ()) -> Markup:
        """A mark without a number."""
        self.take(source, statistics)
        return Markup('<a class="{}" href="{}"></a>').format(CITED, source)


def parts_of(guide: Guide) -> dict[str, str]:
    """Every target that has a place in the document, with the label there."""
    settings = guide.settings
    targets = [
        *(f"section:{id_}" for id_ in settings.sections),
        *(f"figure:{id_}/{each.id}" for id_ in settings.sections for each in figures(guide, id_)),
        *(f"claim:{id_}" for id_ in settings.claims),
        *(f"calculator:{id_}" for id_ in guide.pages),
        *(f"term:{id_}" for id_ in settings.glossary),
        *(f"source:{id_}" for id_ in guide.sources),
        *(f"statistic:{each.id}" for source in guide.sources.values() for each in source.statistics),
    ]
    chapters = dict(zip(PARTS, (settings.claims, guide.pages, True, True, settings.glossary), strict=True))
    targets += [f"page:{name}" for name, filled in chapters.items() if filled]
    return {target: target.replace(":", "-").replace("/", "-") for target in targets}


def figures(guide: Guide, section: str) -> list[Figure]:
    """The figures of a section, in order."""
    return [block for block in guide.sections[section].blocks if isinstance(block, Figure)]


class Author(Composer):
    """Writes one chapter of the document.

    Args:
        guide: The guide.
        values: Its references, resolved.
        scope: The chapter's name: each chapter has footnotes of its own.
        parts: What the document holds, as `parts_of` gives it.
    """

    def __init__(self, guide: Guide, values: Values, scope: str, parts: Mapping[str, str]) -> None:
        super().__init__(guide, values, "")
        self.citations = Footnotes(guide)
        self.writer = Writer(values, self.citations, self.link)
        self._parts = parts
        self._scope = scope
        self._reading = Reading(scope)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is written meanwhile belongs to a figure, which may stand on another page: it gets no footnotes."""
        reading, self._reading = self._reading, Reading("", apart=True)
        yield
        self._reading = reading

    def label(self, id_: str) -> str:
        """The label of what has an id in this chapter alone."""
        return f"part-{self._scope}-{id_}"

    def link(self, target: str) -> str:
        """The label of a part of the document, or the full address of what is not in it."""
        label = self._parts.get(target)
        return f"#{label}" if label else f"{site_root(self.guide)}{address(target)}"

    def headline(self, text: str) -> Runs:
        """One run of text without citations."""
        return self._reading.line(self.writer.headline(text))

    def prose(self, text: str) -> list[Runs]:
        """Paragraphs."""
        return self._reading.paragraphs(self.writer.prose(text))

    def html(self, markup: Markup) -> Runs:
        """One run of text out of markup that is there already."""
        return self._reading.line(markup)
