"""What is checked before a calculator is asked: names, limits, and whether it takes a table."""

from ._fields import Input, Problem, refusal
from ._words import listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

MOST_ROWS = 10000


def name_problems(module: "ModuleType", inputs: "dict[str, Any]", rows: "list[dict[str, Any]]") -> list[Problem]:
    """Refuse names that the calculator doesn't have, and rows where it takes none or fewer."""
    if rows and not module.COLUMNS:
        text = f"This calculator takes one row, and the table has {len(rows)}; give one at a time."
        return [refusal("takes_one_row", text, None, None, {"rows": len(rows)})]
    if len(rows) > MOST_ROWS:
        text = f"The table has {len(rows)} rows; give {MOST_ROWS} or fewer."
        return [refusal("too_many_rows", text, None, None, {"rows": len(rows), "most": MOST_ROWS})]
    problems = _unknown(module.INPUTS, inputs, None)
    for index, row in enumerate(rows):
        problems += _unknown(module.COLUMNS, row, index + 1)
    return problems


def number_problems(
    module: "ModuleType", inputs: dict[str, float | None], rows: list[dict[str, float | None]]
) -> list[Problem]:
    """Refuse numbers beyond the limits of their fields."""
    problems = _faults(module.INPUTS, inputs, None)
    for index, row in enumerate(rows):
        problems += _faults(module.COLUMNS, row, index + 1)
    return problems


def refused(problems: list[Problem]) -> bool:
    """Whether any problem leaves no result."""
    return any(problem.level == "refusal" for problem in problems)


def _unknown(fields: list[Input], named: "dict[str, Any]", row: int | None) -> list[Problem]:
    names = [field.name for field in fields]
    there_are = listing(names, len(names))
    return [
        refusal("unknown_field", f"There is no “{name}” here; there are {there_are}.", name, row)
        for name in sorted(named)
        if name not in names
    ]


def _faults(fields: list[Input], numbers: dict[str, float | None], row: int | None) -> list[Problem]:
    faults = []
    for field in fields:
        value = numbers.get(field.name)
        fault = None if value is None else field.fault(value, row)
        if fault:
            faults.append(fault)
    return faults
