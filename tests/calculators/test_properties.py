"""What holds for all numbers, tried on many that Hypothesis makes up (always the same ones)."""

import json
import math
from fractions import Fraction
from typing import Any

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

import calculators
from calculators._fields import Input
from calculators._intervals import proportion_interval, ranks
from calculators._reading import read
from calculators._student import student_quantile
from calculators._words import show

FIXED = settings(derandomize=True, deadline=None, max_examples=100, database=None)
PARTS = ["likes", "comments", "shares", "saves"]
AUDIENCES = ["followers", "reach", "impressions", "views"]
LOCALES = ["en", "de", "fr", "es", "pt", "it", "de_CH", "en_IN", "pl", "sv", "ja"]

counts = st.integers(0, 10**9)
entered = st.none() | counts
posts = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS + AUDIENCES, entered)), max_size=8)
complete = st.lists(
    st.fixed_dictionaries({name: st.integers(1, 10**6) for name in PARTS + AUDIENCES}), min_size=1, max_size=8
)
costs = ["fees", "product", "shipping", "amplification", "staff", "other"]
divisors = ["engagements", "impressions", "views", "clicks", "conversions"]
amounts = st.none() | st.integers(0, 10**9).map(lambda cents: cents / 100)
campaigns = st.fixed_dictionaries(
    dict.fromkeys([*costs, "target_cost_per_engagement"], amounts)
    | dict.fromkeys([*divisors, "followers", "posts"], entered)
)


def rates(rows: list[dict[str, float | None]], **inputs: float | None) -> dict[str, Any]:
    """The results of a table of posts."""
    results: dict[str, Any] = calculators.run("engagement-rate", inputs, rows)["results"]
    return results


def unit_costs(campaign: dict[str, float | None]) -> dict[str, Any]:
    """The results of a campaign."""
    results: dict[str, Any] = calculators.run("cost-per-engagement", campaign, [])["results"]
    return results


def is_rate(name: str) -> bool:
    """Whether a result is a rate or an average of rates, not the end of an interval."""
    return not name.endswith(("_low", "_high", "_coverage")) and name != "flags"


def averages(results: dict[str, Any]) -> dict[str, Any]:
    """The rates and their averages."""
    return {name: value for name, value in results.items() if is_rate(name)}


def numbers(results: dict[str, Any]) -> list[float]:
    """Every defined number among the results."""
    lists = [value if isinstance(value, list) else [value] for value in results.values()]
    return [number for values in lists for number in values if number is not None]


@FIXED
@given(posts, entered)
def test_rates_are_never_nan_infinite_or_negative(rows: list[dict[str, float | None]], followers: float | None) -> None:
    """Whatever is entered, a result is a number from zero up or undefined, and JSON can hold it."""
    results = rates(rows, followers=followers)

    assert all(math.isfinite(number) and number >= 0 for number in numbers(results))
    json.dumps(results, allow_nan=False)


@FIXED
@given(campaigns)
def test_costs_are_never_nan_infinite_or_negative(campaign: dict[str, float | None]) -> None:
    """The same for costs, from the smallest to the largest amounts taken."""
    assert all(math.isfinite(number) and number >= 0 for number in numbers(unit_costs(campaign)))


@pytest.mark.parametrize("amount", [0.000000001, 1000000000000])
@pytest.mark.parametrize("target", [0.000000001, 1000000000000])
@pytest.mark.parametrize("count", [1, 1000000000000])
def test_costs_are_finite_at_the_limits(amount: float, target: float, count: float) -> None:
    """The extremes that are taken give finite results that aren't zero."""
    campaign: dict[str, float | None] = {"target_cost_per_engagement": target}
    campaign.update(dict.fromkeys(costs, amount))
    campaign.update(dict.fromkeys([*divisors, "followers", "posts"], count))
    results = unit_costs(campaign)

    assert all(0 < number < math.inf for number in numbers(results))
    assert [name for name in results if results[name] is None and not name.startswith("expected_")] == []


@FIXED
@given(complete, st.sampled_from([2, 3, 10, 1000]))
def test_rates_keep_when_everything_is_scaled(rows: list[dict[str, float | None]], factor: int) -> None:
    """Ten times the engagements of ten times the audience is the same rate."""
    scaled: list[dict[str, float | None]] = [{name: (row[name] or 0) * factor for name in row} for row in rows]

    assert numbers(rates(scaled)) == pytest.approx(numbers(rates(rows)), rel=1e-12)


