"""Every case of every calculator, asked of the registry."""

from typing import Any

import pytest

import calculators

from .cases import Case, answered, case_file, cases, line

TOLERANCE = 1e-9


@pytest.mark.parametrize("calculator", calculators.ids())
def test_every_calculator_has_cases(calculator: str) -> None:
    """A calculator without a case file is not finished."""
    assert case_file(calculator).exists(), f"write {case_file(calculator)}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.calculator}: {case.name}")
def test_case(case: Case) -> None:
    """The answer holds the results, problems and readings that the case names."""
    answer = answered(case.call)

    wrong = {
        name: answer["results"].get(name, "no such result")
        for name, expected in case.results.items()
        if not same(answer["results"].get(name, "no such result"), expected)
    }
    assert wrong == {}
    found = [line(problem) for problem in answer["problems"]]
    if case.problems is None:
        assert [text for text in found if text.startswith("refusal")] == []
    else:
        assert found == case.problems
    if case.read is not None:
        assert [line(one) for one in answer["read"]] == case.read


def same(value: Any, expected: Any) -> bool:  # noqa: ANN401 - a number, a text, a list of them, or nothing
    """Whether a result is the expected one; None and a number are never the same."""
    if isinstance(expected, list):
        return isinstance(value, list) and len(value) == len(expected) and all(map(same, value, expected))
    if value is None or expected is None:
        return value is expected
    if isinstance(value, str) or isinstance(expected, str):
        return bool(value == expected)
    return bool(value == pytest.approx(expected, rel=TOLERANCE, abs=0))


@pytest.mark.parametrize(
    ("value", "expected", "verdict"),
    [(None, None, True), (None, 0, False), (0.0, None, False), (1.0, 1 + 1e-8, False), ([1, None], [1, 2], False)],
)
def test_a_wrong_case_fails(value: Any, expected: Any, verdict: bool) -> None:  # noqa: ANN401
    """Undefined and zero are told apart, and nine digits are compared."""
    assert same(value, expected) is verdict
