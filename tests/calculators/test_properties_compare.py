"""What holds for every comparison of creators, and for every list of signals."""

import json
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import calculators
from calculators._comparison import MOST_PERMUTED, permutation

FIXED = settings(derandomize=True, deadline=None, max_examples=120, database=None)
FOLLOWERS = 10_000
SIGNALS = {"growth_spike", "below_band", "above_band", "even_rates"}

type Row = Mapping[str, float | str | None]

posts = st.lists(st.integers(1, 3000), min_size=2, max_size=10)
few = st.lists(st.integers(0, 40).map(float), min_size=2, max_size=5)
days = st.lists(
    st.fixed_dictionaries(
        {"followers": st.none() | st.integers(0, 90_000), "likes": st.none() | st.integers(0, 5000)},
        optional={"comments": st.integers(0, 300)},
    ),
    max_size=14,
)


def compared(first: list[int], second: list[int], times: int = 1) -> dict[str, Any]:
    """The answer for two creators with so many likes on each post."""
    rows: list[Row] = [
        {"creator": name, "followers": FOLLOWERS * times, "likes": likes * times, "cost": 100}
        for name, all_likes in (("A", first), ("B", second))
        for likes in all_likes
    ]
    return dict(calculators.run("compare-creators", {}, rows)["results"])


@FIXED
@given(posts, posts)
def test_exchanging_two_creators_turns_the_ratio_round(first: list[int], second: list[int]) -> None:
    """And leaves the chance of such a difference as it is; the shares of pairs leave room for equal ones alone."""
    one, other = compared(first, second), compared(second, first)

    assert one["ratio"] * other["ratio"] == pytest.approx(1)
    assert one["p_value"] == (None if other["p_value"] is None else pytest.approx(other["p_value"]))
    if one["ratio_low"] is not None:
        assert one["ratio_low"] * other["ratio_high"] == pytest.approx(1)
    equal = sum(a == b for a in first for b in second) / len(first) / len(second)
    assert one["share_ahead"][1] + other["share_ahead"][1] == pytest.approx(1 - equal)


@FIXED
@given(posts, posts, st.integers(2, 50))
def test_more_of_everything_changes_no_ratio(first: list[int], second: list[int], times: int) -> None:
    """Followers and likes times the same number give the same rates, and an engagement costs so much less."""
    one, more = compared(first, second), compared(first, second, times)

    assert more["ratio"] == pytest.approx(one["ratio"])
    assert more["median_rate"] == pytest.approx(one["median_rate"])
    shown = [cost * times for cost in more["cost_per_typical_engagement"]]
    assert shown == pytest.approx(one["cost_per_typical_engagement"])


@FIXED
@given(posts, posts)
def test_ends_enclose_the_ratio_and_a_chance_is_a_share(first: list[int], second: list[int]) -> None:
    """No interval lies beside its ratio, and none reaches nought."""
    found = compared(first, second)

    if found["p_value"] is not None:
        assert 0 <= found["p_value"] <= 1
    if found["ratio_low"] is not None:
        assert 0 < found["ratio_low"] <= found["ratio"] <= found["ratio_high"]
    exact = max(len(first), len(second)) <= MOST_PERMUTED
    assert found["method"] in ({"exact permutation"} if exact else {"Welch on logs", None})


@FIXED
@given(few, few)
def test_every_split_is_counted_once(first: list[float], second: list[float]) -> None:
    """The quick count of splits is that of dealing the posts out one by one."""
    everything, size = first + second, len(first)
    reach = abs(sum(first) / size - sum(second) / len(second))
    far = ways = 0
    for chosen in combinations(range(len(everything)), size):
        one = sum(everything[place] for place in chosen)
        apart = abs(one / size - (sum(everything) - one) / len(second))
        ways, far = ways + 1, far + (apart >= reach - 1e-9)

    assert permutation(first, second)[0] == pytest.approx(far / ways)


@FIXED
@given(posts, posts, st.integers(1, 3000))
def test_a_column_for_one_creator_alone_is_refused(first: list[int], second: list[int], comments: int) -> None:
    """Rates of different definitions are not compared."""
    rows: list[Row] = [{"creator": "A", "followers": 9, "likes": likes, "comments": comments} for likes in first]
    rows += [{"creator": "B", "followers": 9, "likes": likes} for likes in second]

    answer = calculators.run("compare-creators", {}, rows)

    assert [problem["code"] for problem in answer["problems"]] == ["mixed_definitions"]
    assert set(answer["results"].values()) == {None}


@FIXED
@given(days, st.floats(0, 0.5), st.floats(0, 0.5))
def test_signals_never_outnumber_checks_nor_name_a_culprit(rows: list[dict[str, Any]], one: float, two: float) -> None:
    """Each signal comes from a check that could be made, and the words are those of a question."""
    low, high = (float(f"{end:.6f}") for end in sorted((one, two)))
    answer = calculators.run("signals", {"band_low": low, "band_high": high}, rows)
    results = answer["results"]

    assert (results["signals"] or 0) <= (results["checks"] or 0) <= 3
    assert not {"fake", "fraud", "bot", "cheat"} & set(json.dumps(answer).lower().replace('"', " ").split())
    said = [problem for problem in answer["problems"] if problem["code"] in SIGNALS]
    assert len(said) == (results["signals"] or 0)
    assert all("would explain it" in problem["text"] for problem in said)


@FIXED
@given(st.lists(st.integers(-60, 60), min_size=7, max_size=14), st.integers(5_000, 80_000))
def test_a_rise_far_above_all_others_is_the_spike(changes: list[int], start: int) -> None:
    """A hundred times the largest usual change stands out wherever it comes; losses never do."""
    assume(max(Counter(changes).values()) < len(changes) / 3)
    for sign in (1, -1):
        steps = [*changes, sign * 100 * 61, *changes]
        counts = [start + 20_000 + sum(steps[:place]) for place in range(len(steps) + 1)]
        results = calculators.run("signals", {}, [{"followers": count} for count in counts])["results"]
        spike = len(changes) + 2
        assert (spike in (results["growth_spikes"] or [])) == (sign == 1)
        assert results["largest_change"] == sign * 6100
