"""The checks behind the signals, each with its reason and the innocent explanations in words."""

from ._fields import Outcome, Problem, Values, note, number_in, refusal, text_in
from ._intervals import FEWEST, spread
from ._ratios import Ratios, in_rows
from ._series import Step, filled_down, steps, sudden
from ._sums import mean, median
from ._words import listing, show, tidied

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._fields import Line, Row

FEWEST_CHANGES = 6  # ours: those of a week of daily counts
FEWEST_EVEN = 8  # ours: rates, below which little variation says nothing
EVEN = 0.05  # ours: no study of it was found
PARTS = ("likes", "comments")
_DATE = "0123456789-/.: "
_LONGEST_DATE = 20


def band_problems(inputs: "Line") -> list[Problem]:
    """A band that is upside down is refused, and half a band isn't used."""
    low, high = number_in(inputs, "band_low"), number_in(inputs, "band_high")
    if low is None and high is None:
        return []
    if low is None or high is None:
        text = "The band has one end only, so the typical rate can’t be placed; enter the other end as well."
        return [note("half_band", text, "band_low" if low is None else "band_high")]
    if low > high:
        text = f"The band’s low end, {_percent(low)}, is above its high end, {_percent(high)}; exchange them."
        return [refusal("band_turned_round", text, "band_low", None, {"low": low, "high": high})]
    return []


def public_rates(outcome: Outcome, rows: "Sequence[Line]") -> Ratios:
    """The rates of the rows, with notes on what isn't counted or is left out; a day without a post is no gap."""
    followers = filled_down([number_in(row, "followers") for row in rows])
    parts = [part for part in PARTS if any(row.get(part) is not None for row in rows)]
    posts: list[Row] = []
    for place, row in enumerate(rows):
        post: Row = {part: number_in(row, part) for part in parts}
        if any(value is not None for value in post.values()):
            post["followers"] = followers[place]
        posts.append(post)
    rates = Ratios(parts, "followers", posts if "likes" in parts else [])
    outcome.results["typical_rate"] = rates.median() if rates.used else None
    outcome.problems += _counted(parts) + _left_out(rates)
    return rates


def _counted(parts: list[str]) -> list[Problem]:
    if parts == ["likes"]:
        text = "Engagements counted: likes (comments not entered). The band must be of likes alone as well."
        return [note("not_counted", text, None, {"counted": "likes", "missing": "comments"})]
    if parts == ["comments"]:
        return [note("no_likes", "There is no rate without likes; enter them, or leave comments out too.", "likes")]
    return []


def _left_out(rates: Ratios) -> list[Problem]:
    reasons = rates.left_out(True)
    if not reasons:
        return []
    posts = len([row for row in rates.rows if any(row.get(part) is not None for part in rates.parts)])
    text = f"Rates: {show(rates.used)} used of {show(posts)} entered ({'; '.join(reasons)})."
    return [note("left_out", text, None, {"used": rates.used, "entered": posts})]


def growth(outcome: Outcome, rows: "Sequence[Line]") -> bool | None:
    """Whether followers rose far more than usual somewhere; None where that can't be told."""
    taken = steps([number_in(row, "followers") for row in rows])
    if not taken:
        return None
    largest = max([abs(step.change) for step in taken])
    outcome.results["largest_change"] = next(step.change for step in taken if abs(step.change) == largest)
    if len(taken) < FEWEST_CHANGES:
        text = f"With fewer than {FEWEST_CHANGES + 1} follower counts no rise can be called unusual; enter more rows."
        outcome.problems.append(note("few_counts", text, "followers", {"counts": len(taken) + 1}))
        return None
    each = [step.each for step in taken]
    places = sudden(each)
    if places is None:
        text = "Half of the changes in followers are alike, so no rise can be called unusual."
        outcome.problems.append(note("no_spread", text, "followers"))
        return None
    spikes = [taken[place] for place in places if taken[place].change > 0]
    numbers: list[float | None] = [step.row for step in spikes]
    outcome.results["growth_spikes"] = numbers
    outcome.problems += [_spike(spikes, median(each), rows)] if spikes else []
    return bool(spikes)


