"""Results that follow a list of names, such as one line for each creator: a table of its own."""

import json
from dataclasses import dataclass

from .calculator_results import ResultView, interval_text
from .composer import Composer
from .model.calculator import CalculatorSpec, ExampleSpec
from .values import Values

MISSING = "–"


@dataclass(frozen=True)
class AlongCell:
    """What one name has of one result, and where that lies with some certainty."""

    shown: str
    interval: str


@dataclass(frozen=True)
class AlongTable:
    """A table with a line for each name.

    Attributes:
        name: The result that lists the names.
        head: What the names are.
        columns: The results that follow it, the ends of intervals with what they enclose.
        rows: The lines of the default answer.
        data: The columns for the script: name, unit and digits, and whether there are ends.
    """

    name: str
    head: str
    columns: list[ResultView]
    rows: list[tuple[str, list[AlongCell]]]
    data: str


def along_tables(
    spec: CalculatorSpec, example: ExampleSpec, results: list[ResultView], composer: Composer
) -> list[AlongTable]:
    """One table for each list of names."""
    along = {each.name: each.along for each in spec.results if each.along}
    tables = []
    for head in (each for each in results if along.get(each.name) == each.name):
        columns = [each for each in results if along.get(each.name) == head.name and each is not head]
        tables.append(_table(head, columns, example, composer))
    return tables


def _table(head: ResultView, columns: list[ResultView], example: ExampleSpec, composer: Composer) -> AlongTable:
    names = example.results[head.name]
    rows = [
        (str(name), [_cell(column, index, example, composer) for column in columns])
        for index, name in enumerate(names if isinstance(names, list) else [])
    ]
    data = [
        {"name": each.name, "unit": each.unit, "digits": each.digits, "ends": [end.name for end in each.ends[:2]]}
        for each in columns
    ]
    return AlongTable(head.name, head.label, columns, rows, json.dumps(data))


def _cell(column: ResultView, index: int, example: ExampleSpec, composer: Composer) -> AlongCell:
    values = composer.values
    low, high = ([_shown(end, index, example, values) for end in column.ends[:2]] + [MISSING] * 2)[:2]
    interval = "" if MISSING in (low, high) else interval_text(low, high, composer.guide.words)
    return AlongCell(_shown(column, index, example, values), interval)


def _shown(result: ResultView, index: int, example: ExampleSpec, values: Values) -> str:
    found = example.results[result.name]
    entry = found[index] if isinstance(found, list) else None
    if isinstance(entry, str):
        return entry
    return MISSING if entry is None else values.format(entry, result.unit, result.digits)
