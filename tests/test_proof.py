"""What the quick Python may answer is proved: one question, three interpreters, the same answer."""

import json
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.interpreters import cpython, micropython, pyodide
from build_scripts.model.calculator import CalculatorSpec, FieldSpec
from build_scripts.npm_package import RuntimeFilesError
from build_scripts.proof import first_difference, proof, same
from build_scripts.python_assets import MANIFEST, left_to_pyodide, newly_left, python_assets
from build_scripts.questions import LANGUAGES, questions
from build_scripts.registry import describe, stage

from .calculators.cases import cases
from .conftest import PROJECT, few_questions, only

PACKAGE = stage(PROJECT)
SPECS = describe(PACKAGE)
MODULE = PACKAGE["calculators/cost_per_engagement.py"]
QUICK = {id_: spec for id_, spec in SPECS.items() if id_ != "campaign-forecast"}
"""All but the one that draws from a seed: MicroPython has no `random.Random`."""
SMALL = only(PACKAGE, "cost-per-engagement", "engagement-rate")
type Interpreter = Callable[[dict[str, bytes], list[str]], list[str]]

FORMULA = b"cost / target / (followers * posts)"
BATCH = settings(derandomize=True, deadline=None, max_examples=2, suppress_health_check=list(HealthCheck))


def with_unfit(source: bytes) -> dict[str, bytes]:
    """A small package with one more calculator."""
    return {**SMALL, "calculators/unfit.py": source}


def proved(package: dict[str, bytes], cache: Path) -> dict[str, str]:
    """Why calculators are left to Pyodide."""
    return proof(package, {"unfit": describe(package)["unfit"]}, cache).left


@pytest.fixture(scope="module")
def grid() -> dict[str, dict[str, list[str]]]:
    """Questions and all answers by calculator, asked at once: a process costs more than a question."""
    asked = {id_: questions(spec, grid=60, typed=60, seed=2) for id_, spec in SPECS.items()}

    def by(interpreter: Interpreter, ids: Iterable[str]) -> dict[str, list[str]]:
        given_answers = iter(interpreter(PACKAGE, [each for id_ in ids for each in asked[id_]]))
        return {id_: list(islice(given_answers, len(asked[id_]))) for id_ in ids}

    others = {"pyodide": by(pyodide, SPECS), "micropython": by(micropython, QUICK)}
    return {"asked": asked, "cpython": by(cpython, SPECS), **others}


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_a_calculator_answers_alike_over_a_grid(spec: CalculatorSpec, grid: dict[str, dict[str, list[str]]]) -> None:
    """Usual and extreme values, empty fields, tables, and texts at random in several languages."""
    asked, answers = grid["asked"][spec.id], grid["cpython"][spec.id]

    assert first_difference(spec, asked, answers, grid["pyodide"][spec.id]) == ""
    if spec.id in QUICK:
        assert first_difference(spec, asked, answers, grid["micropython"][spec.id]) == ""
    assert len(set(answers)) > len(set(asked)) / 2  # the questions are no idle ones
    assert sum('"refusal"' in each for each in answers) > 10
    assert sum('"refusal"' not in each for each in answers) > 10


def texts(fields: list[FieldSpec]) -> st.SearchStrategy[dict[str, str]]:
    """A form filled in by somebody careless: numbers of any size and texts of any letters."""
    number = st.integers(-5, 10**13).map(str) | st.floats(0, 1e12).map(lambda each: f"{each:.6g}")
    written = number | number.map(lambda each: each + "%") | st.text("0123456789.,kM%€-' \u00a0x", max_size=9)
    return st.fixed_dictionaries({}, optional={field.name: written for field in fields})


def asked_at_random(spec: CalculatorSpec) -> st.SearchStrategy[list[str]]:
    """Many questions to one calculator."""
    rows = st.lists(texts(spec.columns), max_size=5) if spec.columns else st.just([])
    question = st.fixed_dictionaries(
        {
            "calculator": st.just(spec.id),
            "texts": texts(spec.inputs),
            "rows": rows,
            "language": st.sampled_from(LANGUAGES),
        }
    )
    return st.lists(question.map(json.dumps), min_size=4, max_size=8)


@BATCH
@given(st.fixed_dictionaries({id_: asked_at_random(spec) for id_, spec in SPECS.items()}))
def test_calculators_answer_alike_whatever_is_typed(asked: dict[str, list[str]]) -> None:
    """Questions that Hypothesis makes up; all calculators at once, since a process costs more than a question."""
    for interpreter, ids in ((pyodide, SPECS), (micropython, QUICK)):
        questions = [each for id_ in ids for each in asked[id_]]
        given_answers = iter(interpreter(PACKAGE, questions))
        expected = iter(cpython(PACKAGE, questions))
        for id_ in ids:
            count = len(asked[id_])
            answers, others = list(islice(expected, count)), list(islice(given_answers, count))
            assert first_difference(SPECS[id_], asked[id_], answers, others) == ""


