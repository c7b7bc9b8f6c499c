"""The calculators: plain Python that gives the same answer at build, on the command line and in the page.

A module of this package is a calculator when its name has no leading underscore; its id is the name with hyphens.
Each has the same shape: a docstring that is its documentation page, ``INPUTS`` (what is entered alone), ``COLUMNS``
(what one row of a table holds; empty for no table), ``RESULTS``, ``EXAMPLES`` (the first is the page’s default) and
``calculate(inputs, rows)``, which gets doubles, texts or None for “not entered” and gives an ``Outcome``.

CPython, Pyodide and MicroPython run these files unchanged, so they keep to what all three do alike.
"""

import json
import os

from . import _answers
from ._described import described_problem
from ._progress import listen as listen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType
    from typing import Any

    from ._fields import Line


_SHOWN = ("calculator", "results", "problems", "read", "workings", "strip", "slope")


def ids() -> list[str]:
    """The ids of all calculators, in alphabetical order."""
    return list(_IDS)


def _found() -> list[str]:
    folder = __file__.replace("\\", "/").rpartition("/")[0]
    names = []
    for file in os.listdir(folder):
        name, _, ending = file.partition(".")
        if ending in ("py", "pyc") and not name.startswith("_"):
            names.append(name.replace("_", "-"))
    return sorted(set(names))


_IDS = _found()  # once: a memory snapshot of the page’s Python has no files


def load(calculator_id: str) -> "ModuleType":
    """Import one calculator; an unknown id raises LookupError."""
    if calculator_id not in ids():
        raise LookupError(f"There is no calculator “{calculator_id}”; there are: {', '.join(ids())}.")
    return __import__(__name__ + "." + calculator_id.replace("-", "_"), None, None, ["calculate"])


def describe(calculator_id: str) -> "dict[str, Any]":
    """Everything a calculator says of itself, with the answers to its worked examples."""
    return _answers.spec(calculator_id, load(calculator_id))


def run(calculator_id: str, inputs: "Line", rows: "Sequence[Line]") -> "dict[str, Any]":
    """Calculate from numbers (and texts, where a field is one); None or an absent name means “not entered”.

    Returns ``calculator``, ``inputs``, ``rows``, ``results``, ``problems`` and ``read``, all of them ready for JSON.
    An undefined result is None; after a refusal every result is.
    """
    return _answers.answer_numbers(calculator_id, load(calculator_id), inputs, rows)


def answer(
    calculator_id: str, texts: dict[str, str], rows: list[dict[str, str]], language: str = "en"
) -> "dict[str, Any]":
    """Calculate from what a person typed, read by the habits of ``language``; else as ``run``.

    ``read`` tells how a text was understood wherever it had a suffix or could be read two ways.
    """
    return _answers.answer_texts(calculator_id, load(calculator_id), texts, rows, language)


def answer_json(question: str) -> str:
    """The page’s only door: ``answer`` for a question as JSON text (``calculator``, ``texts``, ``rows``, ``language``).

    With ``table`` in place of the others it is ``read_table``, with ``order`` in place of ``texts`` it is
    ``order_rows``, with ``typed`` in place of them ``read_texts``. The page knows what it asked, so ``inputs`` and
    ``rows`` are left out of the answer. JSON keeps 3.0 a float on its way through JavaScript, and costs the page
    less than objects of two languages.
    """
    asked = json.loads(question)
    if "table" in asked:
        return json.dumps(read_table(asked["calculator"], asked["table"]))
    if "typed" in asked:
        return json.dumps(read_texts(asked["calculator"], asked["typed"], asked["rows"], asked["language"]))
    if "order" in asked:
        return json.dumps(order_rows(asked["calculator"], asked["rows"], asked["order"], asked["language"]))
    answered = answer(asked["calculator"], asked["texts"], asked["rows"], asked["language"])
    return json.dumps({name: answered[name] for name in _SHOWN})


def answer_table(calculator_id: str, texts: dict[str, str], table: str, language: str = "en") -> "dict[str, Any]":
    """Calculate from typed texts and a pasted table whose first line names the columns; else as ``answer``."""
    return _answers.answer_table(calculator_id, load(calculator_id), texts, table, language)


def read_table(calculator_id: str, table: str) -> "dict[str, Any]":
    """Recognise a pasted table: ``columns`` (names), ``rows`` (texts by name) and ``problems``.

    ``kept`` holds, row by row, what stands under headers that mean nothing here.
    """
    read_in = _answers.table_of(load(calculator_id), table)
    return {
        "columns": [name for name in read_in.names if name],
        "rows": read_in.rows,
        "kept": read_in.kept,
        "problems": [described_problem(problem) for problem in read_in.problems],
    }


def order_rows(
    calculator_id: str, rows: list[dict[str, str]], column: str, language: str = "en"
) -> dict[str, list[int]]:
    """The places of rows (from 0) in ascending order of what a column’s texts mean.

    ``filled`` has those with a value, equal ones in the order they had; ``blank`` those without, or with one that can’t
    be read.
    """
    return _answers.order(load(calculator_id), rows, column, language)


def read_texts(
    calculator_id: str, texts: dict[str, str], rows: list[dict[str, str]], language: str = "en"
) -> "dict[str, Any]":
    """The numbers among typed texts, each with its unit, for whoever writes them in another language’s way.

    ``texts`` and ``rows`` have those by name that were understood, such as ``{"fees": [1250.5, "money"]}``.
    """
    return _answers.numbers(load(calculator_id), texts, rows, language)
