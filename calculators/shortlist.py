"""Shortlist: whom to book for a budget, so that the most comes of it.

Each creator has a cost and a value: the engagements you expect, or any other count of which more is better. The answer
is the selection with the highest total that the budget pays for, not merely a good one. Where you know which segments
of an audience each creator reaches, it is the selection that reaches the most people, each counted once.

## Formula

- Without segments: of all selections with total cost ≤ budget, the one with the largest sum of values. This is the
  knapsack problem, solved exactly for up to 200 creators.
- With segments and their sizes: of all selections with total cost ≤ budget, the one with the largest unique reach, the
  sum of the sizes of all segments that somebody in it reaches. With up to 20 creators to choose from it is exact. With
  more it is the better of two: adding, again and again, whoever brings the most new people for the money, or the best
  single creator. That reaches at least ½ × (1 − 1/e), about 32%, of the best possible, and the answer says so.
- greedy value = what you get by going down the list in the order of value ÷ cost and booking whoever still fits; with
  segments, by new people ÷ cost.
- shortfall = 1 − greedy value ÷ best value: what that habit would have left on the table.

Of equally good selections it is the cheapest one, and of those the one whose names come first. Costs count to the cent:
a fraction of one is rounded up, that of the budget down.

“Must have” books a creator before anything else is chosen; “exclude” leaves one out. Sizes are written like
`S1=6000; S2=9000`, or as a table with the columns segment and size; segments of a creator like `S1;S2`.

## Zero case

A creator who costs nothing and brings something is always chosen. One who brings nothing is never chosen, whatever the
cost. If the budget pays for nobody, the list is empty, its totals are 0, and there is no shortfall.

## Traps

- **The best value for the money is not the best list.** Booking by value ÷ cost can leave money over that the next one
  doesn’t fit into. The answer shows both.
- **Audiences overlap, and the same people can’t be reached twice.** Adding up the reach of creators counts everybody
  who follows two of them twice; creators of one niche share more than chance would have it.
- The list is as good as its values. Enter what a typical post brings; a mean with a viral post in it promises too much.
- Costs are all that a booking costs you. Handling ten small contracts takes more time than one large one.
- Segments are taken as people who don’t overlap with each other: split the audience so that everybody is in one.

## Examples

Whom do $1,500 pay for?

    >>> creators = EXAMPLES[0].rows
    >>> outcome = calculate({"budget": 1500}, creators)
    >>> outcome.results["chosen"], outcome.results["total_value"], outcome.results["greedy_value"]
    (['b', 'd', 'e'], 3730.0, 3560.0)

Who reaches the most people for $1,200 where audiences overlap?

    >>> outcome = calculate(EXAMPLES[1].inputs, EXAMPLES[1].rows)
    >>> outcome.results["chosen"], outcome.results["unique_reach"], outcome.results["greedy_value"]
    (['d', 'f'], 31000.0, 27000.0)

What if one of them is booked already, and another out of the question?

    >>> creators = [{"id": "a", "cost": 400, "value": 980, "choice": "must have"},
    ...             {"id": "b", "cost": 350, "value": 900, "choice": "exclude"},
    ...             {"id": "c", "cost": 300, "value": 640}]
    >>> calculate({"budget": 750}, creators).results["chosen"]
    ['a', 'c']

What does a budget below every price buy?

    >>> outcome = calculate({"budget": 100}, EXAMPLES[0].rows)
    >>> outcome.results["chosen"], outcome.results["total_cost"]
    ([], 0.0)
    >>> outcome.problems[0].text
    'The budget of 100 pays for nobody: the cheapest is g at 150.'

## Sources

- The knapsack problem: Kellerer, Pferschy and Pisinger, *Knapsack Problems* (2004). What the greedy way reaches where
  audiences overlap: Khuller, Moss and Naor (1999). Both cited from memory of standard texts.
- Choosing influencers for a budget as this problem: Alon, Gamzu and Tennenholtz (2012).
- Audiences of several media can’t simply be added: Médiamétrie, on audience duplication (no year stated).
"""

from ._candidates import CENTS, Creator, by_name, cents_down, read_creators, total_of
from ._fields import Example, Input, Line, Outcome, Problem, Result, Text, number_in, refusal, text_in
from ._said import say
from ._segments import read_sizes
from ._shortlist_notes import list_notes, segment_problems, without_value
from ._shortlisting import Plan, planned

