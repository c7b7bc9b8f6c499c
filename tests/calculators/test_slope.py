"""The break-even line: where Python puts it, its point and its ticks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators._fields import Results
from calculators._slope import slope_of

NAMES = ["x", "y", "ratio"]
NUMBERS = st.floats(1e-9, 1e9)


def slope(x: float, ratio: float) -> dict[str, Any]:
    """The line of two numbers on it."""
    found = slope_of(NAMES, {"x": x, "y": x * ratio, "ratio": ratio})
    assert found is not None
    return found


@given(x=NUMBERS, ratio=st.floats(1e-3, 1e3))
def test_everything_stands_inside_of_the_frame(x: float, ratio: float) -> None:
    """Line and point are within both axes, the line ends at one of them, and the point lies on it."""
    found = slope(x, ratio)
    right, top = found["line"]
    across, up = found["point"]

    assert 0 < right <= 1
    assert 0 < top <= 1
    assert 1.0 in (right, top)
    assert 0 < across < 1
    assert 0 < up < 1
    assert up * right == pytest.approx(across * top)


@given(x=NUMBERS, ratio=st.floats(1e-3, 1e3))
def test_ticks_are_few_even_and_from_zero(x: float, ratio: float) -> None:
    """Three to six labels, each where its number belongs on the axis of the point."""
    found = slope(x, ratio)
    values, places = zip(*found["ticks"], strict=True)
    end = x / found["point"][0]

    assert 3 <= len(values) <= 6
    assert (values[0], places[0]) == (0, 0)
    assert places[-1] <= 1
    assert places == pytest.approx([value / end for value in values])
    assert values == pytest.approx([values[1] * count for count in range(len(values))])


def test_ticks_are_round_numbers() -> None:
    """Rates of 2% and 3% get 0%, 1% … 3%, which need no decimals."""
    found = slope(0.02, 1.5)

    assert [value for value, _ in found["ticks"]] == [0, 0.01, 0.02, 0.03]
    assert found["digits"] == 0


@pytest.mark.parametrize(("ratio", "line"), [(2.0, [0.5, 1.0]), (1.0, [1.0, 1.0]), (0.5, [1.0, 0.5])])
def test_a_steep_line_leaves_at_the_top_and_a_flat_one_at_the_right(ratio: float, line: list[float]) -> None:
    """Both axes are equal, so the steepness is the ratio."""
    assert slope(10.0, ratio)["line"] == line


@pytest.mark.parametrize("missing", NAMES)
@pytest.mark.parametrize("value", [None, 0.0, -1.0])
def test_there_is_no_line_without_all_three_numbers(missing: str, value: float | None) -> None:
    """An unknown number, zero and less have no place on it; neither has a calculator without a line."""
    results: Results = {"x": 1.0, "y": 2.0, "ratio": 2.0}

    assert slope_of(NAMES, {**results, missing: value}) is None
    assert slope_of([], results) is None
