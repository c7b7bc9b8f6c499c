"""The chapters besides the sections: claims, calculators, statistics, sources and words, each entry as plain data."""

from itertools import groupby

from ..bibliography import credit, printed_address, second_hand
from ..calculator_along import AlongTable
from ..calculator_page import CalculatorView, view
from ..calculator_results import ResultView
from ..claims import SIGNS
from ..composer import long_date
from ..model.source import NOT_STATED, Source, Statistic
from .author import Author
from .blocks import Data

MOST_ROWS = 12
"""Rows of a worked example's table that are printed; the rest is on its page."""


def claim(id_: str, author: Author) -> Data:
    """As it is quoted, what was measured, safe to print, and more about the check."""
    found = author.guide.claims[id_]
    title, quoted, safe = map(author.headline, (found.title, found.quoted, found.safe))
    measured = author.prose(found.measured)
    detail = author.prose(found.detail) if found.detail else []
    marks = [run for source in found.sources for run in author.html(author.citations.mark(source))]
    return {
        "label": f"claim-{id_}",
        "title": title,
        "sign": SIGNS[found.verdict],
        "verdict": found.verdict,
        "quoted": quoted,
        "measured": measured,
        "safe": safe,
        "grade": found.grade or "",
        "reason": [{"text": found.grade_reason}, *marks],
        "detail": detail,
    }


def calculator(id_: str, author: Author) -> Data:
    """What it answers, its worked example with the numbers that go in and come out, and what it can't tell."""
    shown = view(id_, author)
    words = shown.page.examples[shown.examples[0][0]]
    return {
        "label": f"calculator-{id_}",
        "title": author.headline(shown.page.title),
        "name": shown.page.nav_title,
        "address": author.full(f"calculator:{id_}"),
        "summary": author.prose(shown.page.summary),
        "example": words.label,
        "note": author.headline(words.note),
        "given": _given(shown),
        "rows": _rows(shown),
        "answer": _result(shown.answer),
        "beside": [_result(each) for each in shown.beside if each.defined],
        "along": [_along(each) for each in shown.along],
        "limits": author.prose(shown.page.limits),
    }


def _given(shown: CalculatorView) -> list[Data]:
    """Each number that the example enters."""
    fields = [field for group in shown.groups for field in group.fields]
    return [{"label": each.label, "text": each.text, "unit": each.unit} for each in fields if each.text]


def _rows(shown: CalculatorView) -> Data | None:
    if not shown.rows or not any(map(any, shown.rows.texts)):
        return None
    filled = [
        index
        for index, column in enumerate(shown.rows.columns)
        if column.shown and any(texts[index] for texts in shown.rows.texts)
    ]
    heads = [shown.rows.columns[index].label for index in filled]
    rows = [[texts[index] for index in filled] for texts in shown.rows.texts]
    if any(shown.rows.results):
        heads.append(shown.rows.head)
        rows = [[*row, result] for row, result in zip(rows, shown.rows.results, strict=True)]
    left_out = max(0, len(rows) - MOST_ROWS)
    return {"name": shown.rows.name, "heads": heads, "rows": rows[:MOST_ROWS], "left_out": left_out}


def _along(table: AlongTable) -> Data:
    rows = [
        [name, *("\n".join(filter(None, (cell.shown, cell.interval))) for cell in cells)] for name, cells in table.rows
    ]
    return {"heads": [table.head, *(column.label for column in table.columns)], "rows": rows}


def _result(found: ResultView) -> Data:
    return {
        "label": found.label,
        "shown": found.headline,
        "text": found.meaning,
        "interval": found.interval,
        "working": found.working,
        "averaged": found.averaged,
        "words": found.unit == "text",
    }


def statistics(author: Author) -> list[Data]:
    """Every figure, under the definition that says what it may be compared with."""
    definitions = author.guide.settings.definitions
    found = [
        (definitions[each.definition], id_, each) for id_, source in _sources(author) for each in source.statistics
    ]
    ordered = sorted(found, key=lambda each: (each[0].casefold(), each[2].id))
    return [
        {"definition": words, "rows": [_statistic(id_, each, author) for _, id_, each in rows]}
        for words, rows in groupby(ordered, key=lambda each: each[0])
    ]


def _statistic(source_id: str, statistic: Statistic, author: Author) -> Data:
    source = author.guide.sources[source_id]
    newer = statistic.superseded_by
    return {
        "label": f"statistic-{statistic.id}",
        "value": author.values.text(author.values.resolve(statistic.id)),
        "measures": statistic.measures,
        "counted": statistic.population,
        "period": statistic.when,
        "basis": statistic.basis,
        "note": author.headline(statistic.note) if statistic.note else [],
        "newer": author.values.text(author.values.resolve(newer)) if newer else "",
        "grade": statistic.grade or source.grade,
        "source": f"source-{source_id}",
        "attribution": credit(source),
    }


def bibliography(author: Author) -> dict[str, Data]:
    """Every source by its id."""
    return {id_: _source(source, author) for id_, source in _sources(author)}


def _sources(author: Author) -> list[tuple[str, Source]]:
    return sorted(author.guide.sources.items())


def _source(source: Source, author: Author) -> Data:
    copy = source.read_in
    return {
        "producer": source.producer,
        "title": source.title,
        "year": "undated" if source.published == NOT_STATED else source.published,
        "kind": source.kind,
        "reported": second_hand(source) or "",
        "url": source.url or "",
        "shown": printed_address(source.url) if source.url else "",
        "opened": source.opened,
        "copy": copy.url or "" if copy else "",
        "copy_of": copy.publisher if copy else "",
        "copy_shown": printed_address(copy.url) if copy and copy.url else "",
        "checked": long_date(source.accessed, author.guide.settings.language),
        "grade": source.grade,
        "reason": source.grade_reason,
        "limits": author.headline(source.limits) if source.limits else [],
    }


def words(author: Author) -> list[Data]:
    """The glossary in the order of the alphabet."""
    terms = author.guide.settings.glossary
    return [
        {"label": f"term-{id_}", "name": terms[id_].name, "meaning": author.headline(terms[id_].meaning)}
        for id_ in sorted(terms, key=lambda id_: terms[id_].name.casefold())
    ]
