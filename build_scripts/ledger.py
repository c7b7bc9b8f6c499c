"""The ledger line of a figure: Measure · Who was counted · Period · Grade · Source."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup

from .bibliography import credit
from .charts.bands import source_ids
from .charts.drawing import Drawing
from .composer import Composer
from .model.figure import BandsFigure, Figure
from .model.source import NOT_STATED

CELLS = ("Measure", "Who was counted", "Period", "Grade", "Source")
"""Their names, always in this order."""

MARKS = re.compile(r"\[\d+\]")
"""Citation marks, which lead nowhere outside of a page."""

MOSTLY = 0.5
"""Texts are merged in the ledger when at least this share of the longest one is in all of them."""


@dataclass(frozen=True)
class Cell:
    """One cell of the ledger line."""

    name: str
    html: Markup
    grades: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The cell in words alone, for where there are neither boxes nor links."""
        return ": ".join(filter(None, [", ".join(self.grades), self.words]))

    @property
    def words(self) -> str:
        """The words beside the boxes, without links and citation marks."""
        return MARKS.sub("", str(self.html.striptags()))


def ledger(figure: Figure, drawing: Drawing, composer: Composer) -> tuple[Cell, ...]:
    """Five cells, always in one order; what the editor doesn't shorten comes from the statistics."""
    statistics = [each for value in drawing.values for each in value.statistics]
    words = figure.ledger
    say, label = composer.guide.words.say, composer.writer.label
    computed = "" if statistics else say(NOT_STATED)
    grades = tuple(sorted({each.grade or composer.values.source_of(each.id).grade for each in statistics}))
    return (
        _cell("Measure", words.measure, label, [each.measures for each in statistics], computed),
        _cell("Who was counted", words.population, label, [each.population for each in statistics], computed),
        _cell("Period", words.period, label, [each.period for each in statistics], computed),
        Cell("Grade", label(words.grade or ("" if grades else say("none"))), grades),
        _source_cell(figure, drawing, composer),
    )


def joined(texts: list[str]) -> str:
    """Texts in one line, each once; the words that all of them begin or end with are said once.

    >>> joined(["loaves of rye in 2025", "loaves of wheat in 2025"])
    'loaves of rye; wheat in 2025'
    >>> joined(["brands", "brands", "one firm"])
    'brands; one firm'
    """
    words = [text.split() for text in dict.fromkeys(texts)]
    if len(words) < 2:
        return "; ".join(dict.fromkeys(texts))
    head = _shared(words)
    tail = _shared([each[len(head) :][::-1] for each in words])[::-1]
    middles = [each[len(head) : len(each) - len(tail)] for each in words]
    if len(head) + len(tail) < MOSTLY * max(map(len, words)) or not all(middles):
        return "; ".join(dict.fromkeys(texts))
    return " ".join([*head, "; ".join(" ".join(middle) for middle in middles), *tail])


def _shared(texts: list[list[str]]) -> list[str]:
    """The words that all texts begin with; the last of them is no number, which would be torn from its neighbour."""
    alike = [each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*texts, strict=False))]
    while alike and any(letter.isdigit() for letter in alike[-1]):
        alike.pop()
    return alike


def _cell(name: str, words: str | None, label: Callable[[str], Markup], found: list[str], otherwise: str) -> Cell:
    return Cell(name, label(words or joined(found) or otherwise))


def _source_cell(figure: Figure, drawing: Drawing, composer: Composer) -> Cell:
    if figure.ledger.source:
        return Cell("Source", composer.writer.inline(figure.ledger.source))
    ids = list(dict.fromkeys(source for value in drawing.values for source in value.sources))
    if isinstance(figure, BandsFigure):
        ids = source_ids(figure, composer.guide)
    calculators = list(dict.fromkeys(value.calculator for value in drawing.values if value.calculator))
    parts = [_source(id_, drawing, composer) for id_ in ids]
    for id_ in calculators:
        page = composer.guide.pages[id_]
        parts.append(
            Markup('{} <a href="{}"{}>{}</a>').format(
                composer.guide.words.say("Computed by the calculator"),
                composer.link(f"calculator:{id_}"),
                composer.hreflang(f"calculator:{id_}"),
                page.nav_title,
            )
        )
    return Cell("Source", Markup("; ").join(parts) if parts else Markup(composer.guide.words.say("This guide")))


def _source(id_: str, drawing: Drawing, composer: Composer) -> Markup:
    source = composer.guide.sources[id_]
    taken = list(dict.fromkeys(each for value in drawing.values for each in value.taken_from(id_)))
    return Markup("{}{}").format(credit(source, composer.guide.words), composer.citations.mark(id_, taken))
