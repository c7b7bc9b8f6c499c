"""Load and validate: everything gathered and checked before anything is written."""

from dataclasses import dataclass
from pathlib import Path

from .load import guide_of, load, load_files
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
    loaded = load(directory)
    try:
        package = stage(directory)
        calculators = describe(package)
    except CalculatorError as error:
        return Checked(None, {}, sorted([*loaded.problems, *error.problems]))
    if loaded.content is None:
        return Checked(None, package, sorted(loaded.problems))
    content = loaded.content
    problems = sorted([*loaded.problems, *validate(content, calculators, loaded.positions)])
    if any(problem.level == "error" for problem in problems):
        return Checked(None, package, problems)
    return Checked(guide_of(content, calculators), package, problems)


def check_files(directory: Path, files: list[Path]) -> list[Problem]:
    """What is wrong in some content files, as far as it can be told without the others; sorted."""
    models, positions, problems = load_files(directory, files)
    return sorted([*problems, *validate_alone(Files(models), positions)])
