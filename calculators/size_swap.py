"""Size swap: which rate or price makes a smaller audience as good a buy as a larger one.

Two creators, each with followers, an engagement rate and a price. They are equally good buys when one engagement costs
the same: price ÷ (followers × rate) is equal on both sides. Leave one of the six numbers empty, and it is what makes
them equal.

## Formula

price A × followers B × rate B = price B × followers A × rate A, solved for the number that is left empty.

- The **rate ratio** is what rate A must be, divided by rate B: (price A ÷ price B) × (followers B ÷ followers A). At
  equal prices it is the followers turned round: 35,000 followers need 1.43 times the rate of 50,000.
- Where a side is complete, its cost per engagement is shown: price ÷ (followers × rate).

Rates are by followers, of one post, and both of the same definition. Prices are for the same work, in one currency.

## Zero case

Nothing can be divided by zero followers, a rate of 0% or a price of 0: the number that would need it is undefined.

## Traps

- An engagement isn’t a sale. Equal costs per engagement say nothing of who these people are.
- Published rates of two sizes come from different samples and definitions; enter rates of these two creators.
- The rate of a typical post is the one to enter: a mean with a viral post in it promises too much.
- One large creator is one contract, several small ones are several: the work of handling them is a cost too.

## Examples

What rate do 35,000 followers need to match 50,000 with 1.5%, at the same price?

    >>> swap = {"followers_a": 35000, "price_a": 300, "followers_b": 50000, "rate_b": 0.015, "price_b": 300}
    >>> outcome = calculate(swap, [])
    >>> outcome.results["rate_a"], outcome.results["rate_ratio"]
    (0.02142857142857143, 1.4285714285714286)

What is a fair price for the smaller one at equal rates?

    >>> swap = {"followers_a": 35000, "rate_a": 0.02, "followers_b": 50000, "rate_b": 0.02, "price_b": 400}
    >>> calculate(swap, []).results["price_a"]
    280.0

What if nothing is left empty?

    >>> swap = {"followers_a": 35000, "rate_a": 0.03, "price_a": 300}
    >>> swap.update({"followers_b": 50000, "rate_b": 0.013, "price_b": 400})
    >>> outcome = calculate(swap, [])
    >>> outcome.problems[0].text
    'All six are entered. An engagement costs 2.153846 times as much from B as from A.'

## Sources

- The formula follows from cost per engagement alone: Association of National Advertisers, *Influencer Marketing
  Measurement Guidelines* (2022), endorsed by the Media Rating Council, defines cost per engagement. Turning it round is
  ours.
"""

from ._costs import undefined_because
from ._fields import Example, Input, Outcome, Problem, Result, Row, Working, note
from ._said import say, words
from ._workings import joined, number

SIDES = (("price_a", "followers_b", "rate_b"), ("price_b", "followers_a", "rate_a"))
MOST_RATE = 10
SLOPE = ["rate_b", "rate_a", "rate_ratio"]

INPUTS = [
    Input("followers_a", "count", whole=True),
    Input("rate_a", "ratio", maximum=MOST_RATE),
    Input("price_a", "money"),
    Input("followers_b", "count", whole=True),
    Input("rate_b", "ratio", maximum=MOST_RATE),
    Input("price_b", "money"),
]
COLUMNS: list[Input] = []

_NEEDS = "Needs the other five numbers, those it is divided by above 0."
RESULTS = [
    Result("followers_a", "count", 0, "followers of A", _NEEDS),
    Result("rate_a", "ratio", 2, "engagement rate of A", _NEEDS),
    Result("price_a", "money", 2, "price of A", _NEEDS),
    Result("followers_b", "count", 0, "followers of B", _NEEDS),
    Result("rate_b", "ratio", 2, "engagement rate of B", _NEEDS),
    Result("price_b", "money", 2, "price of B", _NEEDS),
    Result(
        "rate_ratio",
        "count",
        2,
        "rate A ÷ rate B at which an engagement costs the same",
        "Needs followers and prices of both, followers A and price B above 0.",
    ),
    Result("cost_per_engagement_a", "money", 3, "price A ÷ (followers A × rate A)", "Needs a complete side A above 0."),
    Result("cost_per_engagement_b", "money", 3, "price B ÷ (followers B × rate B)", "Needs a complete side B above 0."),
]

NAMES = {
    "followers_a": say("Followers A"),
    "rate_a": say("Rate A"),
    "price_a": say("Price A"),
    "followers_b": say("Followers B"),
    "rate_b": say("Rate B"),
    "price_b": say("Price B"),
}

