"""The distribution: the calculators alone, typed, without dependencies, and the same from an empty environment."""

import json
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from flit_core.wheel import make_wheel_in

import calculators

from .cases import answered, cases

PROJECT = Path(__file__).resolve().parents[2]
DOCTESTS = """
import doctest, importlib, pkgutil, calculators
names = [found.name for found in pkgutil.iter_modules(calculators.__path__)]
results = [doctest.testmod(importlib.import_module(f"calculators.{name}")) for name in names if name != "__main__"]
print(sum(result.attempted for result in results), sum(result.failed for result in results), calculators.__file__)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    return Path(make_wheel_in(PROJECT / "pyproject.toml", tmp_path_factory.mktemp("wheel")).file)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-index", str(wheel)], check=True)
    return python


def ran(python: Path, *arguments: str, typed: str = "") -> str:
    """What the installed Python prints, away from the source tree."""
    command = [str(python), "-I", *arguments]
    finished = subprocess.run(command, cwd=python.parent, input=typed, capture_output=True, text=True, check=False)
    assert finished.stderr == ""
    return finished.stdout


def test_the_wheel_holds_the_calculators_alone(wheel: Path) -> None:
    """Every module, the mark of a typed package, and no dependency."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = (name for name in names if name.endswith("/METADATA"))
        described = message_from_string(archive.read(metadata).decode())

    modules = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "calculators").glob("*.py")}
    assert {name for name in names if not name.startswith("guide_calculators-")} == modules | {"calculators/py.typed"}
    needed = [line for line in described.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert needed == []


def test_the_installed_examples_are_right(installed: Path) -> None:
    """Every example of every docstring, from the installed files."""
    attempted, failed, where = ran(installed, "-c", DOCTESTS).split()

    assert int(attempted) > 20
    assert int(failed) == 0
    assert str(PROJECT / "calculators") not in where


@pytest.mark.parametrize("calculator", calculators.ids())
def test_the_installed_command_answers_as_the_source_does(installed: Path, calculator: str) -> None:
    """A case's table, by the command line of the installed package."""
    case = next(case for case in cases() if case.calculator == calculator and case.csv)
    options = [f"--{name}={typed}" for name, typed in {**case.inputs, **case.texts}.items()]

    output = ran(installed, "-m", "calculators", calculator, "-", *options, "--json", typed=case.csv or "")

    expected = answered(case.call)
    assert json.loads(output) == {name: expected[name] for name in ("calculator", "inputs", "results", "problems")}
