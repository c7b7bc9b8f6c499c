"""Campaign forecast: what an engagement may cost, in the good case and in the bad one.

A campaign’s cost is known before it runs; its engagements are not. Thousands of imagined campaigns are drawn from how
much each creator’s posts vary, and the answer is how their cost per engagement spreads.

## Formula

- The engagements of one creator’s post: E = exp(μ + σ × (√ρ × Z₀ + √(1 − ρ) × Z)). `log_mean` μ and `log_sd` σ are the
  mean and the standard deviation of the logarithms of earlier posts’ engagements.
- Z₀ is common to all posts of a campaign (a dull week, a changed feed), Z is the creator’s own; both are standard
  normal. ρ, the correlation, is how much of the variation is common: 0 when it is left empty.
- cost per engagement of one imagined campaign = total cost ÷ the engagements of all posts.
- p5, p50, p95: 5%, 50% and 95% of the imagined campaigns cost less per engagement; the mean is their average.
- chance within target = the share of them that cost the target or less.
- expected without spread = total cost ÷ the sum of exp(μ + σ² ÷ 2), the expected engagements.

The draws are 20,000 and the seed is 7 where they are left empty. The same seed gives the same digits each time; another
one shows how much of the answer is chance.

## Zero case

Creators who cost nothing give a cost per engagement of 0. With a spread of 0 every campaign is alike, and all quantiles
agree. Engagements of 0 have no logarithm, so there is no forecast from posts that nobody reacted to.

## Traps

- **The mean of a quotient is not the quotient of the means.** Weak campaigns cost more than strong ones save, so the
  mean cost per engagement lies above total cost ÷ expected engagements.
- **Independent posts look safer than they are.** The spreads of ten creators shrink when they are added up, but what
  hits all of them at once doesn’t. Try a correlation of 20% or 50%.
- A spread from few posts is itself unsure. Multiply it by √(1 + 1/n) for n earlier posts, and don’t trust three.
- One viral post among the earlier ones makes σ large and the good case too good.
- Nothing here knows your brand: posts for a sponsor may do better or worse than the posts before.

## Examples

Four creators for $2,450 together: what may an engagement cost?

    >>> outcome = calculate(EXAMPLES[0].inputs, EXAMPLES[0].rows)
    >>> [round(outcome.results[name], 6) for name in ("p5", "p50", "p95", "mean")]
    [0.391514, 0.564511, 0.771219, 0.570354]
    >>> outcome.results["chance_within_target"]
    0.28745

What would it cost if engagements came exactly as expected?

    >>> round(outcome.results["expected_without_spread"], 6)
    0.547487

And if half of the variation hits all four alike?

    >>> together = calculate({"correlation": 0.5, "draws": 2000}, EXAMPLES[0].rows)
    >>> together.results["p95"] > outcome.results["p95"]
    True

What if a creator’s spread isn’t known?

    >>> outcome = calculate({}, [{"creator": "Ada", "log_mean": 7, "cost": 600}])
    >>> outcome.problems[0].text
    'Row 1 is left out (log sd blank in row 1).'

## Sources

- Drawing many cases to see a spread: Metropolis and Ulam (1949); Robert and Casella on Monte Carlo methods. Both cited
  from memory of standard texts.
- That of Python’s random numbers only `random()` is promised to stay the same: Python’s issue tracker, issue 27742
  (2016). Normal numbers are therefore made here.
- The share of the variation that is common is a model of ours, not a measurement; we found no published value.
"""

import math
import random

from ._fields import Example, Input, Line, Outcome, Problem, Result, Results, Text, note, number_in, refusal
from ._intervals import proportion_interval
from ._ratios import blank_in
from ._said import joined_by, say, say_of
from ._simulation import Spread, engagements_drawn, quantile
from ._sums import mean, total
from ._words import show

MOST_CREATORS = 50
DRAWS = 20000.0
SEED = 7.0
NEEDED = ("log_mean", "log_sd", "cost")
_Z = 1.959963984540054

INPUTS = [
    Input("target", "money", names=["target cost per engagement", "target cpe"]),
    Input("correlation", "ratio", maximum=1, names=["rho", "in common"]),
    Input("draws", "count", whole=True, minimum=100, maximum=100000, costly=True, names=["simulations"]),
    Input("seed", "count", whole=True),
]
COLUMNS: list[Input | Text] = [
    Text("creator", names=["id", "name", "handle", "account", "influencer"]),
    Input("log_mean", "count", minimum=-20, maximum=30, names=["mu", "mean of logs", "mean log"]),
    Input("log_sd", "count", maximum=5, names=["sigma", "sd of logs", "sd log", "log standard deviation"]),
    Input("cost", "money", names=["costs", "price", "fee", "fees", "rate card", "kosten", "preis", "coût", "prix"]),
]

_NEEDS = "Needs a creator with a log mean, a log sd and a cost."
_NEEDS_TARGET = "Needs a target, and a creator with a log mean, a log sd and a cost."
RESULTS = [
    Result("p50", "money", 3, "cost per engagement that half of the campaigns stay under", _NEEDS),
    Result("p5", "money", 3, "cost per engagement that 5% of the campaigns stay under", _NEEDS),
    Result("p95", "money", 3, "cost per engagement that 95% of the campaigns stay under", _NEEDS),
    Result("mean", "money", 3, "mean cost per engagement of the campaigns", _NEEDS),
    Result(
        "chance_within_target",
        "ratio",
        1,
        "share of campaigns that cost the target or less",
        _NEEDS[:-1] + ", and a target.",
    ),
    Result("expected_without_spread", "money", 3, "total cost ÷ sum of exp(μ + σ² ÷ 2)", _NEEDS),
    Result("total_cost", "money", 2, "costs of the creators used, added up", _NEEDS),
    Result("draws_used", "count", 0, "imagined campaigns", _NEEDS),
    Result("seed_used", "count", 0, "where the random numbers start", _NEEDS),
]

