"""Load and validate: everything gathered and checked before anything is written."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .load import Content, Loaded, guide_of, load, load_files
from .model.calculator import CalculatorSpec
from .model.guide import Guide
from .problem import Problem
from .registry import CalculatorError, describe, stage
from .validate import Files, validate, validate_alone


@dataclass(frozen=True)
class Checked:
    """A guide with what was found in it; `guide` is None when there is an error."""

    guide: Guide | None
    package: dict[str, bytes]
    problems: list[Problem]


def check(directory: Path) -> Checked:
    """Load and validate the guide in `directory`; problems come sorted, errors and warnings together."""
    with _uncollected(), ThreadPoolExecutor(1) as beside:
        package = stage(directory)
        described = beside.submit(describe, package)  # a process of its own, busy while the content is read
        loaded = load(directory)
        try:
            calculators = described.result()
        except CalculatorError as error:
            return Checked(None, {}, sorted([*loaded.problems, *error.problems]))
        if loaded.content is None:
            return Checked(None, package, sorted(loaded.problems))
        return _validated(loaded.content, loaded, calculators, package)


def _validated(
    content: Content, loaded: Loaded, calculators: dict[str, CalculatorSpec], package: dict[str, bytes]
) -> Checked:
    problems = sorted([*loaded.problems, *validate(content, calculators, loaded.positions)])
    if any(problem.level == "error" for problem in problems):
        return Checked(None, package, problems)
    return Checked(guide_of(content, calculators), package, problems)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let nobody look for garbage: nearly all that is made here stays, and each look at it takes longer."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def check_files(directory: Path, files: list[Path]) -> list[Problem]:
    """What is wrong in some content files, as far as it can be told without the others; sorted."""
    models, positions, problems = load_files(directory, files)
    return sorted([*problems, *validate_alone(Files(models), positions)])
