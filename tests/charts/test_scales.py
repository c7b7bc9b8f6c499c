"""Scales and ticks, over all the numbers that a guide could hold."""

import math
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts.charts.scales import Scale, around, log_ends, log_ticks, round_up, ticks

SIZES = st.floats(1e-6, 1e9)
ANY = st.floats(-1e9, 1e9).filter(lambda number: number == 0 or abs(number) > 1e-6)
MOST = st.integers(2, 12)


@given(ANY, ANY, MOST)
def test_ticks_lie_on_the_scale_evenly(low: float, high: float, most: int) -> None:
    """Ticks are inside, rise by one step, and are no more than asked for."""
    assume(high - low > max(abs(low), abs(high)) * 1e-6)
    found = ticks(low, high, most)
    reach = high - low

    assert len(found) <= most
    assert all(low - reach * 1e-6 <= tick <= high + reach * 1e-6 for tick in found)
    steps = [after - before for before, after in pairwise(found)]
    assert all(step > 0 and math.isclose(step, steps[0], rel_tol=1e-6, abs_tol=reach * 1e-9) for step in steps)


@given(SIZES, st.floats(1.5, 1e6), st.integers(3, 12))
def test_log_ticks_lie_on_the_scale(low: float, times: float, most: int) -> None:
    """Ticks of a logarithmic scale are inside, rise, and begin with 1, 2 or 5."""
    found = log_ticks(low, low * times, most)

    assert len(found) <= most
    assert found == sorted(set(found))
    assert all(low * 0.999 <= tick <= low * times * 1.001 for tick in found)
    assert all(round(tick / 10 ** math.floor(math.log10(tick) + 1e-9), 6) in (1, 2, 5) for tick in found)


@given(SIZES)
def test_round_up_is_near_and_not_below(number: float) -> None:
    """The end of an axis holds the number and wastes less than half of the axis."""
    assert number * (1 - 1e-6) <= round_up(number) <= number * 1.6


@given(SIZES, st.floats(1, 1e6))
def test_log_ends_leave_air(low: float, times: float) -> None:
    """Both ends of a logarithmic axis are clear of the data."""
    start, end = log_ends(low, low * times)

    assert start <= low * 0.751
    assert end >= low * times * 1.299


@given(st.lists(ANY, min_size=1), st.booleans())
def test_a_scale_around_numbers_holds_them_all(numbers: list[float], log: bool) -> None:
    """Every number lies between the scale's ends, in order; a linear scale holds zero as well."""
    scale = around(numbers, 100, 300, log=log)
    places = [scale(number) for number in sorted(numbers)]

    assert places == sorted(places)
    assert all(100 - 1e-3 <= place <= 300 + 1e-3 for place in places)
    assert scale.log or 100 - 1e-3 <= scale(0) <= 300 + 1e-3


def test_a_scale_with_a_zero_is_never_logarithmic() -> None:
    """Zero has no logarithm: the scale falls back and says so by being linear."""
    assert around([0, 5], 0, 10, log=True) == Scale(0.0, 5.0, 0, 10)
    assert around([1, 5], 0, 10, log=True).log


def test_a_scale_around_nothing_but_zero_still_draws() -> None:
    """All figures are zero: no division by zero, all of them at the start."""
    assert around([0, 0], 10, 90)(0) == 10