def test_the_everyday_calculators_answer_at_once(tmp_path: Path) -> None:
    """All are plain enough but the forecast, which needs a seed that every Python draws alike from."""
    found = proof(PACKAGE, SPECS, PROJECT / "build/cache")

    assert found.equal == tuple(sorted(QUICK))
    assert found.left["campaign-forecast"].startswith("!AttributeError: module 'random' has no attribute 'Random'")


def test_a_calculator_with_other_numbers_is_left_to_pyodide(tmp_path: Path) -> None:
    """One question that shows a difference is enough, and it is named."""
    other = b"(1.01 if __import__('sys').implementation.name == 'micropython' else 1)"
    reason = proved(with_unfit(MODULE.replace(FORMULA, FORMULA + b" * " + other)), tmp_path)["unfit"]

    assert " instead of " in reason
    assert ', asked {"calculator": "unfit"' in reason


def test_a_calculator_that_does_not_import_is_left_to_pyodide(tmp_path: Path) -> None:
    """MicroPython has no `statistics`."""
    reason = proved(with_unfit(b"import statistics\n" + MODULE), tmp_path)["unfit"]

    assert reason.startswith("!ImportError: no module named 'statistics' instead of {")


def test_a_calculator_that_kills_the_quick_python_is_left_to_pyodide(tmp_path: Path) -> None:
    """What ends one interpreter ends neither the build nor the other calculators."""
    deep = b"\n\ndef _deep(n):\n    return 0 if n == 0 else 1 + _deep(n - 1)\n\n\n_deep(900)\n"
    left = proof(with_unfit(MODULE + deep), describe(with_unfit(MODULE + deep)), tmp_path)

    assert left.equal == ("cost-per-engagement", "engagement-rate")
    assert "unfit" in left.left


def test_the_manifest_says_what_is_left_and_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page asks the quick Python only what was proved; the build says who waits, and that the reason is there."""
    few_questions(monkeypatch)
    package = with_unfit(b"import statistics\n" + MODULE)
    files = python_assets(package, describe(package), tmp_path)

    assert left_to_pyodide(files[MANIFEST]).keys() == {"unfit"}


def test_who_waits_is_told_once_and_again_when_the_reason_is_another(tmp_path: Path) -> None:
    """A build that finds what the last one found says nothing of it."""
    manifest, other = (
        json.dumps({"instant": {"left": {"unfit": reason}}}).encode() for reason in ("!ImportError", "!KeyError")
    )
    before = tmp_path / "manifest.json"

    assert newly_left(manifest, before) == ["unfit"]
    before.write_bytes(manifest)
    assert newly_left(manifest, before) == []
    assert newly_left(other, before) == ["unfit"]


def test_a_calculator_that_differs_in_pyodide_stops_the_build(tmp_path: Path) -> None:
    """The reference itself must agree with the Python that computed the page's answer."""
    differs = MODULE.replace(FORMULA, FORMULA + b" * (1 if __import__('sys').platform != 'emscripten' else 2)")

    with pytest.raises(RuntimeFilesError, match=r"^unfit answers otherwise in Pyodide: break_even_"):
        proved(with_unfit(differs), tmp_path)


def test_tables_are_recognised_alike() -> None:
    """Every table of the cases, and some that nobody should paste: the same columns, texts and problems."""
    odd = ["", "likes", "likes\n", "a;b\n1;2\n", 'likes\n"1', "likes,like count\n1,2\n", "likes,x\n1,2,3\ntotal,9\n"]
    tables = [(case.calculator, case.csv) for case in cases() if case.csv] + [("engagement-rate", text) for text in odd]
    asked = [json.dumps({"calculator": id_, "table": table}) for id_, table in tables]
    answers = [json.loads(each) for each in cpython(PACKAGE, asked)]

    assert [json.loads(each) for each in micropython(PACKAGE, asked)] == answers
    assert [json.loads(each) for each in pyodide(PACKAGE, asked)] == answers
    assert all(each.keys() == {"columns", "rows", "kept", "problems"} for each in answers)


def test_near_enough_is_shown_the_same() -> None:
    """Last bits may differ where the C libraries do, what a reader sees may not."""
    assert same(1.0, 1.0 + 2e-13, 6)
    assert not same(1.0, 1.0 + 2e-12, 6)
    assert not same(0.5 - 1e-17 * 5, 0.5 + 1e-13, 0)
    assert not same(None, 0.0, 2)
    assert not same([1.0], [1.0, None], 2)
