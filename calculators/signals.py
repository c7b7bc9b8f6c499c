"""Signals: what in a creator’s numbers is worth a question, with the innocent explanations beside it.

A signal is a reason to ask, never a verdict. Numbers alone can’t tell why something is unusual, and a wrong suspicion
hurts somebody who did nothing. So each signal comes with what would explain it, and none of them adds up to a score.

## Formula

Enter one row for each day or post, in the order of time: followers, likes, comments. Three checks are made, each where
there is enough to make it:

- **Growth spikes.** The change in followers from one count to the next; over blank rows it is spread evenly. A rise is
  a spike when its modified z-score, 0.6745 × (change − median change) ÷ median distance from it, is above 3.5. It takes
  seven counts, the six changes of a week, which is our bound.
- **Position.** The rate of a row is (likes + comments) ÷ followers; the typical rate is their median. It lies below,
  within or above the band that you enter from your benchmark, whose ends count as within. It is a signal when the whole
  95% interval of the median lies outside; from six rows on that interval is exact, with three to five it assumes that
  the logarithms of the rates are normal, and with fewer there is no signal.
- **Variation.** The standard deviation of the rates ÷ their mean. Rates that vary by less than 5%, in eight rows or
  more, are a weak signal. Both bounds are ours.

`signals` counts the checks that found something, `checks` those that were made.

## Zero case

Zero followers have no rate, and rates that are all zero no variation. Where half of the changes are alike, their
median distance is zero and no rise can be called unusual. No signal isn’t proof that all is well: it is the absence of
three kinds of reasons to ask.

## Traps

- A band is good for one definition: it must be of (likes + comments) ÷ followers, for accounts of this size, niche and
  platform. Another definition puts every creator outside.
- **Blank is not zero.** Hidden likes are left blank, and that row has no rate. A blank follower count takes the one
  above it for the rate, and the first one there is at the top.
- A sudden loss of followers is no signal here; platforms tidy up. It shows in `largest_change`.
- Where growth is very even, a small rise stands out: read by how many followers it is.
- The share of general-sounding comments, and who the followers are, say more than any of this, and take a look at the
  account.
- One unusual number among dozens is usual.

## Examples

Followers grew by about 40 a day, and by 1,450 on one day. What is there to ask about?

    >>> outcome = calculate(EXAMPLES[0].inputs, EXAMPLES[0].rows)
    >>> outcome.results["signals"], outcome.results["checks"], outcome.results["growth_spikes"]
    (1, 3, [8])
    >>> outcome.problems[0].text[:66]
    'Followers rose far more than usual in row 8 (2026-03-08): by 1,450'

Where does the typical rate lie?

    >>> round(outcome.results["typical_rate"], 4), outcome.results["position"]
    (0.0332, 'within the band')

Half of the changes are alike. Is a rise unusual?

    >>> days = [{"followers": count} for count in (100.0, 101.0, 102.0, 103.0, 104.0, 105.0, 900.0)]
    >>> outcome = calculate({}, days)
    >>> outcome.results.get("growth_spikes") is None, outcome.results["largest_change"]
    (True, 795.0)

What if nobody reacted?

    >>> calculate({}, [{"followers": 100.0, "likes": 0.0}] * 8).results.get("variation") is None
    True

## Sources

- Growth spikes as a thing to look at: HypeAuditor’s blog (no year stated). That press can be the reason: Popular Pays
  (no year stated).
- The modified z-score and its bound of 3.5: Iglewicz and Hoaglin (1993), here as cited by others. The seven counts are
  ours.
- A band of usual rates from the 10th to the 90th percentile, looked at from both sides: the Instagram audit published
  by frameprobe (no year stated). That the median’s interval must lie outside is our caution.
- Rates that vary too little: looked for in public code, but we found no study of it, so it is a weak hint, with bounds
  of our own.
"""

from . import engagement_rate
from ._fields import Example, Input, Outcome, Result, Text
from ._signal_checks import band_problems, growth, position, public_rates, variation
from ._words import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._fields import Line

MOST_RATE = 10

INPUTS = [
    Input("band_low", "ratio", maximum=MOST_RATE, names=["p10", "low", "benchmark low"]),
    Input("band_high", "ratio", maximum=MOST_RATE, names=["p90", "high", "benchmark high"]),
]
COLUMNS: list[Input | Text] = [
    Text("day", names=["date", "label", "post", "week", "posted", "posted on", "datum", "tag", "jour"])
]
COLUMNS += [engagement_rate.INPUTS[0]]
COLUMNS += [column for column in engagement_rate.COLUMNS if column.name in ("likes", "comments")]

_RATE = "Needs likes and followers above 0."
RESULTS = [
    Result("signals", "count", 0, "checks that found something to ask about", "Needs enough rows for one check."),
    Result("checks", "count", 0, "checks that could be made, of three", "Needs a row."),
    Result(
        "growth_spikes",
        "rows",
        0,
        "rows in which followers rose far more than usual",
        "Needs followers in seven rows or more, and changes that aren’t half of them alike.",
    ),
    Result(
        "largest_change",
        "count",
        0,
        "the largest change from one follower count to the next, up or down",
        "Needs followers in two rows or more.",
    ),
    Result("typical_rate", "ratio", 2, "(likes + comments) ÷ followers, median of the rows", _RATE),
    Result(
        "position",
        "text",
        0,
        "where the typical rate lies",
        "Needs a typical rate and both ends of a band.",
        texts=["below the band", "within the band", "above the band"],
    ),
    Result(
        "variation",
        "ratio",
        1,
        "standard deviation of the rates ÷ their mean",
        "Needs two rows or more with a rate, not all of them 0.",
    ),
]

_FOLLOWERS = (34180, 34222, 34251, 34290, 34338, 34371, 34415, 35865, 35921, 35958, 36002, 36035)


def _days(followers: "Sequence[int]") -> "list[Line]":
    """Twelve days in March with creator A’s posts; the follower counts are invented as well."""
    posts = next(each for each in engagement_rate.EXAMPLES if each.id == "creator-a").rows
    days: list[Line] = []
    for place, count in enumerate(followers):
        day = "2026-03-" + ("0" if place < 9 else "") + show(place + 1)
        days.append(
            {"day": day, "followers": count, "likes": posts[place]["likes"], "comments": posts[place]["comments"]}
        )
    return days


EXAMPLES = [
    Example("one-jump", {"band_low": 0.01, "band_high": 0.05}, _days(_FOLLOWERS)),
    Example("above-the-band", {"band_low": 0.004, "band_high": 0.02}, _days([count - 1450 for count in _FOLLOWERS])),
]


def calculate(inputs: "Line", rows: "Sequence[Line]") -> Outcome:
    """Make every check that the rows allow."""
    outcome = Outcome()
    outcome.problems += band_problems(inputs)
    if any(problem.level == "refusal" for problem in outcome.problems):
        return outcome
    rates = public_rates(outcome, rows)
    made = [growth(outcome, rows), position(outcome, inputs, rates), variation(outcome, rates)]
    found = [each for each in made if each is not None]
    outcome.results["checks"] = len(found) if rows else None
    outcome.results["signals"] = len([each for each in found if each]) if found else None
    return outcome
