"""The guide's calculators: staged as the package that the page gets, then asked in a fresh process."""

import json
import re
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .messages import road
from .model.calculator import CalculatorSpec
from .problem import Problem

PACKAGE = "calculators"
PROJECT = Path(__file__).resolve().parent.parent
COMMAND_LINE = "__main__.py"
"""The one module with input and output; it stays out of the page."""

CHILD = """
import json, os, sys, traceback
out, sys.stdout = sys.stdout, sys.stderr
folder = os.path.join(sys.argv[1], "calculators")
sys.path.insert(0, sys.argv[1])
import calculators

def fault(name, error):
    own = os.path.join(folder, name.replace("-", "_") + ".py")
    said = traceback.format_exception_only(error)[-1].strip()
    if isinstance(error, SyntaxError):
        return [error.filename or own, error.lineno or 1, said]
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == own]
    return [own, frames[-1].lineno if frames else 1, said]

found = {"specs": {}, "faults": []}
for name in calculators.ids():
    try:
        found["specs"][name] = json.loads(json.dumps(calculators.describe(name)))
    except BaseException as error:
        found["faults"].append(fault(name, error))
json.dump(found, out)
"""
"""What a module prints goes to the error output; only the description reaches the standard one."""


class CalculatorError(Exception):
    """A calculator that can't be used.

    Attributes:
        problems: What is wrong, by file and line.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(*map(str, problems))
        self.problems = problems


def stage(directory: Path) -> dict[str, bytes]:
    """The package's files: the project's framework (leading underscore) and the guide's own calculators."""
    framework = [path for path in (PROJECT / PACKAGE).glob("_*.py") if path.name != COMMAND_LINE]
    own = [path for path in (directory / PACKAGE).glob("*.py") if path.name != COMMAND_LINE]
    return {f"{PACKAGE}/{path.name}": path.read_bytes() for path in sorted([*framework, *own])}


def describe(package: dict[str, bytes]) -> dict[str, CalculatorSpec]:
    """What each calculator says of itself, its worked examples answered.

    Raises:
        CalculatorError: When a module doesn't import or its example doesn't compute.
    """
    return _described(tuple(package.items()))


@lru_cache(maxsize=4)
def _described(package: tuple[tuple[str, bytes], ...]) -> dict[str, CalculatorSpec]:
    """What the same package says again is known."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in package:
            target = Path(folder, path)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
        finished = subprocess.run(
            [sys.executable, "-I", "-B", "-c", CHILD, folder], capture_output=True, text=True, check=False
        )
        if finished.returncode != 0:
            raise CalculatorError([_fault(_last_frame(finished.stderr), folder)])
        found = json.loads(finished.stdout)
        if found["faults"]:
            raise CalculatorError([_fault(fault, folder) for fault in found["faults"]])
    return _specs(found["specs"])


def _specs(described: dict[str, object]) -> dict[str, CalculatorSpec]:
    specs, problems = {}, []
    for id_, spec in sorted(described.items()):
        try:
            specs[id_] = CalculatorSpec.model_validate(spec)
        except ValidationError as error:
            problems += [_misshapen(id_, each) for each in error.errors(include_url=False)]
    if problems:
        raise CalculatorError(problems)
    return specs


def _misshapen(id_: str, error: ErrorDetails) -> Problem:
    file = f"{PACKAGE}/{id_.replace('-', '_')}.py"
    return Problem(file, 1, 1, road(error["loc"]), error["msg"], "correct the module")


def _last_frame(trace: str) -> list[str | int]:
    frames = re.findall(r'File "([^"]+)", line (\d+)', trace)
    file, line = frames[-1] if frames else (f"{PACKAGE}/__init__.py", "1")
    return [file, int(line), trace.strip().splitlines()[-1]]


def _fault(fault: list[str | int], folder: str) -> Problem:
    file, line, message = fault
    name = str(file).removeprefix(folder).lstrip("/")
    text = " ".join(str(message).replace(folder + "/", "").split())
    return Problem(name, int(line), 1, "", f"the calculator does not run: {text}", "correct the module")