_CREATORS = [("A", 7.0615, 0.1492, 600), ("C", 6.45, 0.3, 450), ("D", 6.0, 0.55, 300), ("E", 7.6, 0.4, 1100)]
EXAMPLES = [
    Example(
        "four-creators",
        {"target": 0.5},
        [{"creator": one, "log_mean": middle, "log_sd": sd, "cost": cost} for one, middle, sd, cost in _CREATORS],
    ),
]


def calculate(inputs: Line, rows: "list[Line]") -> Outcome:
    """Draw the campaigns and describe how their costs spread."""
    outcome = Outcome()
    used = [row for row in rows if not _missing(row)]
    outcome.problems = _left_out(rows) + _too_many(used)
    if not used or len(used) > MOST_CREATORS:
        return outcome
    draws, seed = _or_else(inputs, "draws", DRAWS), _or_else(inputs, "seed", SEED)
    cost = total([_number(row, "cost") for row in used])
    spreads = [Spread(_number(row, "log_mean"), _number(row, "log_sd")) for row in used]
    dice = random.Random(int(seed)).random
    drawn = engagements_drawn(dice, int(draws), _or_else(inputs, "correlation", 0.0), spreads)
    ordered = sorted([cost / engagements for engagements in drawn])
    plain = cost / total([spread.expected() for spread in spreads])
    outcome.results = _described(ordered, number_in(inputs, "target"))
    outcome.problems += _sureness(outcome.results, ordered, seed) + _jensen(mean(ordered), plain)
    outcome.results.update({"total_cost": cost, "expected_without_spread": plain})
    outcome.results.update({"draws_used": draws, "seed_used": seed})
    return outcome


def _described(ordered: list[float], target: float | None) -> Results:
    results: Results = {"p" + show(share): quantile(ordered, share / 100) for share in (5, 50, 95)}
    results["mean"] = mean(ordered)
    if target is not None:
        within = [cost for cost in ordered if cost <= target]
        results["chance_within_target"] = len(within) / len(ordered)
    return results


def _sureness(results: Results, ordered: list[float], seed: float) -> list[Problem]:
    """How far the mean and the chance may lie from what endless draws would give."""
    middle, count = mean(ordered), len(ordered)
    squares = total([(cost - middle) * (cost - middle) for cost in ordered])
    reach = _rough(_Z * math.sqrt(squares / (count - 1) / count))
    text = (
        "Drawn {draws} times from seed {seed}: endless draws would move the mean by {reach} at most, in 95% of cases."
    )
    points, chance = 0.0, results.get("chance_within_target")
    if isinstance(chance, float):
        low, high = proportion_interval(chance * count, count)
        points = _rough(100 * max(high - chance, chance - low))
        text = (
            "Drawn {draws} times from seed {seed}: endless draws would move the mean by {reach} at most and the chance "
            "by {points} points, in 95% of cases."
        )
    return [note("sureness", say(text, draws=count, seed=seed, reach=reach, points=points))]


def _jensen(average: float, plain: float) -> list[Problem]:
    if average <= plain * 1.001:
        return []
    share = _rough((average / plain - 1) * 100)
    text = (
        "The mean lies {percent}% above total cost ÷ expected engagements: weak campaigns cost more than strong ones "
        "save, so a plan made with expected engagements is too cheap."
    )
    return [note("above_expected", say(text, percent=share))]


def _left_out(rows: "list[Line]") -> list[Problem]:
    """Which rows are left out for want of a number, and of which one."""
    numbers = [index + 1 for index, row in enumerate(rows) if 0 < len(_missing(row)) and _is_entered(row)]
    if not numbers:
        return []
    reasons = []
    for name in NEEDED:
        blank = [number for number in numbers if name in _missing(rows[number - 1])]
        reasons += [blank_in(name, blank)] if blank else []
    one, many = "Row {rows} is left out ({why}).", "Rows {rows} are left out ({why})."
    return [note("left_out", say_of(len(numbers), one, many, rows=numbers, why=joined_by("; ", reasons)))]


def _too_many(used: "list[Line]") -> list[Problem]:
    if len(used) <= MOST_CREATORS:
        return []
    text = "There are {creators} creators, and {most} are the most; forecast them in groups."
    return [refusal("too_many_creators", say(text, creators=len(used), most=MOST_CREATORS))]


def _missing(row: Line) -> list[str]:
    return [name for name in NEEDED if number_in(row, name) is None]


def _is_entered(row: Line) -> bool:
    return any(value is not None and value != "" for value in row.values())


def _number(row: Line, name: str) -> float:
    return number_in(row, name) or 0.0


def _or_else(inputs: Line, name: str, default: float) -> float:
    entered = number_in(inputs, name)
    return default if entered is None else entered


def _rough(number: float) -> float:
    """Two significant digits, which is all that chance leaves; below a millionth nothing.

    >>> _rough(0.0022543), _rough(7.81), _rough(123456.0), _rough(0.0)
    (0.0023, 7.8, 120000.0, 0.0)
    """
    if number < 0.000001:
        return 0.0
    up = down = 1
    while number * up < 10:
        up *= 10
    while number / down >= 100:
        down *= 10
    return float(int(number * up / down + 0.5) * down) / up
