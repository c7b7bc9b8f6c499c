"""Which calculators the small, quick interpreter may answer: those proved equal to CPython, and nothing else.

Each calculator is asked some hundred questions under CPython, MicroPython and Pyodide. The same numbers (bit for bit
with plain arithmetic; within 1e-12 and to every digit shown where the C libraries differ), the same refusals and the
same words let MicroPython answer it; whatever fails is left to Pyodide, and Pyodide itself may not differ at all.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from .archive import cached, digest
from .interpreters import ASKED, InterpreterError, cpython, micropython, pyodide
from .micropython_files import VERSION as MICROPYTHON
from .model.calculator import CalculatorSpec
from .npm_package import RuntimeFilesError
from .pyodide_files import VERSION as PYODIDE
from .questions import questions
from .undocumented import undocumented

TOLERANCE = 1e-12
PERCENT = 2
"""A ratio is shown as a percentage: two digits more count."""

OWN = ("proof.py", "undocumented.py", "questions.py", "interpreters.py", "ask_micropython.mjs", "ask_pyodide.mjs")


@dataclass(frozen=True)
class Proof:
    """Calculator ids that MicroPython may answer, and why the others are left to Pyodide."""

    equal: tuple[str, ...]
    left: dict[str, str]


def proof(package: dict[str, bytes], specs: dict[str, CalculatorSpec], cache: Path) -> Proof:
    """Ask all three; kept in `cache` as long as no calculator changes.

    Raises:
        RuntimeFilesError: When Pyodide gives another answer than CPython.
    """
    parts = [part for path, content in sorted(package.items()) for part in (path.encode(), content)]
    own = [
        ASKED.encode(),
        MICROPYTHON.encode(),
        PYODIDE.encode(),
        *(Path(__file__).with_name(n).read_bytes() for n in OWN),
    ]
    kept = cached(cache / f"proof-{digest([*own, *parts])}", lambda: {"proof.json": _written(_proved(package, specs))})
    found = json.loads(kept["proof.json"])
    return Proof(tuple(found["equal"]), found["left"])


def _written(found: Proof) -> bytes:
    return json.dumps({"equal": found.equal, "left": found.left}, sort_keys=True).encode()


def _proved(package: dict[str, bytes], specs: dict[str, CalculatorSpec]) -> Proof:
    asked = {id_: questions(spec) for id_, spec in sorted(specs.items())}
    _check_pyodide(package, specs, asked)
    reasons = {id_: quick_difference(package, specs[id_], asked[id_]) for id_ in asked}
    left = {id_: reason for id_, reason in reasons.items() if reason}
    return Proof(tuple(id_ for id_ in asked if id_ not in left), left)


def quick_difference(package: dict[str, bytes], spec: CalculatorSpec, asked: list[str]) -> str:
    """Why MicroPython may not answer a calculator; empty when it gave every answer that CPython gives."""
    try:
        answers = micropython(undocumented(package), asked)
    except InterpreterError as error:
        return f"MicroPython ended: {error}"
    return first_difference(spec, asked, cpython(package, asked), answers)


def _check_pyodide(package: dict[str, bytes], specs: dict[str, CalculatorSpec], asked: dict[str, list[str]]) -> None:
    everything = [question for id_ in asked for question in asked[id_]]
    try:
        answers = iter(zip(cpython(package, everything), pyodide(package, everything), strict=True))
    except InterpreterError as error:
        raise RuntimeFilesError(f"the calculators do not run in Pyodide: {error}") from None
    for id_, own in asked.items():
        ours, theirs = zip(*(next(answers) for _ in own), strict=True)
        difference = first_difference(specs[id_], own, list(ours), list(theirs))
        if difference:
            raise RuntimeFilesError(f"{id_} answers otherwise in Pyodide: {difference}")


def first_difference(spec: CalculatorSpec, asked: list[str], expected: list[str], found: list[str]) -> str:
    """The first question with another answer, in words; empty when there is none."""
    digits = {result.name: result.digits + (PERCENT if result.unit == "ratio" else 0) for result in spec.results}
    for question, ours, theirs in zip(asked, expected, found, strict=True):
        where = _difference(ours, theirs, digits)
        if where:
            return f"{where}, asked {question}"
    return ""


def _difference(ours: str, theirs: str, digits: dict[str, int]) -> str:
    if ours.startswith("!") or theirs.startswith("!"):
        return "" if ours == theirs else f"{theirs[:200]} instead of {ours[:200]}"
    expected, found = json.loads(ours), json.loads(theirs)
    for name, most in digits.items():
        mine, other = expected["results"].pop(name), found["results"].pop(name)
        if not same(mine, other, most):
            return f"{name} is {other} instead of {mine}"
    changed = [key for key in expected if expected[key] != found[key]]
    return f"{changed[0]} is {found[changed[0]]} instead of {expected[changed[0]]}" if changed else ""


def same(one: object, other: object, digits: int) -> bool:
    """Whether two results are equal: to 1e-12 and as shown with so many decimal digits.

    >>> same(0.1 + 0.2, 0.3, 4), same(0.30000001, 0.3, 4), same(None, 0.0, 4), same([1.0, None], [1.0, None], 2)
    (True, False, False, True)
    >>> same(["a"], ["a"], 0), same("a", "b", 0)
    (True, False)
    """
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(a, b, digits) for a, b in zip(one, other, strict=True))
    if isinstance(one, float | int) and isinstance(other, float | int):
        near = abs(one - other) <= TOLERANCE * max(abs(one), abs(other))
        return near and _shown(one, digits) == _shown(other, digits)
    return one == other


def _shown(number: float, digits: int) -> str:
    return f"{number:.{digits}f}"
