"""From a question to an answer: read the texts, check what they say, calculate, and shape it for JSON."""

from ._checks import MOST_ROWS, name_problems, refused, value_problems
from ._described import described_field, described_problem, described_result
from ._fields import Example, Input, Outcome, Problem, Text, Working, refusal
from ._reading import Reading, read, read_text
from ._said import described
from ._slope import slope_of
from ._strip import strip_of
from ._table import Table, read_rows
from ._words import lowered, tidied
from ._workings import workings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType
    from typing import Any

    from ._fields import Line

    Filled = dict[str, float | str | None]


class Question:
    """What a calculator is asked: values by name, rows of values, and what was noticed while reading them."""

    def __init__(self, calculator_id: str, module: "ModuleType", problems: list[Problem]) -> None:
        self.id = calculator_id
        self.module = module
        self.problems = problems
        self.inputs: Line = {}
        self.rows: Sequence[Line] = []
        self.read: list[dict[str, Any]] = []


def answer_numbers(
    calculator_id: str, module: "ModuleType", inputs: "Line", rows: "Sequence[Line]"
) -> "dict[str, Any]":
    """Answer a question put in numbers."""
    question = Question(calculator_id, module, name_problems(module, inputs, rows))
    question.inputs, question.rows = inputs, rows
    return _answered(question)


def answer_texts(
    calculator_id: str, module: "ModuleType", texts: dict[str, str], rows: list[dict[str, str]], language: str
) -> "dict[str, Any]":
    """Answer a question put in typed texts."""
    question = Question(calculator_id, module, name_problems(module, texts, rows))
    return _read(question, texts, rows, language)


def answer_table(
    calculator_id: str, module: "ModuleType", texts: dict[str, str], table: str, language: str
) -> "dict[str, Any]":
    """Answer a question put in typed texts and a pasted table; for a calculator without rows, one row of inputs."""
    read_in = table_of(module, table)
    problems, rows = read_in.problems, read_in.rows
    if len(rows) == 1 and _names_inputs(module, read_in):
        problems = problems + [_twice(name) for name in sorted(texts) if name in rows[0]]
        texts, rows = _joined(rows[0], texts), []
    question = Question(calculator_id, module, problems + name_problems(module, texts, rows))
    return _read(question, texts, rows, language)


def table_of(module: "ModuleType", table: str) -> Table:
    """Recognise a pasted table’s columns; where it has none of them, the inputs that one row of it may name."""
    read_in = read_rows(table, module.COLUMNS or module.INPUTS)
    if any(read_in.names) or not module.COLUMNS:
        return read_in
    as_inputs = read_rows(table, module.INPUTS)
    return as_inputs if any(as_inputs.names) else read_in


def _names_inputs(module: "ModuleType", table: Table) -> bool:
    columns = [column.name for column in module.COLUMNS]
    return not any(name in columns for name in table.names)


def order(module: "ModuleType", rows: list[dict[str, str]], column: str, language: str) -> dict[str, list[int]]:
    """The places of rows by the values of one column, those without a value apart."""
    field = next(each for each in module.COLUMNS if each.name == column)
    keys = [_key(row.get(column) or "", field, language) for row in rows]
    filled = [place for place in range(len(rows)) if keys[place] is not None]
    return {
        "filled": sorted(filled, key=lambda place: (keys[place], place)),
        "blank": [place for place in range(len(rows)) if keys[place] is None],
    }


def _key(text: str, field: Input | Text, language: str) -> float | str | None:
    if isinstance(field, Text):
        return lowered(tidied(text)) or None
    return read(text, field, language).value


def numbers(module: "ModuleType", texts: dict[str, str], rows: list[dict[str, str]], language: str) -> "dict[str, Any]":
    """The numbers among typed texts, by name, each with its unit."""
    return {
        "texts": _numbers(module.INPUTS, texts, language),
        "rows": [_numbers(module.COLUMNS, row, language) for row in rows],
    }


def _numbers(fields: list[Input | Text], texts: dict[str, str], language: str) -> "dict[str, list[float | str]]":
    found: dict[str, list[float | str]] = {}
    for field in fields:
        if isinstance(field, Text):
            continue
        value = read(texts.get(field.name) or "", field, language).value
        if value is not None:
            found[field.name] = [value, field.unit]
    return found


