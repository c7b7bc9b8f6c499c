"""What holds for every forecast: quantiles in order, the same digits from a seed, costs that scale, sane chances."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calculators

FIXED = settings(derandomize=True, deadline=None, max_examples=60, database=None)
DRAWS = 300

type Row = Mapping[str, float | str | None]

creators = st.lists(
    st.fixed_dictionaries(
        {
            "log_mean": st.integers(-20000, 30000).map(lambda thousandths: thousandths / 1000),
            "log_sd": st.integers(0, 5000).map(lambda thousandths: thousandths / 1000),
            "cost": st.integers(0, 10**8).map(lambda cents: cents / 100),
        }
    ),
    min_size=1,
    max_size=6,
)
seeds = st.integers(0, 10**12)
shares = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)


def forecast(rows: Sequence[Row], **inputs: float | None) -> dict[str, Any]:
    """The results of a small forecast."""
    results: dict[str, Any] = calculators.run("campaign-forecast", {"draws": DRAWS, **inputs}, rows)["results"]
    return results


@FIXED
@given(creators, seeds, shares)
def test_quantiles_are_in_order(rows: list[Row], seed: int, correlation: float) -> None:
    """And finite, whatever is entered."""
    results = forecast(rows, seed=seed, correlation=correlation)

    assert 0 <= results["p5"] <= results["p50"] <= results["p95"] < math.inf
    assert 0 <= results["mean"] < math.inf
    assert (results["draws_used"], results["seed_used"]) == (DRAWS, seed)


@FIXED
@given(creators, seeds)
def test_a_seed_gives_the_same_digits(rows: list[Row], seed: int) -> None:
    """Again and again, and seed 7 where none is entered."""
    assert forecast(rows, seed=seed) == forecast(rows, seed=seed)
    assert forecast(rows) == forecast(rows, seed=7)


@FIXED
@given(creators, st.sampled_from([2, 3, 10]))
def test_costs_scale(rows: list[Row], factor: int) -> None:
    """Three times the fees are three times each cost."""
    before = forecast(rows)
    after = forecast([{**row, "cost": float(row["cost"] or 0) * factor} for row in rows])

    for name in ("p5", "p50", "p95", "mean", "expected_without_spread", "total_cost"):
        assert after[name] == pytest.approx(before[name] * factor)


@FIXED
@given(creators, st.integers(0, 100), st.integers(0, 100))
def test_a_larger_target_is_never_less_likely(rows: list[Row], target: int, more: int) -> None:
    """The chance is a share that grows with the target."""
    chances = [forecast(rows, target=each)["chance_within_target"] for each in (0, target, target + more, 10**12)]

    assert all(0 <= chance <= 1 for chance in chances)
    assert chances == sorted(chances)


@pytest.mark.parametrize("seed", [1, 8, 2026])
def test_other_seeds_agree_as_far_as_is_said(seed: int) -> None:
    """Within three times what the note says of the mean."""
    rows = calculators.load("campaign-forecast").EXAMPLES[0].rows
    answers = [calculators.run("campaign-forecast", {"seed": each}, rows) for each in (7, seed)]
    reach = answers[0]["problems"][0]["values"]["reach"]

    assert abs(answers[0]["results"]["mean"] - answers[1]["results"]["mean"]) < 3 * reach


def test_what_is_common_does_not_average_away() -> None:
    """The spread of ten alike creators shrinks with independence and stays with a correlation of 100%."""
    rows: list[Row] = [{"log_mean": 6, "log_sd": 0.5, "cost": 300}] * 10
    spreads = []
    for correlation in (0, 0.5, 1):
        results = forecast(rows, draws=4000, correlation=correlation)
        spreads.append(math.log(results["p95"] / results["p5"]))

    assert spreads[0] < spreads[1] < spreads[2]
    assert spreads[2] == pytest.approx(2 * 1.6448536 * 0.5, rel=0.05)


def test_more_than_fifty_creators_are_refused() -> None:
    """In words, with the remedy."""
    answered = calculators.run("campaign-forecast", {}, [{"log_mean": 6, "log_sd": 0.5, "cost": 300}] * 51)

    assert [problem["text"] for problem in answered["problems"]] == [
        "There are 51 creators, and 50 are the most; forecast them in groups."
    ]