INPUTS: list[Input | Text] = [
    Input("budget", "money", names=["total budget", "money to spend"]),
    Text("segment_sizes", longest=2000, names=["segment size", "sizes"]),
]
COLUMNS: list[Input | Text] = [
    Text("id", names=["creator", "name", "handle", "account", "influencer"]),
    Input(
        "cost",
        "money",
        names=["costs", "price", "fee", "fees", "rate card", "total cost", "kosten", "preis", "coût", "prix"],
    ),
    Input("value", "count", names=["values", "engagements", "expected engagements", "reach", "score"]),
    Text("segments", longest=300, names=["segment", "audience", "audiences", "audience segments"]),
    Text("choice", choices=["must have", "exclude"], names=["must have or exclude", "decision"]),
]

_NEEDED = "Needs a budget, and creators with a cost and a value or segments."
RESULTS = [
    Result("chosen", "text", 0, "the creators to book, by name", _NEEDED),
    Result("total_value", "count", 0, "values of the chosen, added up; without values each one’s own reach", _NEEDED),
    Result("unique_reach", "count", 0, "people the chosen reach, each counted once", "Needs segments and their sizes."),
    Result("total_cost", "money", 2, "costs of the chosen, added up", _NEEDED),
    Result("left", "money", 2, "budget − total cost", _NEEDED),
    Result("greedy_value", "count", 0, "value or reach of booking by value ÷ cost, whoever still fits", _NEEDED),
    Result("shortfall", "ratio", 1, "1 − greedy value ÷ best value", "Needs a best value above 0."),
    Result("chosen_count", "count", 0, "how many are chosen", _NEEDED),
]

_VALUES = [("a", 400, 980), ("b", 350, 900), ("c", 300, 640), ("d", 900, 2400)]
_VALUES += [("e", 250, 430), ("f", 600, 1300), ("g", 150, 260), ("h", 500, 1250)]
_SEGMENTS = [("a", 400, "S1;S2"), ("b", 350, "S2;S3"), ("c", 300, "S4")]
_SEGMENTS += [("d", 900, "S1;S2;S3;S4"), ("e", 450, "S5;S6"), ("f", 200, "S6")]
EXAMPLES = [
    Example("budget", {"budget": 1500}, [{"id": one, "cost": cost, "value": value} for one, cost, value in _VALUES]),
    Example(
        "overlap",
        {"budget": 1200, "segment_sizes": "S1=6000; S2=9000; S3=4000; S4=7000; S5=3000; S6=5000"},
        [{"id": one, "cost": cost, "segments": segments} for one, cost, segments in _SEGMENTS],
    ),
]


def calculate(inputs: Line, rows: "list[Line]") -> Outcome:
    """Choose from the rows what the budget pays for."""
    outcome = Outcome()
    written = text_in(inputs, "segment_sizes")
    sizes, problems = read_sizes(written, "segment_sizes") if written else ([], [])
    creators, found = read_creators(rows, [name for name, _ in sizes])
    outcome.problems = problems + found
    if not problems:
        outcome.problems += segment_problems(creators, sizes)
    budget = number_in(inputs, "budget")
    if budget is None or not creators or _refused(outcome):
        return outcome
    outcome.problems += _beyond(creators, budget)
    overlap = bool(sizes) and any(each.segments for each in creators)
    if not overlap:
        outcome.problems += without_value(creators)
    if not _refused(outcome) and (overlap or any(each.has_value for each in creators)):
        _answer(outcome, planned(creators, cents_down(budget), sizes if overlap else []))
    return outcome


def _answer(outcome: Outcome, plan: Plan) -> None:
    """Put the chosen ones and their sums into an outcome, and what should be known of them."""
    chosen = by_name(plan.creators, plan.mask)
    cost = total_of([each.cost for each in chosen])
    outcome.results["chosen"] = [each.name for each in chosen]
    outcome.results["total_value"] = plan.shown(plan.naive(chosen))
    outcome.results["unique_reach"] = plan.shown(plan.best) if plan.overlap else None
    outcome.results["total_cost"] = cost / CENTS
    outcome.results["left"] = (plan.budget - cost) / CENTS
    outcome.results["greedy_value"] = plan.shown(plan.greedy)
    outcome.results["shortfall"] = (plan.best - plan.greedy) / plan.best if plan.best else None
    outcome.results["chosen_count"] = float(len(chosen))
    outcome.problems += list_notes(plan, chosen)


def _beyond(creators: list[Creator], budget: float) -> list[Problem]:
    """Refuse creators who must be booked and cost more than there is."""
    must = [each for each in creators if each.choice == "must have"]
    over = total_of([each.cost for each in must]) - cents_down(budget)
    if over <= 0:
        return []
    text = "The creators you must have cost {over} more than the budget; raise it or take one back."
    return [refusal("must_have_over_budget", say(text, over=over / CENTS), "budget")]


def _refused(outcome: Outcome) -> bool:
    return any(problem.level == "refusal" for problem in outcome.problems)