def spec(calculator_id: str, module: "ModuleType") -> "dict[str, Any]":
    """Describe a calculator, its worked examples answered."""
    return {
        "id": calculator_id,
        "doc": module.__doc__ or "",
        "inputs": [described_field(field) for field in module.INPUTS],
        "columns": [described_field(field) for field in module.COLUMNS],
        "results": [described_result(result) for result in module.RESULTS],
        "strips": bool(getattr(module, "STRIP", [])),
        "slopes": bool(getattr(module, "SLOPE", [])),
        "examples": [_example(calculator_id, module, example) for example in module.EXAMPLES],
    }


def _example(calculator_id: str, module: "ModuleType", example: Example) -> "dict[str, Any]":
    answered = answer_numbers(calculator_id, module, example.inputs, example.rows)
    return {
        "id": example.id,
        "inputs": example.inputs,
        "rows": example.rows,
        "results": answered["results"],
        "problems": answered["problems"],
        "workings": answered["workings"],
        "strip": answered["strip"],
        "slope": answered["slope"],
    }


def _read(question: Question, texts: dict[str, str], rows: list[dict[str, str]], language: str) -> "dict[str, Any]":
    module = question.module
    question.inputs = _values(question, module.INPUTS, texts, None, language)
    taken = rows[:MOST_ROWS] if module.COLUMNS else []
    question.rows = [_values(question, module.COLUMNS, row, index + 1, language) for index, row in enumerate(taken)]
    return _answered(question)


def _values(
    question: Question, fields: list[Input | Text], texts: dict[str, str], row: int | None, language: str
) -> "Filled":
    values: Filled = {}
    for field in fields:
        text = texts.get(field.name) or ""
        if isinstance(field, Text):
            values[field.name] = read_text(text, field)
            continue
        reading = read(text, field, language, row)
        values[field.name] = reading.value
        if reading.problem:
            question.problems.append(reading.problem)
        if reading.told:
            question.read.append(_read_as(field.name, row, reading))
    return values


def _read_as(name: str, row: int | None, reading: Reading) -> "dict[str, Any]":
    said = described(reading.told) if reading.told else None
    return {"field": name, "row": row, "text": reading.text, "said": said, "value": reading.value}


def _answered(question: Question) -> "dict[str, Any]":
    module, inputs, rows = question.module, question.inputs, question.rows
    problems = question.problems + value_problems(module, inputs, rows)
    outcome = Outcome()
    if not refused(problems):
        entered = _exact(module.INPUTS, inputs)
        outcome = module.calculate(entered, [_exact(module.COLUMNS, row) for row in rows])
        outcome.workings = _workings(module, entered, outcome)
    return {
        "calculator": question.id,
        "inputs": _echoed(module.INPUTS, inputs),
        "rows": [_echoed(module.COLUMNS, row) for row in rows],
        "results": {result.name: outcome.results.get(result.name) for result in module.RESULTS},
        "problems": [described_problem(problem) for problem in problems + outcome.problems],
        "read": question.read,
        "workings": outcome.workings,
        "strip": strip_of(getattr(module, "STRIP", []), outcome.results),
        "slope": slope_of(getattr(module, "SLOPE", []), outcome.results),
    }


def _workings(module: "ModuleType", inputs: "Line", outcome: Outcome) -> dict[str, Working]:
    filled = workings(module.INPUTS, module.RESULTS, inputs, outcome.results)
    filled.update(outcome.workings)
    defined = [result.name for result in module.RESULTS if outcome.results.get(result.name) is not None]
    return {name: filled[name] for name in defined if name in filled}


def _echoed(fields: list[Input | Text], values: "Line") -> "Filled":
    """Every field in its order; what JSON can’t hold, such as NaN, is None."""
    echoed: Filled = {}
    for field in fields:
        value = values.get(field.name)
        fits = isinstance(value, (int, float)) and value - value == 0
        echoed[field.name] = value if fits or (value and isinstance(value, str)) else None
    return echoed


def _exact(fields: list[Input | Text], values: "Line") -> "Filled":
    """Doubles alone, so that every interpreter does the same arithmetic; −0 becomes 0, and an empty text None."""
    exact: Filled = {}
    for field in fields:
        value = values.get(field.name)
        if isinstance(value, str):
            exact[field.name] = value or None
        else:
            exact[field.name] = None if value is None else float(value) + 0.0
    return exact


def _twice(name: str) -> Problem:
    return refusal("entered_twice", "This is in the table and beside it; leave one of them out.", name)


def _joined(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    joined = dict(first)
    joined.update(second)
    return joined