@FIXED
@given(campaigns, st.sampled_from([2, 3, 10]))
def test_unit_costs_scale_with_the_costs(campaign: dict[str, float | None], factor: int) -> None:
    """Three times the costs are three times each unit cost and each break-even rate."""
    scaled = {name: (value * factor if name in costs and value else value) for name, value in campaign.items()}

    assert numbers(unit_costs(scaled)) == pytest.approx([one * factor for one in numbers(unit_costs(campaign))])


@FIXED
@given(complete, st.sampled_from(PARTS), st.integers(1, 10**6))
def test_more_engagements_never_lower_a_rate(rows: list[dict[str, float | None]], name: str, more: int) -> None:
    """Adding likes to one post lowers nothing and raises the mean; shares raise only full rates."""
    raised = [dict(row) for row in rows]
    raised[0][name] = (raised[0][name] or 0) + more
    before, after = averages(rates(rows)), averages(rates(raised))

    assert all(high >= low for low, high in zip(numbers(before), numbers(after), strict=True))
    assert after["full_by_reach_mean"] > before["full_by_reach_mean"]
    assert (after["public_by_reach_mean"] > before["public_by_reach_mean"]) == (name in ("likes", "comments"))


@FIXED
@given(complete, st.sampled_from(AUDIENCES))
def test_a_larger_audience_lowers_its_rates_alone(rows: list[dict[str, float | None]], name: str) -> None:
    """Twice the audience is half its rate, and no other rate moves."""
    before = averages(rates(rows))
    after = rates([{**row, name: (row[name] or 0) * 2} for row in rows])

    for result, value in before.items():
        changed = f"_by_{name}_" in result
        expected = [one / 2 for one in value] if changed and isinstance(value, list) else value
        expected = value / 2 if changed and not isinstance(value, list) else expected
        assert after[result] == pytest.approx(expected)


@FIXED
@given(campaigns, st.sampled_from(costs))
def test_a_further_cost_never_lowers_a_unit_cost(campaign: dict[str, float | None], name: str) -> None:
    """One dollar more makes nothing cheaper."""
    dearer = unit_costs({**campaign, name: (campaign[name] or 0) + 1})

    assert all(dearer[result] >= value for result, value in unit_costs(campaign).items() if value is not None)


@FIXED
@given(posts, entered, st.sampled_from(AUDIENCES))
def test_an_undefined_rate_stays_undefined(
    rows: list[dict[str, float | None]], followers: float | None, audience: str
) -> None:
    """Taking an audience away, or making it zero, leaves its rates undefined, and never zero."""
    for missing in (None, 0):
        without = [{**row, audience: missing} for row in rows]
        results = rates(without, followers=missing if audience == "followers" else followers)
        assert {results[name] for name in results if f"_by_{audience}_" in name} == {None}


@FIXED
@given(complete, st.randoms(use_true_random=False))
def test_order_does_not_matter(rows: list[dict[str, float | None]], random: Any) -> None:  # noqa: ANN401
    """Medians are the same whatever the order; sums to twelve digits."""
    shuffled = list(rows)
    random.shuffle(shuffled)
    before, after = averages(rates(rows)), averages(rates(shuffled))

    for name, value in before.items():
        if name.endswith("_median"):
            assert after[name] == value
        elif not isinstance(value, list):
            assert after[name] == pytest.approx(value, rel=1e-12)


@FIXED
@given(complete)
def test_averages_lie_among_the_posts(rows: list[dict[str, float | None]]) -> None:
    """Mean, median and pooled rate are between the lowest and the highest post."""
    results = averages(rates(rows))

    for name, values in results.items():
        if isinstance(values, list):
            for average in ("mean", "median", "pooled"):
                value = results[name.replace("per_post", average)]
                assert min(values) * (1 - 1e-12) <= value <= max(values) * (1 + 1e-12)


@FIXED
@given(complete)
def test_intervals_hold_their_average(rows: list[dict[str, float | None]]) -> None:
    """Low ≤ average ≤ high, wherever there is an interval, and none from one or two posts."""
    results = rates(rows)

    for name, low in results.items():
        if name.endswith("_low") and low is not None:
            average = results[name.removesuffix("_low")]
            high = results[name.replace("_low", "_high")]
            assert low <= average * (1 + 1e-12)
            assert high >= average * (1 - 1e-12)
    if len(rows) < 3:
        assert [name for name in results if not is_rate(name) and results[name]] == []


