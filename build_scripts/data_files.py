"""The statistics as files to download: the same rows as CSV and JSON."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal

from .bibliography import citation, second_hand
from .model.guide import Guide
from .model.source import Source, Statistic

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a text cell that starts with one of these."""

type Record = dict[str, str | Decimal | None]


def shown_size(content: bytes) -> str:
    """How large a file is, as its link says it.

    >>> shown_size(b"1"), shown_size(bytes(1_234_567))
    ('1 kB', '1.2 MB')
    """
    kilobytes = max(1, round(len(content) / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"


def records(guide: Guide) -> list[Record]:
    """One record a statistic, in the order of sources' ids and then of their files."""
    return [_record(id_, source, each, guide) for id_, source, each in _statistics(guide)]


def csv_bytes(rows: list[Record]) -> bytes:
    """UTF-8 CSV with a header; numbers stay numbers, text can't become a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode()


def json_bytes(guide: Guide, rows: list[Record]) -> bytes:
    """The records with the guide's title and licence."""
    document = {"guide": guide.settings.title, "licence": guide.settings.licence, "statistics": rows}
    return (json.dumps(document, ensure_ascii=False, indent=1, default=_number) + "\n").encode()


def _number(value: object) -> int | float:
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else float(number)


def _statistics(guide: Guide) -> Iterator[tuple[str, Source, Statistic]]:
    for id_, source in sorted(guide.sources.items()):
        for statistic in source.statistics:
            yield id_, source, statistic


def _record(id_: str, source: Source, statistic: Statistic, guide: Guide) -> Record:
    return {
        "id": statistic.id,
        "value": statistic.value,
        "low": statistic.low,
        "high": statistic.high,
        "unit": statistic.unit,
        "measures": statistic.measures,
        "definition": guide.settings.definitions[statistic.definition],
        "aggregate": statistic.aggregate,
        "basis": statistic.basis,
        "population": statistic.population,
        "period": statistic.period,
        "grade": statistic.grade or source.grade,
        **{facet: statistic.facets.get(facet) for facet in guide.settings.facets},
        "source": id_,
        "citation": citation(source),
        "reported": second_hand(source),
        "address": source.url,
        "accessed": source.accessed,
        "superseded_by": statistic.superseded_by,
        "changed": max((each.date for each in statistic.revisions), default=None),
    }


def _cell(value: str | Decimal | None) -> str | Decimal | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_MARKS) else value
