"""What a comparison of creators says in words: who is ahead, how sure that is, and what limits it."""

from ._comparison import CLEAR, Comparison
from ._creators import Creator
from ._fields import Problem, note, refusal
from ._ratios import blank_in, zero_in
from ._said import Said, in_rows, joined_by, say, say_of, word

_BEYOND = 1e15
_MOST_SCALE = 1000000


def rough(number: float) -> float | Said:
    """A positive number with about three digits that count.

    >>> rough(2.065170930032843), rough(0.04842), rough(1234.5), rough(1e-30).template
    (2.07, 0.0484, 1235.0, 'almost 0')
    """
    if number >= 100:
        return number if number > _BEYOND else float(int(number + 0.5))
    scale = 1
    while number * scale < 100 and scale < _MOST_SCALE:
        scale = scale * 10
    return int(number * scale + 0.5) / scale or say("almost 0")


def verdict(first: str, second: str, found: Comparison) -> list[Problem]:
    """Whether one of two creators is clearly ahead, by how much, and what chance would do."""
    if found.p_value is None:
        return []
    if not found.clear():
        return [note("no_clear_difference", _alike(first, second, found))]
    if found.ratio is None or found.low is None or found.high is None:
        higher, lower = (first, second) if found.ahead > 0 else (second, first)
        text = "The mean rate of {higher} is clearly above that of {lower} with these posts. {chance}"
        return [note("clear_difference", say(text, higher=higher, lower=lower, chance=_chance(found)))]
    times, low, high = found.ratio, found.low, found.high
    higher, lower = (first, second) if times > 1 else (second, first)
    if times < 1:
        times, low, high = 1 / times, 1 / high, 1 / low
    said = say(
        "The typical rate of {higher} is {times} times that of {lower} with these posts: it could be {low} to {high} "
        "times. {chance}",
        higher=higher,
        lower=lower,
        times=rough(times),
        low=rough(low),
        high=rough(high),
        chance=_chance(found),
    )
    return [note("clear_difference", said)]


def _alike(first: str, second: str, found: Comparison) -> Said:
    chance = _chance(found)
    if found.low is None or found.high is None:
        text = "No clear difference between {first} and {second} with these posts. {chance}"
        return say(text, first=first, second=second, chance=chance)
    text = (
        "No clear difference between {first} and {second} with these posts: the ratio could be {low} to {high}. "
        "{chance}"
    )
    return say(text, first=first, second=second, low=rough(found.low), high=rough(found.high), chance=chance)


def _chance(found: Comparison) -> Said:
    p_value = found.p_value or 0.0
    if p_value < 0.0001:
        return say("If both were alike, posts would differ as much in less than {share}% of cases.", share=0.01)
    return say("If both were alike, posts would differ as much in {share}% of cases.", share=rough(p_value * 100))


def all_verdicts(first: str, others: list[str], found: list[Comparison]) -> list[Problem]:
    """With three creators or more: which of them differ clearly from the first, and that some do by chance."""
    sides: list[list[str]] = [[], [], [], []]
    for name, one in zip(others, found):  # noqa: B905 - MicroPython has no strict
        sides[_side(one)].append(name)
    said = [
        say("clearly above it: {names}", names=sides[0]),
        say("clearly below it: {names}", names=sides[1]),
        say("no clear difference: {names}", names=sides[2]),
        say("can’t be compared: {names}", names=sides[3]),
    ]
    verdicts = joined_by("; ", [said[side] for side, names in enumerate(sides) if names])
    often = (
        "{comparisons} comparisons with {first} are made here, and about one in twenty finds a difference by chance "
        "alone; take a single clear one as a hint, and ask for more posts."
    )
    return [
        note("with_first", say("Compared with {first}, {verdicts}.", first=first, verdicts=verdicts)),
        note("many_comparisons", say(often, comparisons=len(others), first=first)),
    ]


def _side(one: Comparison) -> int:
    """Above the first creator, below it, neither, or nothing known."""
    if one.p_value is None:
        return 3
    if not one.clear():
        return 2
    above = one.ahead > 0 if one.low is None or one.ratio is None else one.ratio > 1
    return 0 if above else 1