EXAMPLES = [
    Example(
        "smaller",
        {"followers_a": 35000, "price_a": 300, "followers_b": 50000, "rate_b": 0.013, "price_b": 400},
    ),
    Example(
        "fair-price",
        {"followers_a": 35000, "rate_a": 0.0334, "followers_b": 50000, "rate_b": 0.013, "price_b": 400},
    ),
]


def calculate(inputs: Row, rows: list[Row]) -> Outcome:
    """Solve for the number that is left empty; ``rows`` is always empty."""
    outcome = Outcome()
    numbers = {field.name: inputs.get(field.name) for field in INPUTS}
    empty = [field.name for field in INPUTS if numbers[field.name] is None]
    if len(empty) == 1:
        numbers[empty[0]] = _solved(empty[0], numbers)
        outcome.problems += _solution_notes(empty[0], numbers)
    elif empty:
        text = "Leave exactly one number empty; now {empty} are."
        outcome.problems.append(note("several_empty", say(text, empty=words(empty))))
    outcome.results.update(numbers)
    outcome.results["rate_ratio"] = _rate_ratio(numbers)
    outcome.workings.update(_workings(empty[0], numbers) if len(empty) == 1 else {})
    for side in "ab":
        outcome.results[f"cost_per_engagement_{side}"] = _cost_per_engagement(side, numbers)
    if not empty:
        outcome.problems += _comparison(outcome)
    return outcome


def _workings(solved: str, numbers: Row) -> dict[str, Working]:
    """How the empty number and the ratio come about, from what is entered."""
    own, other = SIDES if solved in SIDES[0] else (SIDES[1], SIDES[0])
    found = {solved: _quotient(list(other), [each for each in own if each != solved], numbers)}
    found["rate_ratio"] = _quotient(["price_a", "followers_b"], ["price_b", "followers_a"], numbers)
    return found


def _quotient(above: list[str], below: list[str], numbers: Row) -> Working:
    units = {field.name: field.unit for field in INPUTS}
    parts = [joined(" × ", [number(numbers[name] or 0.0, units[name]) for name in names]) for names in (above, below)]
    return parts[0] + [" ÷ ("] + parts[1] + [")"]


def _solved(name: str, numbers: Row) -> float | None:
    """The product of the side without a gap, divided by what is known of the other one."""
    own, other = SIDES if name in SIDES[0] else (SIDES[1], SIDES[0])
    divisor = _product([each for each in own if each != name], numbers)
    return _product(list(other), numbers) / divisor if divisor else None


def _product(names: list[str], numbers: Row) -> float:
    product = 1.0
    for name in names:
        product = product * (numbers[name] or 0.0)
    return product


def _rate_ratio(numbers: Row) -> float | None:
    """From followers and prices alone, so that it is there for equal rates as well."""
    known = [numbers[name] for name in ("price_a", "followers_b", "price_b", "followers_a")]
    if None in known or not numbers["price_b"] or not numbers["followers_a"]:
        return None
    return _product(["price_a", "followers_b"], numbers) / _product(["price_b", "followers_a"], numbers)


def _cost_per_engagement(side: str, numbers: Row) -> float | None:
    engagements = _product([f"followers_{side}", f"rate_{side}"], numbers)
    price = numbers[f"price_{side}"]
    return price / engagements if price is not None and engagements else None


def _solution_notes(name: str, numbers: Row) -> list[Problem]:
    value = numbers[name]
    if value is None:
        own = SIDES[0] if name in SIDES[0] else SIDES[1]
        zero = [each for each in own if each != name and numbers[each] == 0]
        return [note("zero", undefined_because(NAMES[name], zero), zero[0])]
    if name.startswith("rate") and value > 1:
        text = "That rate is above 100%: {percent}%. No usual post reaches it."
        return [note("unusual", say(text, percent=value * 100), name)]
    return []


def _comparison(outcome: Outcome) -> list[Problem]:
    costs = [outcome.results[f"cost_per_engagement_{side}"] for side in "ab"]
    first, second = [cost if isinstance(cost, float) else 0.0 for cost in costs]
    if not first or not second:
        return []
    dear, cheap, times = ("B", "A", second / first) if second >= first else ("A", "B", first / second)
    text = "All six are entered. An engagement costs {times} times as much from {dear} as from {cheap}."
    if times == 1:
        text = "All six are entered. An engagement costs the same from A and from B."
    return [note("all_entered", say(text, times=times, dear=dear, cheap=cheap))]