@FIXED
@given(st.integers(6, 3000))
def test_ranks_cover_what_they_say_and_no_narrower_pair_does(count: int) -> None:
    """The coverage is the binomial one, at least 95%, and the next pair inwards has less."""
    low, high, coverage = ranks(count) or (0, 0, 0.0)
    missed = [Fraction(2 * sum(math.comb(count, below) for below in range(rank)), 2**count) for rank in (low, low + 1)]

    assert low + high == count + 1
    assert coverage == pytest.approx(float(1 - missed[0]), rel=1e-14)
    assert 1 - missed[0] >= Fraction(95, 100) > 1 - missed[1]


@pytest.mark.parametrize(
    ("posts", "quantile"),
    [(2, 12.706205), (3, 4.302653), (5, 2.776445), (12, 2.200985), (20, 2.093024), (30, 2.045230)],
)
def test_student_quantiles_are_those_of_the_tables(posts: int, quantile: float) -> None:
    """Six decimals of the published tables."""
    assert student_quantile(posts - 1) == pytest.approx(quantile, abs=5e-7)


@FIXED
@given(st.floats(0.5, 1e6))
def test_student_quantiles_lie_above_the_normal_one_and_fall(freedom: float) -> None:
    """More posts never widen an interval."""
    assert student_quantile(freedom) > 1.959963984540054
    assert student_quantile(freedom) > student_quantile(freedom * 1.01)


@FIXED
@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_proportions_lie_in_their_interval(trials: int, successes: int) -> None:
    """Between 0 and 1, around the share, and mirrored by the failures."""
    successes = min(successes, trials)
    low, high = proportion_interval(successes, trials)
    mirrored = proportion_interval(trials - successes, trials)

    assert 0 <= low <= successes / trials * (1 + 1e-9)
    assert successes / trials * (1 - 1e-9) <= high <= 1
    assert mirrored[0] == pytest.approx(1 - high, abs=1e-9)


sides = st.fixed_dictionaries(
    {
        "followers_a": st.integers(1, 10**7),
        "rate_a": st.floats(1e-6, 1),
        "price_a": st.floats(0.01, 1e6),
        "followers_b": st.integers(1, 10**7),
        "rate_b": st.floats(1e-6, 1),
        "price_b": st.floats(0.01, 1e6),
    }
)


@FIXED
@given(sides, st.sampled_from(["followers_a", "rate_a", "price_a", "followers_b", "rate_b", "price_b"]))
def test_what_is_solved_makes_both_sides_cost_the_same(swap: dict[str, float], name: str) -> None:
    """Whichever of the six is left empty."""
    results = calculators.run("size-swap", {**swap, name: None}, [])["results"]

    assert results["cost_per_engagement_a"] == pytest.approx(results["cost_per_engagement_b"])
    ratio = results["rate_a"] / results["rate_b"]
    assert results["rate_ratio"] == pytest.approx(ratio)


@FIXED
@given(sides)
def test_swapping_the_sides_turns_the_ratio_round(swap: dict[str, float]) -> None:
    """A and B are only names."""
    swapped = {name[:-1] + ("b" if name[-1] == "a" else "a"): value for name, value in swap.items()}
    ours, theirs = (calculators.run("size-swap", dict(each), [])["results"] for each in (swap, swapped))

    assert ours["rate_ratio"] == pytest.approx(1 / theirs["rate_ratio"])


returns = st.fixed_dictionaries(
    dict.fromkeys(costs, amounts)
    | dict.fromkeys(["impressions", "clicks", "conversions", "orders"], entered)
    | {"average_order_value": amounts, "margin": st.none() | st.floats(0.01, 1)}
)


@FIXED
@given(returns)
def test_a_return_on_margin_never_exceeds_that_on_revenue(campaign: dict[str, float | None]) -> None:
    """What is left of a sale is at most the sale, every result is finite, and breaking even returns nothing."""
    results = calculators.run("campaign-return", campaign, [])["results"]
    on_revenue, on_margin = results["roi_on_revenue"], results["roi_on_margin"]

    assert all(math.isfinite(number) for number in numbers(results))
    if on_margin is not None:
        assert -1 <= on_margin <= on_revenue
    if results["break_even_orders"] and results["total_cost"]:
        value, margin = campaign["average_order_value"] or 0, campaign["margin"] or 0
        assert results["break_even_orders"] * value * margin == pytest.approx(results["total_cost"])


