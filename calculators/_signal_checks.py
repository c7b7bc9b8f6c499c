"""The checks behind the signals, each with its reason and the innocent explanations in words."""

from ._fields import Outcome, Problem, note, number_in, refusal, text_in
from ._intervals import FEWEST, spread
from ._ratios import Ratios
from ._said import Said, in_rows, joined_by, say, say_of
from ._series import Step, filled_down, steps, sudden
from ._sums import mean, median
from ._words import tidied

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
    """A band that is upside down is refused, and half a band isn’t used."""
    low, high = number_in(inputs, "band_low"), number_in(inputs, "band_high")
    if low is None and high is None:
        return []
    if low is None or high is None:
        text = "The band has one end only, so the typical rate can’t be placed; enter the other end as well."
        return [note("half_band", text, "band_low" if low is None else "band_high")]
    if low > high:
        text = "The band’s low end, {low}, is above its high end, {high}; exchange them."
        return [refusal("band_turned_round", say(text, low=_percent(low), high=_percent(high)), "band_low")]
    return []


def public_rates(outcome: Outcome, rows: "Sequence[Line]") -> Ratios:
    """The rates of the rows, with notes on what isn’t counted or is left out; a day without a post is no gap."""
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
        return [note("not_counted", text)]
    if parts == ["comments"]:
        return [note("no_likes", "There is no rate without likes; enter them, or leave comments out too.", "likes")]
    return []


def _left_out(rates: Ratios) -> list[Problem]:
    reasons = rates.left_out(True)
    if not reasons:
        return []
    posts = len([row for row in rates.rows if any(row.get(part) is not None for part in rates.parts)])
    text = "Rates: {used} used of {entered} entered ({why})."
    return [note("left_out", say(text, used=rates.used, entered=posts, why=joined_by("; ", reasons)))]


def growth(outcome: Outcome, rows: "Sequence[Line]") -> bool | None:
    """Whether followers rose far more than usual somewhere; None where that can’t be told."""
    taken = steps([number_in(row, "followers") for row in rows])
    if not taken:
        return None
    largest = max([abs(step.change) for step in taken])
    outcome.results["largest_change"] = next(step.change for step in taken if abs(step.change) == largest)
    if len(taken) < FEWEST_CHANGES:
        text = "With fewer than {needed} follower counts no rise can be called unusual; enter more rows."
        said = say(text, needed=FEWEST_CHANGES + 1, counts=len(taken) + 1)
        outcome.problems.append(note("few_counts", said, "followers"))
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
    said = say_of(
        len(spikes),
        "Followers rose far more than usual in {where}: by {rise}, where {usual} in a row is usual. Ask what happened: "
        "press, a giveaway, a viral post or a mention by a larger account would explain it.",
        "Followers rose far more than usual in {where}: by at most {rise}, where {usual} in a row is usual. Ask what "
        "happened: press, a giveaway, a viral post or a mention by a larger account would explain it.",
        where=in_rows([one.row for one in spikes]) if len(spikes) > 1 else _dated(step.row, rows[step.row - 1]),
        rise=_rise(step),
        usual=_tenth(usual),
    )
    return note("growth_spike", said, "followers")


def _rise(step: Step) -> Said:
    if not step.before:
        return say("{change}", change=step.change)
    share = _percent(step.change / step.before)
    return say("{change} ({share} of the followers before)", change=step.change, share=share)


def _dated(number: int, row: "Line") -> Said:
    """A row with its day, where that is written in digits; other words are the reader’s and not repeated."""
    day = tidied(text_in(row, "day"))
    plain = 0 < len(day) <= _LONGEST_DATE and all(letter in _DATE for letter in day)
    return say("{row} ({day})", row=in_rows([number]), day=day) if plain else in_rows([number])


def position(outcome: Outcome, inputs: "Line", rates: Ratios) -> bool | None:
    """Whether the typical rate lies outside the band for sure; None without a band, or with too few rows."""
    low, high = number_in(inputs, "band_low"), number_in(inputs, "band_high")
    if low is None or high is None or low > high or not rates.used:
        return None
    typical = rates.median()
    side = "below" if typical < low else "above" if typical > high else "within"
    outcome.results["position"] = f"{side} the band"
    if rates.used < FEWEST:
        text = "With fewer than {needed} rates the typical one is too unsure to hold against a band; enter more rows."
        outcome.problems.append(note("few_rates", say(text, needed=FEWEST, rates=rates.used)))
        return None
    if side == "within":
        return False
    first, last, _ = rates.median_range()
    band = say("{low} to {high}", low=_percent(low), high=_percent(high))
    if first is None or last is None or (last >= low if side == "below" else first <= high):
        outcome.problems.append(note("position_unsure", _unsure(side, _percent(typical), band)))
        return False
    outcome.problems.append(note(f"{side}_band", _outside(side, _percent(typical), band)))
    return True


def _unsure(side: str, rate: Said, band: Said) -> Said:
    text = (
        "The typical rate, {rate}, lies above the band ({band}), but with these rows it could as well lie within it, "
        "so that is no signal."
    )
    if side == "below":
        text = (
            "The typical rate, {rate}, lies below the band ({band}), but with these rows it could as well lie within "
            "it, so that is no signal."
        )
    return say(text, rate=rate, band=band)


def _outside(side: str, rate: Said, band: Said) -> Said:
    """Out of the band on either side, for which there are different explanations."""
    text = (
        "The typical rate, {rate}, lies above the band of your benchmark ({band}). Ask what makes people react: a "
        "niche that reacts more, a small and loyal audience, a giveaway or a viral post would explain it. Check too "
        "that the benchmark has this definition."
    )
    if side == "below":
        text = (
            "The typical rate, {rate}, lies below the band of your benchmark ({band}). Ask who the followers are and "
            "where they came from: followers of years ago who moved on, a niche that reacts little, or a platform that "
            "shows fewer posts would explain it. Check too that the benchmark has this definition."
        )
    return say(text, rate=rate, band=band)


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
            "The rates of {rates} rows vary by only {variation}. That is a weak hint, without a study behind it: ask "
            "how the posts come about. A fixed routine, one format or a loyal core of readers would explain it."
        )
        outcome.problems.append(note("even_rates", say(text, rates=rates.used, variation=_percent(found))))
    return found < EVEN


def _percent(ratio: float) -> Said:
    """Two decimals of a percentage; what is below them is said to be."""
    number = int(ratio * 10000 + 0.5) / 100
    if ratio and not number:
        return say("less than {number}%", number=0.01)
    return say("{number}%", number=number)


def _tenth(number: float) -> float:
    """One decimal, up or down."""
    tenths = int(abs(number) * 10 + 0.5) / 10
    return -tenths if number < 0 and tenths else tenths
