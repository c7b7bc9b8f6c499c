"""Compare creators: whose typical post gets more reactions, how sure that is, and what a reaction costs.

Enter several posts of each creator, one in a row. Every rate here has the one definition that you choose, for rates of
different definitions can’t be compared. The first creator of the table is what the others are compared with.

## Formula

For one post: rate = engagements ÷ audience. Engagements are **public** (likes + comments) or **full** (likes +
comments + shares + saves); the audience is **followers** or **reach**.

- **typical rate**: the geometric mean of a creator’s rates, which one viral post moves little. **Ratio** = typical rate
  of the first creator ÷ that of the second. `ratio_to_first` is the other way round, for each further creator: its
  typical rate ÷ that of the first.
- The ratio’s 95% interval is Welch’s, on the logarithms of the rates, with the degrees of freedom of Welch and
  Satterthwaite. An interval that holds 1 means that either creator could be ahead.
- **p-value**: if both creators were alike, how often would posts differ as much? With eight posts or fewer of both, it
  is exact: the posts are dealt out in all possible ways, and those are counted in which the mean rates lie at least as
  far apart (an exact permutation test, two-sided). With more, it is that of Welch’s test on the logarithms. `method`
  says which one the first two got.
- **share ahead**: of all pairs of one post of the first creator and one post of another, the share in which the first
  one’s rate is higher. Equal rates don’t count as higher.
- **Cost of a typical engagement**: the cost of one post ÷ the engagements of a creator’s typical post (the median);
  with one follower count for all posts, that is cost ÷ (median rate × followers). With the mean in place of the median
  it is what an engagement costs if every viral post comes again.

The interval of the median comes from the order of the posts, from six on; with three to five it assumes that the
logarithms of the rates are normal.

A difference is called clear when the p-value is below 0.05 and the interval, where there is one, doesn’t hold 1.

## Zero case

A post that nobody reacted to has a rate of 0%, and no logarithm: its creator has no typical rate and no ratio, while
median, mean and the exact test stand. A post with an audience of zero has no rate and is left out. Without any spread
in the posts of both, a ratio has no interval.

## Traps

- **Blank is not zero.** A post with a blank in what is counted is left out, and the answer says so. What is entered for
  one creator and for none of another’s posts is refused: likes alone against likes and comments is no comparison.
- **No clear difference isn’t the same as alike.** It says that these posts can’t tell. More posts may.
- **Many comparisons find something.** Of twenty creators who are all alike, one differs “clearly” from the first.
- Followers and cost may stand in one row of a creator: a blank follower count is the one above it (at the top, the
  first one below). The cost is that of one post, and two costs of one creator are refused.
- Names that differ in capitals alone are one creator.
- A creator’s last posts are no random sample of the next ones, and posts of one week may share a cause.
- A smaller audience often reacts more, so ratios of creators of different sizes say little of their work.

## Examples

Of the same number of followers, more react to creator A than to creator B. Is the difference clear?

    >>> posts = EXAMPLES[0].rows
    >>> outcome = calculate({}, posts)
    >>> [round(outcome.results[name], 6) for name in ("ratio", "ratio_low", "ratio_high")]
    [2.065171, 1.233411, 3.457834]
    >>> round(outcome.results["p_value"], 4), outcome.results["method"]
    (0.0099, 'Welch on logs')

What does a reaction cost, by the typical post and by the mean?

    >>> [round(cost, 4) for cost in outcome.results["cost_per_typical_engagement"]]
    [0.2564, 0.6154]
    >>> [round(cost, 4) for cost in outcome.results["cost_per_mean_engagement"]]
    [0.2546, 0.2778]

What do five posts of each say?

    >>> outcome = calculate({}, EXAMPLES[1].rows)
    >>> outcome.results["p_value"] == 2 / 252, outcome.results["method"]
    (True, 'exact permutation')

What if one post got no reaction at all?

    >>> posts = [{"creator": name, "followers": 100.0, "likes": likes} for name, likes in zip("AABB", [3.0, 0, 2, 1])]
    >>> outcome = calculate({}, posts)
    >>> outcome.results["ratio"] is None, outcome.results["mean_rate"]
    (True, [0.015, 0.015])

## Sources

- The comparison is standard statistics: Welch’s interval and test with the degrees of freedom of Welch and
  Satterthwaite; the exact test as in Good, *Permutation Tests*, a textbook that is named from memory (no year stated).
  Using them for creators is our choice.
- Why logarithms: in our own simulation with made-up rates, a 95% interval on logarithms held the typical rate in 94% to
  96% of cases; Student’s interval for the mean held the mean in as few as 51% when some posts went viral.
- The interval of the median: David and Nagaraja, *Order Statistics* (2003).
- (Likes + comments) ÷ followers: HypeAuditor and GRIN (help pages, no year stated). By reach: Omni Calculator (no year
  stated).
- Cost per engagement: Association of National Advertisers, *Influencer Marketing Measurement Guidelines* (2022),
  endorsed by the Media Rating Council.
"""

