"""How sure the averages of several posts are: their intervals as results, and what limits them in words."""

from ._fields import Problem, Result, Results, note
from ._intervals import FEWEST, FEWEST_RANKED
from ._ratios import Ratios
from ._said import say, say_of

RANGES = (
    ("median_low", "low end of the median’s 95% interval"),
    ("median_high", "high end of the median’s 95% interval"),
    ("median_coverage", "how often such an interval holds the median"),
    ("mean_low", "low end of the mean’s 95% interval"),
    ("mean_high", "high end of the mean’s 95% interval"),
    ("pooled_low", "low end of the pooled rate’s 95% interval"),
    ("pooled_high", "high end of the pooled rate’s 95% interval"),
)
RANGE_NEEDS = {
    "median": "Needs three posts or more.",
    "coverage": "Needs six posts or more.",
    "mean": "Not meaningful: needs three posts or more, none far from the others.",
    "pooled": "Needs three posts or more that are alike enough.",
}


def range_results(kind: str, audience: str) -> list[Result]:
    """The ends of every average’s interval, for one definition of the rate."""
    rate = f"({kind} engagements ÷ {audience})"
    return [Result(f"{kind}_by_{audience}_{name}", "ratio", 2, f"{text} {rate}", _needs(name)) for name, text in RANGES]


def _needs(name: str) -> str:
    average, _, end = name.partition("_")
    return RANGE_NEEDS["coverage" if end == "coverage" else average]


def ranges_of(prefix: str, ratios: Ratios) -> Results:
    """The intervals of one definition’s rates; None for one that means nothing."""
    ends = ratios.median_range() + ratios.mean_range() + ratios.pooled_range()
    return {prefix + name: ends[place] for place, (name, _) in enumerate(RANGES)}


def few_posts_notes(used: object) -> list[Problem]:
    """What limits the intervals of few posts."""
    if not isinstance(used, (int, float)) or used == 0:
        return []
    if used < FEWEST:
        text = "With one or two posts nothing can be said about how sure a rate is; enter three or more."
        return [note("too_few_posts", say(text, used=used))]
    if used < FEWEST_RANKED:
        text = "With three to five posts the median’s interval assumes that the logarithms of the rates are normal."
        return [note("assumes_log_normal", say(text, used=used))]
    return []


def far_off_notes(ratios: Ratios) -> list[Problem]:
    """Which posts lie far from the others; they are counted all the same."""
    rows = ratios.far_off()
    if rows is None:
        text = "Half of the posts have the same rate by followers, so none can be called unusual."
        return [note("no_spread", text, "followers")]
    if not rows:
        return []
    said = say_of(
        len(rows),
        "By rate of followers, row {rows} lies far from the others; counted all the same.",
        "By rate of followers, rows {rows} lie far from the others; counted all the same.",
        rows=rows,
    )
    return [note("far_off", said, "followers")]