@FIXED
@given(campaigns)
def test_breaking_even_costs_the_target(campaign: dict[str, float | None]) -> None:
    """At the break-even rate, an engagement costs the target."""
    rate = unit_costs(campaign)["break_even_engagement_rate"]
    followers, posted = campaign["followers"], campaign["posts"]
    cost = unit_costs(campaign)["total_cost"]
    if rate:
        engagements = rate * (followers or 0) * (1 if posted is None else posted)
        assert cost / engagements == pytest.approx(campaign["target_cost_per_engagement"])


earlier = st.lists(
    st.fixed_dictionaries({"likes": st.integers(1, 10**6), "comments": st.integers(0, 10**4)}), min_size=3, max_size=15
)


@FIXED
@given(earlier, st.integers(1, 10**7), st.integers(1, 9))
def test_a_strong_post_is_a_cheap_one(rows: list[dict[str, float | None]], cents: int, times: int) -> None:
    """The usual post lies in its interval and among the earlier ones, costs are turned round, and scale."""
    results, dearer = (
        calculators.run("cost-per-engagement", {"fees": fees / 100, "posts": 1}, rows)["results"]
        for fees in (cents, cents * times)
    )
    engagements = [(row["likes"] or 0) + (row["comments"] or 0) for row in rows]
    low, usual, high = (results[f"expected_engagements{end}"] for end in ("_low", "", "_high"))

    assert low <= usual * (1 + 1e-12)
    assert usual <= high * (1 + 1e-12)
    assert min(engagements) * (1 - 1e-12) <= usual <= max(engagements) * (1 + 1e-12)
    for end, divisor in (("_low", high), ("", usual), ("_high", low)):
        assert results[f"expected_cost_per_engagement{end}"] == pytest.approx(cents / 100 / divisor)
        expected = results[f"expected_cost_per_engagement{end}"] * times
        assert dearer[f"expected_cost_per_engagement{end}"] == pytest.approx(expected)


@FIXED
@given(st.integers(0, 10**12), st.sampled_from(LOCALES))
def test_counts_written_by_any_language_are_read_back(number: int, locale: str) -> None:
    """What CLDR writes for a language is read as that number by the same language."""
    written = format_decimal(number, locale=locale)

    reading = read(written, Input("likes", "count", whole=True), locale)

    assert (reading.value, reading.problem) == (number, None)


@FIXED
@given(st.integers(0, 10**13), st.sampled_from(LOCALES))
def test_amounts_written_by_any_language_are_read_back(cents: int, locale: str) -> None:
    """Amounts with two decimals too, to the last bit."""
    written = format_decimal(cents / 100, locale=locale, format="#,##,##0.00" if locale == "en_IN" else "#,##0.00")

    reading = read(written, Input("fees", "money"), locale)

    assert (reading.value, reading.problem) == (cents / 100, None)


@settings(FIXED, max_examples=300)
@given(st.text(alphabet="0123456789,.’ '\u202fkKmM$€%-−", max_size=12), st.sampled_from(LOCALES))
def test_whatever_is_typed_is_read_or_refused(text: str, locale: str) -> None:
    """A text gives a finite number, no number, or a refusal; nothing else happens."""
    for field in (Input("likes", "count", whole=True), Input("fees", "money"), Input("share", "ratio")):
        reading = read(text, field, locale)
        if reading.problem:
            assert reading.value is None
        else:
            assert reading.value is None or math.isfinite(reading.value)


@FIXED
@given(st.integers(0, 10**14), st.integers(0, 6))
def test_shown_numbers_are_read_back(digits: int, places: int) -> None:
    """What messages show can be typed; only three decimals are refused, since they look like thousands."""
    number = digits / 10**places
    shown = show(number)

    reading = read(shown, Input("fees", "money", maximum=None))

    decimals = shown.partition(".")[2]
    doubtful = len(decimals) == 3 and "," not in shown and shown[0] != "0"
    assert reading.value == (None if doubtful else float(shown.replace(",", "")))