from . import engagement_rate
from ._checks import refused
from ._compared_words import all_verdicts, left_out, limits, mixed, thin, verdict, zeros
from ._comparison import PERMUTATION, WELCH, compared, share_ahead
from ._creators import COUNTED, Creator, grouped
from ._fields import Example, Input, Outcome, Problem, Result, Results, Text, Working, note, refusal, text_in
from ._intervals import median_interval, typical_interval
from ._said import say, words
from ._sums import mean, median
from ._words import lowered
from ._workings import joined, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._comparison import Comparison
    from ._fields import Line

DEFINITIONS = ["public by followers", "full by followers", "public by reach", "full by reach"]
MOST_CREATORS = 20

INPUTS = [Text("definition", choices=DEFINITIONS)]
COLUMNS: list[Input | Text] = [
    Text("creator", names=["creator name", "name", "account", "account name", "handle", "username", "influencer"]),
    engagement_rate.INPUTS[0],
    Input(
        "cost",
        "money",
        names=["costs", "cost per post", "price", "price per post", "fee", "fees", "kosten", "preis", "coût", "prix"],
    ),
]
COLUMNS += [column for column in engagement_rate.COLUMNS if column.name in COUNTED]

_RATIO = "Needs a post with reactions of each of two creators, and none without any."
_INTERVAL = "Needs two posts or more of each, with some spread, and none without reactions."
_CHANCE = "Needs two posts or more of each of two creators."
_POSTS = "Needs a creator with a post."


def _along(name: str, unit: str, digits: int, text: str, undefined: str = _POSTS) -> Result:
    return Result(name, unit, digits, text, undefined, along="creators")


RESULTS = [
    Result("ratio", "count", 2, "typical rate of the first creator ÷ that of the second", _RATIO),
    Result("ratio_low", "count", 2, "low end of the ratio’s 95% interval", _INTERVAL),
    Result("ratio_high", "count", 2, "high end of the ratio’s 95% interval", _INTERVAL),
    Result("p_value", "count", 4, "share of cases in which two who are alike would differ as much", _CHANCE),
    Result("method", "text", 0, "the test that the p-value comes from", _CHANCE, texts=[PERMUTATION, WELCH]),
    _along("creators", "text", 0, "the creators in the order of the table"),
    _along("posts_used", "count", 0, "posts with a rate"),
    _along("median_rate", "ratio", 2, "rate of the post in the middle"),
    _along("median_rate_low", "ratio", 2, "low end of the median’s 95% interval"),
    _along("median_rate_high", "ratio", 2, "high end of the median’s 95% interval"),
    _along("mean_rate", "ratio", 2, "mean of the rates"),
    _along("typical_rate", "ratio", 2, "geometric mean of the rates"),
    _along("cost_per_typical_engagement", "money", 3, "cost of a post ÷ engagements of the median post"),
    _along("cost_per_mean_engagement", "money", 3, "cost of a post ÷ mean engagements of a post"),
    _along("ratio_to_first", "count", 2, "typical rate of each creator ÷ that of the first"),
    _along("ratio_to_first_low", "count", 2, "low end of the 95% interval of the ratio to the first"),
    _along("ratio_to_first_high", "count", 2, "high end of the 95% interval of the ratio to the first"),
    _along("p_value_to_first", "count", 4, "the p-value of each creator against the first"),
    _along("share_ahead", "ratio", 1, "share of pairs of posts in which the first creator’s rate is the higher one"),
]


def _example(name: str, cost: float, posts: int) -> "list[Line]":
    """Posts of the engagement rate’s creators; followers and cost stand in the first row."""
    found = next(one for one in engagement_rate.EXAMPLES if one.id == "creator-" + lowered(name))
    rows: list[Line] = []
    for row in found.rows[:posts]:
        line: dict[str, float | str | None] = {"creator": name}
        line.update(row if rows else dict(row, followers=found.inputs["followers"], cost=cost))
        rows.append(line)
    return rows


EXAMPLES = [
    Example("a-and-b", {"definition": DEFINITIONS[0]}, _example("A", 300, 12) + _example("B", 400, 12)),
    Example("five-posts", {"definition": DEFINITIONS[0]}, _example("A", 300, 5) + _example("B", 400, 5)),
]


