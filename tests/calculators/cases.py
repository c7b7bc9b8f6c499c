"""The questions and answers that editors keep in ``tests/cases``, one file for each calculator."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import calculators

CASES = Path(__file__).resolve().parent.parent / "cases"


@dataclass(frozen=True)
class Case:
    """One question and what its answer must hold.

    ``problems`` and ``read`` are lines as the command line prints them.
    """

    calculator: str
    name: str
    inputs: dict[str, float | str | None] = field(default_factory=dict)
    rows: list[dict[str, float | str | None]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    csv: str | None = None
    language: str = "en"
    results: dict[str, Any] = field(default_factory=dict)
    problems: list[str] | None = None
    read: list[str] | None = None

    @property
    def call(self) -> dict[str, Any]:
        """The function of the registry and its arguments."""
        typed = {**{name: str(number) for name, number in self.inputs.items()}, **self.texts}
        if self.csv is not None:
            return {"function": "answer_table", "arguments": [self.calculator, typed, self.csv, self.language]}
        if self.texts:
            return {"function": "answer", "arguments": [self.calculator, typed, [], self.language]}
        return {"function": "run", "arguments": [self.calculator, self.inputs, self.rows]}


def case_file(calculator_id: str) -> Path:
    """Where a calculator's cases are."""
    return CASES / f"{calculator_id}.yml"


def cases() -> list[Case]:
    """Every case of every calculator that has a file."""
    files = [(known, case_file(known)) for known in calculators.ids() if case_file(known).exists()]
    return [
        Case(calculator=known, **one)
        for known, path in files
        for one in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def answered(call: dict[str, Any]) -> Any:  # noqa: ANN401 - each function returns its own shape
    """Call the registry."""
    return getattr(calculators, call["function"])(*call["arguments"])


def line(found: dict[str, Any]) -> str:
    """A problem, or how a text was read, as the command line prints it."""
    level = found.get("level", "")
    row = f"row {found['row']}" if found["row"] else ""
    place = ", ".join(part for part in (row, "" if level == "note" else found["field"]) if part)
    return ": ".join(part for part in (level, place, found["text"]) if part)