def mixed(parts: list[str], creators: list[Creator]) -> list[Problem]:
    """Refuse a column that is entered for some creators and for others not at all: their rates couldn’t be compared."""
    problems = []
    for part in parts:
        without = [each for each in creators if each.numbers and not each.has(part)]
        named = [each for each in creators if each.has(part)]
        if without and named:
            said = _mixed(part, [each.name for each in without], named[0].name)
            problems.append(refusal("mixed_definitions", said, part, without[0].row))
    return problems


def _mixed(part: str, names: list[str], other: str) -> Said:
    if part == "likes":
        remedy = say("Enter the likes of {names}, or leave {names} out.", names=names)
    else:
        remedy = say(
            "Enter the {column} of {names}, or leave {column} empty for everybody.", column=word(part), names=names
        )
    return say_of(
        len(names),
        "{names} has no {column} in any row, and {other} has: rates of different definitions can’t be compared. "
        "{remedy}",
        "{names} have no {column} in any row, and {other} has: rates of different definitions can’t be compared. "
        "{remedy}",
        names=names,
        column=word(part),
        other=other,
        remedy=remedy,
    )


def left_out(parts: list[str], audience: str, creators: list[Creator]) -> list[Problem]:
    """Which posts are left out, and why; blank is not zero."""
    entered = _length([each.numbers for each in creators])
    used = _length([each.rates for each in creators])
    if used == entered:
        return []
    names = list(parts)
    names.append(audience)
    blank = [(name, _rows([each.blanks(name) for each in creators])) for name in names]
    reasons = [blank_in(name, numbers) for name, numbers in blank if numbers]
    noughts = _rows([each.noughts(audience) for each in creators])
    reasons += [zero_in(audience, noughts)] if noughts else []
    text = "Posts: {used} used of {entered} entered ({why})."
    return [note("left_out", say(text, used=used, entered=entered, why=joined_by("; ", reasons)))]


def zeros(creators: list[Creator]) -> list[Problem]:
    """Posts that nobody reacted to have no logarithm, so their creator has no typical rate."""
    found = [each for each in creators if each.zeros]
    if not found:
        return []
    said = say_of(
        len(found),
        "Nobody reacted in {rows}, and 0 has no logarithm: {creators} gets no typical rate and no ratio; the median "
        "and the mean stand.",
        "Nobody reacted in {rows}, and 0 has no logarithm: {creators} get no typical rate and no ratio; the median "
        "and the mean stand.",
        rows=in_rows(_rows([each.zeros for each in found])),
        creators=[each.name for each in found],
    )
    return [note("zero_engagements", said)]


def thin(creators: list[Creator]) -> list[Problem]:
    """Creators with too few posts for a ratio to be sure of."""
    none = [each.name for each in creators if not each.rates]
    one = [each.name for each in creators if len(each.rates) == 1]
    problems = []
    if none:
        text = "No post can be used of {creators}; enter what the definition counts, and what it is divided by."
        problems.append(note("no_posts", say(text, creators=none)))
    if one:
        text = "One post alone doesn’t show how much posts vary: enter a second one of {creators} for an interval."
        problems.append(note("too_few_posts", say(text, creators=one)))
    return problems


def limits(first: Creator, second: Creator, found: Comparison) -> list[Problem]:
    """Why a comparison has no interval, or can’t come out clear."""
    if first.sample.error == 0 and second.sample.error == 0:
        text = (
            "All posts of {first} have the same rate, and so have those of {second}: without any spread nothing can be "
            "said about how sure the ratio is."
        )
        return [note("no_spread", say(text, first=first.name, second=second.name))]
    if found.least is not None and found.least >= CLEAR:
        text = (
            "With {first} and {second} posts even the largest difference would come up by chance in {share}% of cases, "
            "so none can be clear; enter more posts."
        )
        share = rough(found.least * 100)
        return [note("few_splits", say(text, first=len(first.rates), second=len(second.rates), share=share))]
    return []


def _length(lists: "list[list[int]] | list[list[float]]") -> int:
    added = 0
    for each in lists:
        added = added + len(each)
    return added


def _rows(lists: list[list[int]]) -> list[int]:
    return sorted([number for each in lists for number in each])