def calculate(inputs: "Line", rows: "Sequence[Line]") -> Outcome:
    """Compare the creators of a table by one definition of the rate."""
    outcome = Outcome()
    kind, _, audience = (text_in(inputs, "definition") or DEFINITIONS[0]).partition(" by ")
    creators, outcome.problems = grouped(rows)
    outcome.problems += _number_of(creators)
    wanted = [part for name, all_parts in engagement_rate.NUMERATORS if name == kind for part in all_parts]
    parts = [part for part in wanted if any(each.has(part) for each in creators)]
    outcome.problems += mixed(parts, creators)
    if refused(outcome.problems) or not creators:
        return outcome
    missing = [part for part in wanted if part not in parts]
    outcome.problems += _not_counted(kind, parts, missing)
    if not _is_complete(kind, parts):
        return outcome
    for creator in creators:
        creator.count(parts, audience)
    outcome.results.update(_figures(creators))
    found = [compared(each.sample, creators[0].sample) for each in creators[1:]]
    outcome.results.update(_against_first(creators, found))
    outcome.problems += left_out(parts, audience, creators) + zeros(creators) + thin(creators)
    if len(creators) > 1:
        pair = compared(creators[0].sample, creators[1].sample)
        outcome.results.update(_pair(pair))
        outcome.workings.update(_workings(creators) if pair.ratio is not None else {})
        outcome.problems += verdict(creators[0].name, creators[1].name, pair) + limits(creators[0], creators[1], pair)
    if len(creators) > 2:
        outcome.problems += all_verdicts(creators[0].name, [each.name for each in creators[1:]], found)
    return outcome


def _number_of(creators: list[Creator]) -> list[Problem]:
    count = len(creators)
    if count > MOST_CREATORS:
        text = "The table has {creators} creators, and {most} are the most; leave some out."
        return [refusal("too_many_creators", say(text, creators=count, most=MOST_CREATORS), "creator")]
    if count > 1:
        return []
    if not creators:
        return [
            note("too_few_creators", "Enter posts of two creators or more to compare, one post in a row.", "creator")
        ]
    text = "{name} is the only creator here; enter posts of a second one to compare, one post in a row."
    return [note("too_few_creators", say(text, name=creators[0].name), "creator")]


def _is_complete(kind: str, parts: list[str]) -> bool:
    return "likes" in parts and (kind == "public" or "shares" in parts or "saves" in parts)


def _not_counted(kind: str, parts: list[str], missing: list[str]) -> list[Problem]:
    """Say what the rates leave out because it is entered nowhere, or that there can be none without it."""
    if not _is_complete(kind, parts):
        return [_nothing_to_count(parts)]
    if not missing:
        return []
    text = "Engagements counted: {counted} ({missing} not entered)."
    return [note("not_counted", say(text, counted=words(parts), missing=words(missing)))]


def _nothing_to_count(parts: list[str]) -> Problem:
    if "likes" not in parts:
        text = "There is no rate of this definition without likes; enter them for every creator."
        return note("nothing_to_count", text, "likes")
    text = (
        "There is no rate of this definition without shares or saves; enter them for every creator, or choose a public "
        "definition."
    )
    return note("nothing_to_count", text, "saves")


def _figures(creators: list[Creator]) -> Results:
    """What each creator’s own posts say."""
    used = [each.rates for each in creators]
    ends = [_median_ends(rates) for rates in used]
    counts: list[float | None] = [len(rates) for rates in used]
    return {
        "creators": [each.name for each in creators],
        "posts_used": counts,
        "median_rate": [median(rates) if rates else None for rates in used],
        "median_rate_low": [low for low, _ in ends],
        "median_rate_high": [high for _, high in ends],
        "mean_rate": [mean(rates) if rates else None for rates in used],
        "typical_rate": [each.sample.typical() for each in creators],
        "cost_per_typical_engagement": [_cost(each, median(each.engagements or [0.0])) for each in creators],
        "cost_per_mean_engagement": [_cost(each, mean(each.engagements or [0.0])) for each in creators],
    }


def _median_ends(rates: list[float]) -> tuple[float | None, float | None]:
    """The exact interval from six posts on, that on logarithms from three."""
    found = median_interval(rates)
    return (found[0], found[1]) if found else typical_interval(rates) or (None, None)


def _cost(creator: Creator, engagements: float) -> float | None:
    return creator.cost / engagements if creator.cost is not None and engagements else None


def _pair(pair: "Comparison") -> Results:
    ends: Results = {"ratio": pair.ratio, "ratio_low": pair.low, "ratio_high": pair.high}
    ends.update({"p_value": pair.p_value, "method": pair.method or None})
    return ends


def _workings(creators: list[Creator]) -> dict[str, Working]:
    typical = [number(each.sample.typical() or 0.0, "ratio", 2) for each in creators[:2]]
    return {"ratio": joined(" ÷ ", typical)}


def _against_first(creators: list[Creator], found: "list[Comparison]") -> Results:
    """Each creator beside the first; nothing for the first itself."""
    alone: list[float | None] = [None]
    first = creators[0].sample
    return {
        "ratio_to_first": alone + [each.ratio for each in found],
        "ratio_to_first_low": alone + [each.low for each in found],
        "ratio_to_first_high": alone + [each.high for each in found],
        "p_value_to_first": alone + [each.p_value for each in found],
        "share_ahead": alone + [share_ahead(first, each.sample) for each in creators[1:]],
    }
