"""What the next post may bring, from the engagements of earlier ones: on logarithms, since engagements are skewed."""

import math

from ._fields import Problem, Result, Row, note
from ._intervals import FEWEST, spread
from ._ratios import is_entered
from ._said import in_rows, joined_by, say, words
from ._student import student_quantile
from ._sums import mean, total

ALWAYS = ("likes", "comments")
IF_COMPLETE = ("shares", "saves")
_NEEDS = "Needs three earlier posts or more with engagements above 0."
_NEEDS_COST = "Needs a cost, and three earlier posts or more with engagements above 0."

POST_RESULTS = [
    Result("expected_engagements", "count", 0, "geometric mean of the earlier posts’ engagements", _NEEDS),
    Result("expected_engagements_low", "count", 0, "low end of the next post’s 95% prediction interval", _NEEDS),
    Result("expected_engagements_high", "count", 0, "high end of the next post’s 95% prediction interval", _NEEDS),
    Result("expected_cost_per_engagement", "money", 3, "cost of one post ÷ expected engagements", _NEEDS_COST),
    Result(
        "expected_cost_per_engagement_low", "money", 3, "cost of one post ÷ the high end: a strong post", _NEEDS_COST
    ),
    Result("expected_cost_per_engagement_high", "money", 3, "cost of one post ÷ the low end: a weak post", _NEEDS_COST),
]


class Posts:
    """Earlier posts and what is counted in them.

    Args:
        rows: Numbers by column; a row without any is only a place holder.
        names: All columns that may be counted.
    """

    def __init__(self, rows: list[Row], names: list[str]) -> None:
        self.rows = rows
        entered = [row for row in rows if is_entered(row)]
        self.entered = len(entered)
        filled = {name: len([row for row in entered if row.get(name) is not None]) for name in names}
        self.counted = [name for name in names if filled[name] == len(entered) or (name in ALWAYS and filled[name])]
        self.missing = [name for name in names if not filled[name]]
        self.partly = [name for name in names if name in IF_COMPLETE and 0 < filled[name] < len(entered)]
        each = [_engagements(row, self.counted) for row in rows]
        self.blank = [at + 1 for at, found in enumerate(each) if found is None and is_entered(rows[at])]
        self.zero = [at + 1 for at, found in enumerate(each) if found == 0]
        self.engagements = [found for found in each if found]

    def predicted(self) -> tuple[float, float, float] | None:
        """The usual post, and between what the next one lies in 95% of cases; None for too few posts.

        >>> posts = Posts([{"likes": count} for count in (100.0, 200.0, 400.0)], ["likes"])
        >>> [round(number, 3) for number in posts.predicted() or []]
        [200.0, 6.389, 6260.801]
        """
        count = len(self.engagements)
        if count < FEWEST:
            return None
        logs = [math.log(engagements) for engagements in self.engagements]
        middle = mean(logs)
        reach = student_quantile(float(count - 1)) * spread(logs) * math.sqrt(1 + 1 / count)
        return math.exp(middle), math.exp(middle - reach), math.exp(middle + reach)

    def problems(self) -> list[Problem]:
        """What is counted, which posts are left out, and whether enough are left."""
        if not self.entered:
            return []
        return _counted(self) + _blank(self) + _zero(self) + _few(self)


def _engagements(row: Row, counted: list[str]) -> float | None:
    values = [value for value in [row.get(name) for name in counted] if value is not None]
    return total(values) if counted and len(values) == len(counted) else None


def _counted(posts: Posts) -> list[Problem]:
    reasons = [say("{names} not entered", names=words(posts.missing))] if posts.missing else []
    reasons += [say("{names} not entered for every post", names=words(posts.partly))] if posts.partly else []
    counted, why = words(posts.counted), joined_by("; ", reasons)
    if not posts.counted:
        said = say("No engagements are counted ({why}); enter likes and comments for each post.", why=why)
    elif reasons:
        said = say("Engagements counted: {counted} ({why}).", counted=counted, why=why)
    else:
        said = say("Engagements counted: {counted}.", counted=counted)
    return [note("engagements_counted", said)]


def _blank(posts: Posts) -> list[Problem]:
    if not posts.blank or not posts.counted:
        return []
    said = say(
        "Earlier posts: {used} used of {entered} entered ({counted} not complete in {rows}).",
        used=posts.entered - len(posts.blank),
        entered=posts.entered,
        counted=words(posts.counted),
        rows=in_rows(posts.blank),
    )
    return [note("left_out", said)]


def _zero(posts: Posts) -> list[Problem]:
    if not posts.zero:
        return []
    text = "Nobody engaged in {rows}: left out, since 0 has no logarithm, so the rest promises too much."
    return [note("zero_engagements", say(text, rows=in_rows(posts.zero)))]


def _few(posts: Posts) -> list[Problem]:
    count = len(posts.engagements)
    if count >= FEWEST:
        return []
    text = "What to expect needs {needed} earlier posts or more with engagements above 0, and there are {used}."
    return [note("too_few_posts", say(text, needed=FEWEST, used=count))]
