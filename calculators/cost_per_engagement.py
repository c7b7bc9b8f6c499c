"""Cost per engagement: what one reaction to a campaign cost.

All that a campaign cost, divided by the engagements it got. Beside it stand the other unit costs that the entered
numbers allow (per thousand impressions, view, click and conversion), and the engagement rate that a target price needs.
Before a campaign, a creator’s earlier posts say what an engagement can be expected to cost.

## Formula

- total cost = fees + product + shipping + amplification + staff + other, as far as they are entered
- cost per engagement = total cost ÷ engagements
- cost per thousand impressions = total cost ÷ impressions × 1,000
- cost per view = total cost ÷ views; per click = total cost ÷ clicks; per conversion = total cost ÷ conversions
- break-even engagement rate = total cost ÷ target cost per engagement ÷ (followers × posts). It is the rate by
  followers, for each post, at which an engagement costs exactly the target.
- expected engagements = exp(mean of ln E): the geometric mean of the engagements E of earlier posts. E is likes +
  comments, and shares and saves where they are entered for every post.
- The next post’s 95% prediction interval = exp(mean of ln E ± t × s × √(1 + 1/n)), with n posts, the standard deviation
  s of ln E, and Student’s t for n − 1 degrees of freedom.
- expected cost per engagement = (total cost ÷ posts) ÷ expected engagements. Its low end belongs to a strong post, its
  high end to a weak one. With one post, or posts left empty, the total cost is that of one post.

Amounts may be in any currency, as long as it is one. Product counts at what it cost you, amplification is paid media
behind the posts, staff is your own time.

## Zero case

Nothing can be divided by zero engagements, impressions, views, clicks or conversions: that result is undefined.
So is the break-even rate when the target, the followers or the posts are 0. A campaign that cost nothing has a cost
per engagement of 0, but only if a cost is entered as 0. An earlier post with 0 engagements has no logarithm: it is left
out, and the answer says so. With fewer than three others nothing can be expected.

## Traps

- **Blank is not zero.** A cost that is left blank isn’t counted, and the answer names it, because fees alone make a
  campaign look cheap. At least one cost is needed.
- Say which engagements you count. Where views are counted as engagements, the cost looks many times lower.
- Followers are not impressions: dividing by followers makes a thousand impressions look too cheap.
- A view is counted differently by each platform, and some have changed how they count.
- The cost of a conversion depends on how long after a click it is still counted.
- Posts left blank are taken as one post, and the answer says so.
- **A published rate and a published price can’t be divided.** The rate describes all accounts of a size, the price
  those that brands selected: different populations, and the quotient describes neither. Divide a creator’s price by the
  same creator’s engagements.
- What to expect assumes that the next post is like the earlier ones and that their logarithms are normal. A post for a
  sponsor may do better or worse.

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

What may an engagement from creator A cost, at $600 for a post?

    >>> outcome = calculate(EXAMPLES[1].inputs, EXAMPLES[1].rows)
    >>> [round(outcome.results["expected_engagements" + end]) for end in ("", "_low", "_high")]
    [1166, 829, 1641]
    >>> [round(outcome.results["expected_cost_per_engagement" + end], 3) for end in ("", "_low", "_high")]
    [0.514, 0.366, 0.724]

## Sources

- Association of National Advertisers, *Influencer Marketing Measurement Guidelines* (2022), endorsed by the Media
  Rating Council: defines cost per engagement and cost per conversion.
- The list of costs is a shorter form of the one in bivex’s return-on-investment template for influencer campaigns (no
  year stated). The break-even rate is ours: it only turns the first formula round.
- The prediction interval is the usual one for a further value of a normal sample, on logarithms.
- Rate and price of the trap: HypeAuditor (2026), second-hand from eMarketer; IZEA (2023), second-hand from dot.LA.
"""

from ._costs import COST_INPUTS, COST_RESULTS, COUNT_INPUTS, add_unit_costs, not_counted, total_cost, undefined_by_zero
from ._fields import Example, Input, Outcome, Problem, Result, Results, Row, note
from ._prediction import ALWAYS, IF_COMPLETE, POST_RESULTS, Posts
from .engagement_rate import COLUMNS as POST_COLUMNS

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
COLUMNS = [column for column in POST_COLUMNS if column.name in ALWAYS + IF_COMPLETE]

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
RESULTS += POST_RESULTS

_CREATOR_A = [(1180, 46), (960, 31), (1340, 62), (1010, 38), (1225, 51), (890, 27), (1105, 44), (1420, 70)]
_CREATOR_A += [(1050, 35), (1290, 55), (1150, 41), (985, 33)]
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
    Example(
        "expected",
        {"fees": 600, "posts": 1},
        [{"likes": likes, "comments": comments} for likes, comments in _CREATOR_A],
    ),
]


def calculate(inputs: Row, rows: list[Row]) -> Outcome:
    """Work out every unit cost that the entered numbers allow, and from earlier posts (``rows``) what to expect."""
    outcome = Outcome()
    cost = total_cost(inputs)
    if cost is not None:
        add_unit_costs(outcome, cost, inputs)
        outcome.results["break_even_engagement_rate"] = _break_even(cost, inputs)
        outcome.problems = not_counted(inputs) + outcome.problems + _break_even_notes(inputs)
    posts = Posts(rows, [column.name for column in COLUMNS])
    outcome.problems += posts.problems()
    predicted = posts.predicted()
    if predicted:
        outcome.results.update(_expected("expected_engagements", predicted))
        outcome.results.update(_expected_cost(cost, inputs.get("posts"), predicted))
        outcome.problems += _post_notes(cost, inputs.get("posts"))
    return outcome


def _expected(name: str, found: tuple[float, float, float]) -> Results:
    return {name: found[0], name + "_low": found[1], name + "_high": found[2]}


def _expected_cost(cost: float | None, posts: float | None, predicted: tuple[float, float, float]) -> Results:
    """The cost of one post divided by what it may bring; a strong post is a cheap one."""
    if cost is None or posts == 0:
        return {}
    usual, low, high = predicted
    one = cost / (posts or 1.0)
    return _expected("expected_cost_per_engagement", (one / usual, one / high, one / low))


def _post_notes(cost: float | None, posts: float | None) -> list[Problem]:
    if cost is None:
        return []
    if posts is None:
        text = "Posts is not entered, so the whole cost is taken as that of one post in what to expect."
        return [note("cost_of_one_post", text, "posts")]
    return undefined_by_zero("expected_cost_per_engagement", ["posts"], {"posts": posts})


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
