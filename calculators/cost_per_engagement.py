"""Cost per engagement: what one reaction to a campaign cost.

All that a campaign cost, divided by the engagements it got. Beside it stand the other unit costs that the entered
numbers allow (per thousand impressions, view, click and conversion), and the engagement rate that a target price needs.

## Formula

- total cost = fees + product + shipping + amplification + staff + other, as far as they are entered
- cost per engagement = total cost ÷ engagements
- cost per thousand impressions = total cost ÷ impressions × 1,000
- cost per view = total cost ÷ views; per click = total cost ÷ clicks; per conversion = total cost ÷ conversions
- break-even engagement rate = total cost ÷ target cost per engagement ÷ (followers × posts). It is the rate by
  followers, for each post, at which an engagement costs exactly the target.

Amounts may be in any currency, as long as it is one. Product counts at what it cost you, amplification is paid media
behind the posts, staff is your own time.

## Zero case

Nothing can be divided by zero engagements, impressions, views, clicks or conversions: that result is undefined.
So is the break-even rate when the target, the followers or the posts are 0. A campaign that cost nothing has a cost
per engagement of 0, but only if a cost is entered as 0.

## Traps

- **Blank is not zero.** A cost that is left blank isn't counted, and the answer names it, because fees alone make a
  campaign look cheap. At least one cost is needed.
- Say which engagements you count. Where views are counted as engagements, the cost looks many times lower.
- Followers are not impressions: dividing by followers makes a thousand impressions look too cheap.
- A view is counted differently by each platform, and some have changed how they count.
- The cost of a conversion depends on how long after a click it is still counted.
- Posts left blank are taken as one post, and the answer says so.

## Examples

What did an engagement cost in a campaign of $1,200 with 3,840 engagements?

    >>> outcome = calculate({"fees": 1200, "engagements": 3840}, [])
    >>> outcome.results["cost_per_engagement"]
    0.3125

Which rate would three posts for 35,000 followers need, at $0.30 for an engagement?

    >>> target = {"fees": 1200, "followers": 35000, "posts": 3, "target_cost_per_engagement": 0.3}
    >>> calculate(target, []).results["break_even_engagement_rate"]
    0.0380952380952381

What does an engagement cost if nobody engaged?

    >>> outcome = calculate({"fees": 1200, "engagements": 0}, [])
    >>> outcome.results["cost_per_engagement"] is None
    True
    >>> outcome.problems[-1].text
    'Cost per engagement is undefined (engagements is 0).'

## Sources

- Association of National Advertisers, *Influencer Marketing Measurement Guidelines* (2022), endorsed by the Media
  Rating Council: defines cost per engagement and cost per conversion.
- The list of costs is a shorter form of the one in bivex's return-on-investment template for influencer campaigns (no
  year stated). The break-even rate is ours: it only turns the first formula round.
"""

from ._costs import COST_INPUTS, COST_RESULTS, COUNT_INPUTS, add_unit_costs, not_counted, total_cost, undefined_by_zero
from ._fields import Example, Input, Outcome, Problem, Result, Row, note

BREAK_EVEN = ("target_cost_per_engagement", "followers", "posts")

INPUTS = (
    COST_INPUTS
    + COUNT_INPUTS
    + [
        Input("followers", "count", whole=True, names=["follower", "follower count", "followers count", "subscribers"]),
        Input("posts", "count", whole=True, names=["post", "post count", "number of posts"]),
        Input("target_cost_per_engagement", "money", names=["target cpe"]),
    ]
)
COLUMNS: list[Input] = []

RESULTS = list(COST_RESULTS)
RESULTS += [
    Result(
        "break_even_engagement_rate",
        "ratio",
        2,
        "total cost ÷ target cost per engagement ÷ (followers × posts)",
        "Needs a cost, and a target cost per engagement and followers above 0.",
    ),
]

EXAMPLES = [
    Example(
        "campaign",
        {
            "fees": 900,
            "product": 120,
            "shipping": 30,
            "staff": 150,
            "engagements": 3840,
            "impressions": 96000,
            "views": 72500,
            "clicks": 640,
            "conversions": 58,
            "followers": 35000,
            "posts": 3,
            "target_cost_per_engagement": 0.30,
        },
    ),
]


def calculate(inputs: Row, rows: list[Row]) -> Outcome:
    """Work out every unit cost that the entered numbers allow; ``rows`` is always empty."""
    outcome = Outcome()
    cost = total_cost(inputs)
    if cost is None:
        return outcome
    add_unit_costs(outcome, cost, inputs)
    outcome.results["break_even_engagement_rate"] = _break_even(cost, inputs)
    outcome.problems = not_counted(inputs) + outcome.problems + _break_even_notes(inputs)
    return outcome


def _break_even(cost: float, inputs: Row) -> float | None:
    target, followers, posts = [inputs.get(name) for name in BREAK_EVEN]
    if posts is None:
        posts = 1.0
    return cost / target / (followers * posts) if target and followers and posts else None


def _break_even_notes(inputs: Row) -> list[Problem]:
    if inputs.get("target_cost_per_engagement") is None or inputs.get("followers") is None:
        return []
    zero = undefined_by_zero("break_even_engagement_rate", list(BREAK_EVEN), inputs)
    if zero or inputs.get("posts") is not None:
        return zero
    return [note("one_post", "Posts is not entered, so the break-even rate is that of one post.", "posts")]
