"""Crowds are true to their sizes, and the filled dots lie evenly."""

import math
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.charts.seeds import radius, seeds, spread

from .cases import GOLDEN, case, read


@given(st.integers(1, 400), st.integers(0, 60))
def test_as_many_dots_are_picked_as_there_are(count: int, wanted: int) -> None:
    """Every pick is another dot, and picking again gives the same ones."""
    points = seeds(count, 10)
    chosen = spread(points, wanted, radius(count, 10))

    assert len(set(chosen)) == len(chosen) == min(wanted, count)
    assert chosen == spread(points, wanted, radius(count, 10))


@pytest.mark.parametrize("wanted", [2, 13, 23, 60])
def test_picked_dots_are_spread_over_the_crowd(wanted: int) -> None:
    """No two picks are closer than half of what a perfect spread would give, and none lies on the rim."""
    points, edge = seeds(1000, 10), radius(1000, 10)
    chosen = [points[index] for index in spread(points, wanted, edge)]

    assert min(math.dist(a, b) for a, b in combinations(chosen, 2)) > 0.5 * math.sqrt(math.pi * edge**2 / wanted)
    assert max(math.hypot(*point) for point in chosen) < edge - 5


@given(st.integers(20, 2000))
def test_the_area_is_true_to_the_count(count: int) -> None:
    """The outermost dot lies where a disc of that many equal areas ends."""
    outermost = max(math.hypot(*point) for point in seeds(count, 10))

    assert math.isclose(outermost, radius(count, 10), rel_tol=0.02)


def test_crowds_of_one_figure_share_one_scale() -> None:
    """Both pictures have the same frame, so that no layout can scale one of them alone."""
    html = case(read(GOLDEN / "crowd/two-crowds.yml")).draw().pictures["all"]

    assert len(set(re.findall(r'viewBox="([^"]+)"', html))) == 1


def test_dots_are_counted_as_the_numbers_say() -> None:
    """One dot is fifty: 700 and 1,000 dots, of them 23 and 13 filled, and 16 more for the mean."""
    small, large = case(read(GOLDEN / "crowd/two-crowds.yml")).draw().pictures["all"].split("</svg>")[:2]

    assert [small.count("h0"), small.count("g-mark--blue"), small.count("g-mark--red-ring")] == [677, 23, 0]
    assert [large.count("h0"), large.count("g-mark--blue"), large.count("g-mark--red-ring")] == [971, 13, 16]
