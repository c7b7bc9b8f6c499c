"""From a question to an answer: read the texts, check the numbers, calculate, and shape all of it for JSON."""

from ._checks import MOST_ROWS, name_problems, number_problems, refused
from ._described import described_field, described_problem, described_result
from ._fields import Example, Input, Outcome, Problem, refusal
from ._reading import read
from ._table import Table, read_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any


class Question:
    """What a calculator is asked: numbers by name, rows of numbers, and what was noticed while reading them."""

    def __init__(self, calculator_id: str, module: "ModuleType", problems: list[Problem]) -> None:
        self.id = calculator_id
        self.module = module
        self.problems = problems
        self.inputs: dict[str, float | None] = {}
        self.rows: list[dict[str, float | None]] = []
        self.read: list[dict[str, float | str | None]] = []


def answer_numbers(
    calculator_id: str,
    module: "ModuleType",
    inputs: dict[str, float | None],
    rows: list[dict[str, float | None]],
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
    if not module.COLUMNS and len(rows) == 1:
        problems = problems + [_twice(name) for name in sorted(texts) if name in rows[0]]
        texts, rows = _joined(rows[0], texts), []
    question = Question(calculator_id, module, problems + name_problems(module, texts, rows))
    return _read(question, texts, rows, language)


def table_of(module: "ModuleType", table: str) -> Table:
    """Recognise the columns of a pasted table."""
    return read_rows(table, module.COLUMNS or module.INPUTS)


def spec(calculator_id: str, module: "ModuleType") -> "dict[str, Any]":
    """Describe a calculator, its worked examples answered."""
    return {
        "id": calculator_id,
        "doc": module.__doc__ or "",
        "inputs": [described_field(field) for field in module.INPUTS],
        "columns": [described_field(field) for field in module.COLUMNS],
        "results": [described_result(result) for result in module.RESULTS],
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
    }


def _read(question: Question, texts: dict[str, str], rows: list[dict[str, str]], language: str) -> "dict[str, Any]":
    module = question.module
    question.inputs = _numbers(question, module.INPUTS, texts, None, language)
    taken = rows[:MOST_ROWS] if module.COLUMNS else []
    question.rows = [_numbers(question, module.COLUMNS, row, index + 1, language) for index, row in enumerate(taken)]
    return _answered(question)


def _numbers(
    question: Question, fields: list[Input], texts: dict[str, str], row: int | None, language: str
) -> dict[str, float | None]:
    numbers: dict[str, float | None] = {}
    for field in fields:
        reading = read(texts.get(field.name) or "", field, language, row)
        numbers[field.name] = reading.value
        if reading.problem:
            question.problems.append(reading.problem)
        if reading.text:
            question.read.append({"field": field.name, "row": row, "text": reading.text, "value": reading.value})
    return numbers


def _answered(question: Question) -> "dict[str, Any]":
    module, inputs, rows = question.module, question.inputs, question.rows
    problems = question.problems + number_problems(module, inputs, rows)
    outcome = Outcome()
    if not refused(problems):
        outcome = module.calculate(_floats(module.INPUTS, inputs), [_floats(module.COLUMNS, row) for row in rows])
    return {
        "calculator": question.id,
        "inputs": _echoed(module.INPUTS, inputs),
        "rows": [_echoed(module.COLUMNS, row) for row in rows],
        "results": {result.name: outcome.results.get(result.name) for result in module.RESULTS},
        "problems": [described_problem(problem) for problem in problems + outcome.problems],
        "read": question.read,
    }


def _echoed(fields: list[Input], numbers: dict[str, float | None]) -> dict[str, float | None]:
    """Every field in its order; what JSON can't hold, such as NaN, is None."""
    echoed: dict[str, float | None] = {}
    for field in fields:
        value = numbers.get(field.name)
        echoed[field.name] = value if isinstance(value, (int, float)) and value - value == 0 else None
    return echoed


def _floats(fields: list[Input], numbers: dict[str, float | None]) -> dict[str, float | None]:
    """Doubles alone, so that every interpreter does the same arithmetic; −0 becomes 0."""
    floats: dict[str, float | None] = {}
    for field in fields:
        value = numbers.get(field.name)
        floats[field.name] = None if value is None else float(value) + 0.0
    return floats


def _twice(name: str) -> Problem:
    return refusal("entered_twice", "This is in the table and beside it; leave one of them out.", name)


def _joined(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    joined = dict(first)
    joined.update(second)
    return joined
