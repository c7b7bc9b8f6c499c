"""Calculators are described in a fresh process, and a broken one is a problem with file, line and remedy."""

from pathlib import Path

import pytest

from build_scripts.registry import CalculatorError, describe, stage

from .conftest import PROJECT

PACKAGE = stage(PROJECT / "tests/second_guide")
MODULE = "calculators/hydration.py"


def refused(*changes: tuple[str, str]) -> list[str]:
    """The problems of the second guide's calculator after a change to its text."""
    text = PACKAGE[MODULE].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(CalculatorError) as caught:
        describe({**PACKAGE, MODULE: text.encode()})
    return [str(problem) for problem in caught.value.problems]


def test_the_package_is_the_framework_and_the_guides_own() -> None:
    """The page gets neither the command line nor another guide's calculators."""
    framework = {f"calculators/{path.name}" for path in (PROJECT / "calculators").glob("_*.py")}

    assert set(PACKAGE) == framework - {"calculators/__main__.py"} | {MODULE}


def test_a_calculator_describes_itself() -> None:
    """Fields, results and worked examples come with their answers."""
    (spec,) = describe(PACKAGE).values()

    assert spec.id == "hydration"
    assert [field.name for field in spec.inputs] == ["flour", "water", "salt"]
    assert spec.examples[0].results == {"hydration": 0.75, "salt_share": 0.022}


def test_a_guide_may_have_no_calculators() -> None:
    """The framework alone describes nothing."""
    assert describe({path: content for path, content in PACKAGE.items() if path != MODULE}) == {}


def test_what_a_module_prints_harms_nothing() -> None:
    """A line printed on import is not taken for the description."""
    printing = PACKAGE[MODULE].replace(b"INPUTS = [", b"print('{}')\nINPUTS = [")

    assert describe({**PACKAGE, MODULE: printing}) == describe(PACKAGE)


BROKEN = {
    "invalid syntax": (
        ("INPUTS = [", "INPUTS = = ["),
        "25:1: the calculator does not run: SyntaxError: invalid syntax; correct the module",
    ),
    "a name that the framework lacks": (
        ("Example, Input", "Examples, Input"),
        "23:1: the calculator does not run: ImportError: cannot import name 'Examples' from 'calculators._fields' "
        "(calculators/_fields.py); correct the module",
    ),
    "a part of the shape missing": (
        ("INPUTS = [", "FIELDS = ["),
        "1:1: the calculator does not run: AttributeError: module 'calculators.hydration' has no attribute 'INPUTS'; "
        "correct the module",
    ),
    "an example that can't be computed": (
        ("outcome = Outcome()", "outcome = Outcome(); 1 / 0"),
        "36:1: the calculator does not run: ZeroDivisionError: division by zero; correct the module",
    ),
    "an end of the process": (
        ("INPUTS = [", "raise SystemExit\nINPUTS = ["),
        "25:1: the calculator does not run: SystemExit; correct the module",
    ),
    "a null character": (
        ("INPUTS = [", "\0INPUTS = ["),
        "1:1: the calculator does not run: SyntaxError: source code string cannot contain null bytes; "
        "correct the module",
    ),
    "digits that are no number": (
        ('"ratio", 1, "water', '"ratio", "one", "water'),
        "1:1: results[0].digits: Input should be a valid integer, unable to parse string as an integer; "
        "correct the module",
    ),
}


@pytest.mark.parametrize(("change", "problem"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_calculator_is_a_problem(change: tuple[str, str], problem: str) -> None:
    """File, line and remedy, without a traceback and without the folder that it ran in."""
    assert refused(change) == [f"{MODULE}:{problem}"]


def test_every_broken_calculator_is_named() -> None:
    """One fault hides no other, in the framework's order."""
    package = {**PACKAGE, "calculators/a.py": b"import nowhere\n", "calculators/b.py": b"x = (\n"}
    with pytest.raises(CalculatorError) as caught:
        describe(package)

    assert [str(problem) for problem in caught.value.problems] == [
        "calculators/a.py:1:1: the calculator does not run: ModuleNotFoundError: No module named 'nowhere'; "
        "correct the module",
        "calculators/b.py:1:1: the calculator does not run: SyntaxError: '(' was never closed; correct the module",
    ]


def test_a_broken_framework_is_a_problem() -> None:
    """A package that doesn't import is told by the file and the line that stopped it."""
    with pytest.raises(CalculatorError) as caught:
        describe({**PACKAGE, "calculators/_fields.py": b"\nraise ValueError('no')\n"})

    assert [str(problem) for problem in caught.value.problems] == [
        "calculators/_fields.py:2:1: the calculator does not run: ValueError: no; correct the module"
    ]


def test_describing_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary folder goes, whether the calculators run or not."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    describe(PACKAGE)
    refused(("INPUTS = [", "INPUTS = = ["))

    assert list(tmp_path.iterdir()) == []