def _spike(spikes: list[Step], usual: float, rows: "Sequence[Line]") -> Problem:
    """Name the rows, and the size of the largest rise against the usual one."""
    largest = max([step.change for step in spikes])
    step = next(one for one in spikes if one.change == largest)
    where = in_rows([one.row for one in spikes]) if len(spikes) > 1 else f"row {step.row}{_date(rows[step.row - 1])}"
    most = "at most " if len(spikes) > 1 else ""
    share = f" ({_percent(step.change / step.before)} of the followers before)" if step.before else ""
    text = (
        f"Followers rose far more than usual in {where}: by {most}{show(step.change)}{share}, where "
        f"{_tenth(usual)} in a row is usual. Ask what happened: press, a giveaway, a viral post or a mention by a "
        "larger account would explain it."
    )
    values: Values = {"rows": listing([show(one.row) for one in spikes]), "change": step.change, "usual": usual}
    return note("growth_spike", text, "followers", values)


def _date(row: "Line") -> str:
    """The row's day, where it is written in digits; other words are the reader's and not repeated."""
    day = tidied(text_in(row, "day"))
    plain = 0 < len(day) <= _LONGEST_DATE and all(letter in _DATE for letter in day)
    return f" ({day})" if plain else ""


def position(outcome: Outcome, inputs: "Line", rates: Ratios) -> bool | None:
    """Whether the typical rate lies outside the band for sure; None without a band, or with too few rows."""
    low, high = number_in(inputs, "band_low"), number_in(inputs, "band_high")
    if low is None or high is None or low > high or not rates.used:
        return None
    typical = rates.median()
    side = "below" if typical < low else "above" if typical > high else "within"
    outcome.results["position"] = f"{side} the band"
    if rates.used < FEWEST:
        text = (
            f"With fewer than {FEWEST} rates the typical one is too unsure to be held against a band; enter more rows."
        )
        outcome.problems.append(note("few_rates", text, None, {"rates": rates.used}))
        return None
    if side == "within":
        return False
    first, last, _ = rates.median_range()
    values: Values = {"rate": typical, "low": low, "high": high, "side": side}
    if first is None or last is None or (last >= low if side == "below" else first <= high):
        text = (
            f"The typical rate, {_percent(typical)}, lies {side} the band ({_percent(low)} to {_percent(high)}), but "
            "with these rows it could as well lie within it, so that is no signal."
        )
        outcome.problems.append(note("position_unsure", text, None, values))
        return False
    outcome.problems.append(_outside(values, typical, side, f"{_percent(low)} to {_percent(high)}"))
    return True


def _outside(values: Values, typical: float, side: str, band: str) -> Problem:
    """Out of the band on either side, for which there are different explanations."""
    if side == "below":
        reasons = (
            "Ask who the followers are and where they came from: followers of years ago who moved on, a niche that "
            "reacts little, or a platform that shows fewer posts would explain it."
        )
    else:
        reasons = (
            "Ask what makes people react: a niche that reacts more, a small and loyal audience, a giveaway or a viral "
            "post would explain it."
        )
    text = (
        f"The typical rate, {_percent(typical)}, lies {side} the band of your benchmark ({band}). {reasons} "
        "Check too that the benchmark has this definition."
    )
    return note(f"{side}_band", text, None, values)


def variation(outcome: Outcome, rates: Ratios) -> bool | None:
    """Whether the rates hardly vary; None where there are too few of them."""
    if rates.used < 2 or max(rates.rates) == 0:
        return None
    even = min(rates.rates) == max(rates.rates)  # whose mean may be off by its last digit
    found = 0.0 if even else spread(rates.rates) / mean(rates.rates)
    outcome.results["variation"] = found
    if rates.used < FEWEST_EVEN:
        return None
    if found < EVEN:
        text = (
            f"The rates of {show(rates.used)} rows vary by only {_percent(found)}. That is a weak hint, without a "
            "study behind it: ask how the posts come about. A fixed routine, one format or a loyal core of readers "
            "would explain it."
        )
        outcome.problems.append(note("even_rates", text, None, {"variation": found, "rates": rates.used}))
    return found < EVEN


def _percent(ratio: float) -> str:
    """Two decimals of a percentage; what is below them is said to be."""
    shown = show(int(ratio * 10000 + 0.5) / 100)
    return f"{'less than 0.01' if shown == '0' and ratio else shown}%"


def _tenth(number: float) -> str:
    """One decimal, up or down."""
    tenths = int(abs(number) * 10 + 0.5) / 10
    return show(-tenths if number < 0 and tenths else tenths)
