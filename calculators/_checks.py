"""What is checked before a calculator is asked: names, limits, and whether it takes a table."""

from ._fields import Input, Problem, Text, refusal
from ._said import say
from ._words import listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from ._fields import Line

MOST_ROWS = 10000


def name_problems(module: "ModuleType", inputs: "Line", rows: "Sequence[Line]") -> list[Problem]:
    """Refuse names that the calculator doesn’t have, and rows where it takes none or fewer."""
    if _are_inputs(module, rows):
        said = say("This calculator takes one row, and the table has {rows}; give one at a time.", rows=len(rows))
        return [refusal("takes_one_row", said)]
    if len(rows) > MOST_ROWS:
        said = say("The table has {rows} rows; give {most} or fewer.", rows=len(rows), most=MOST_ROWS)
        return [refusal("too_many_rows", said)]
    problems = _unknown(module.INPUTS, inputs, None)
    for index, row in enumerate(rows):
        problems += _unknown(module.COLUMNS, row, index + 1)
    return problems


def value_problems(module: "ModuleType", inputs: "Line", rows: "Sequence[Line]") -> list[Problem]:
    """Refuse numbers and texts beyond the limits of their fields."""
    problems = _faults(module.INPUTS, inputs, None)
    for index, row in enumerate(rows):
        problems += _faults(module.COLUMNS, row, index + 1)
    return problems


def refused(problems: list[Problem]) -> bool:
    """Whether any problem leaves no result."""
    return any(problem.level == "refusal" for problem in problems)


def _are_inputs(module: "ModuleType", rows: "Sequence[Line]") -> bool:
    """Whether these rows hold what is entered alone."""
    if not module.COLUMNS:
        return bool(rows)
    named = [name for row in rows for name in row]
    columns = [field.name for field in module.COLUMNS]
    inputs = [field.name for field in module.INPUTS if field.name not in columns]
    return bool(named) and all(name in inputs for name in named)


def _unknown(fields: list[Input | Text], named: "Line", row: int | None) -> list[Problem]:
    names = [field.name for field in fields]
    there_are = listing(names, len(names))
    text = "There is no “{name}” here; there are {names}."
    return [
        refusal("unknown_field", say(text, name=name, names=there_are), name, row)
        for name in sorted(named)
        if name not in names
    ]


def _faults(fields: list[Input | Text], values: "Line", row: int | None) -> list[Problem]:
    faults = []
    for field in fields:
        value = values.get(field.name)
        fault = None if value is None or value == "" else field.fault(value, row)
        if fault:
            faults.append(fault)
    return faults
