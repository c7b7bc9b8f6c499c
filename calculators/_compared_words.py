"""What a comparison of creators says in words: who is ahead, how sure that is, and what limits it."""

from ._comparison import CLEAR, Comparison
from ._creators import Creator
from ._fields import Problem, Values, note, refusal
from ._ratios import in_rows
from ._words import listing, show

_BEYOND = 1e15
_MOST_SCALE = 1000000


def rough(number: float) -> str:
    """A positive number with about three digits that count.

    >>> rough(2.065170930032843), rough(0.04842), rough(1234.5), rough(1e-30)
    ('2.07', '0.0484', '1,235', 'almost 0')
    """
    if number >= 100:
        return show(number if number > _BEYOND else float(int(number + 0.5)))
    scale = 1
    while number * scale < 100 and scale < _MOST_SCALE:
        scale = scale * 10
    shown = show(int(number * scale + 0.5) / scale)
    return "almost 0" if shown == "0" else shown


def verdict(first: str, second: str, found: Comparison) -> list[Problem]:
    """Whether one of two creators is clearly ahead, by how much, and what chance would do."""
    if found.p_value is None:
        return []
    values: Values = {"first": first, "second": second, "ratio": found.ratio, "p_value": found.p_value}
    values.update({"low": found.low, "high": found.high})
    if not found.clear():
        text = f"No clear difference between {first} and {second} with these posts{_reach(found)}. {_chance(found)}"
        return [note("no_clear_difference", text, None, values)]
    if found.ratio is None or found.low is None or found.high is None:
        higher, lower = (first, second) if found.ahead > 0 else (second, first)
        text = f"The mean rate of {higher} is clearly above that of {lower} with these posts. {_chance(found)}"
        return [note("clear_difference", text, None, values)]
    times, low, high = found.ratio, found.low, found.high
    higher, lower = (first, second) if times > 1 else (second, first)
    if times < 1:
        times, low, high = 1 / times, 1 / high, 1 / low
    text = (
        f"The typical rate of {higher} is {rough(times)} times that of {lower} with these posts: "
        f"it could be {rough(low)} to {rough(high)} times. {_chance(found)}"
    )
    return [note("clear_difference", text, None, values)]


def _reach(found: Comparison) -> str:
    if found.low is None or found.high is None:
        return ""
    return f": the ratio could be {rough(found.low)} to {rough(found.high)}"


def _chance(found: Comparison) -> str:
    p_value = found.p_value or 0.0
    share = "less than 0.01%" if p_value < 0.0001 else f"{rough(p_value * 100)}%"
    return f"If both were alike, posts would differ as much in {share} of cases."


def all_verdicts(first: str, others: list[str], found: list[Comparison]) -> list[Problem]:
    """With three creators or more: which of them differ clearly from the first, and that some do by chance."""
    sides: list[list[str]] = [[], [], [], []]
    for name, one in zip(others, found):  # noqa: B905 - MicroPython has no strict
        sides[_side(one)].append(name)
    words = ("clearly above it: ", "clearly below it: ", "no clear difference: ", "can’t be compared: ")
    said = [words[side] + listing(names) for side, names in enumerate(sides) if names]
    text = f"Compared with {first}, {'; '.join(said)}."
    values: Values = {"first": first, "above": listing(sides[0]), "below": listing(sides[1])}
    often = (
        f"{len(others)} comparisons with {first} are made here, and about one in twenty finds a difference by chance "
        "alone; take a single clear one as a hint, and ask for more posts."
    )
    return [note("with_first", text, None, values), note("many_comparisons", often, None, {"comparisons": len(others)})]


def _side(one: Comparison) -> int:
    """Above the first creator, below it, neither, or nothing known."""
    if one.p_value is None:
        return 3
    if not one.clear():
        return 2
    above = one.ahead > 0 if one.low is None or one.ratio is None else one.ratio > 1
    return 0 if above else 1


def mixed(parts: list[str], creators: list[Creator]) -> list[Problem]:
    """Refuse a column that is entered for some creators and for others not at all: their rates couldn't be compared."""
    problems = []
    for part in parts:
        without = [each for each in creators if each.numbers and not each.has(part)]
        named = [each for each in creators if each.has(part)]
        if without and named:
            names = listing([each.name for each in without])
            verb = "has" if len(without) == 1 else "have"
            remedy = f"or leave {part} empty for everybody" if part != "likes" else f"or leave {names} out"
            text = (
                f"{names} {verb} no {part} in any row, and {named[0].name} has: rates of different definitions can’t "
                f"be compared. Enter the {part} of {names}, {remedy}."
            )
            values: Values = {"creators": names, "column": part, "other": named[0].name}
            problems.append(refusal("mixed_definitions", text, part, without[0].row, values))
    return problems


def left_out(parts: list[str], audience: str, creators: list[Creator]) -> list[Problem]:
    """Which posts are left out, and why; blank is not zero."""
    entered = _length([each.numbers for each in creators])
    used = _length([each.rates for each in creators])
    if used == entered:
        return []
    names = list(parts)
    names.append(audience)
    rows = [(f"{name} blank in ", _rows([each.blanks(name) for each in creators])) for name in names]
    rows.append((f"{audience} 0 in ", _rows([each.noughts(audience) for each in creators])))
    reasons = [words + in_rows(numbers) for words, numbers in rows if numbers]
    text = f"Posts: {show(used)} used of {show(entered)} entered ({'; '.join(reasons)})."
    return [note("left_out", text, None, {"used": used, "entered": entered})]


def zeros(creators: list[Creator]) -> list[Problem]:
    """Posts that nobody reacted to have no logarithm, so their creator has no typical rate."""
    found = [each for each in creators if each.zeros]
    if not found:
        return []
    rows = in_rows(_rows([each.zeros for each in found]))
    names = listing([each.name for each in found])
    text = (
        f"Nobody reacted in {rows}, and 0 has no logarithm: {names} "
        f"{'gets' if len(found) == 1 else 'get'} no typical rate and no ratio; the median and the mean stand."
    )
    return [note("zero_engagements", text, None, {"creators": names, "rows": rows})]


def thin(creators: list[Creator]) -> list[Problem]:
    """Creators with too few posts for a ratio to be sure of."""
    none = [each.name for each in creators if not each.rates]
    one = [each.name for each in creators if len(each.rates) == 1]
    problems = []
    if none:
        text = f"No post can be used of {listing(none)}; enter what the definition counts, and what it is divided by."
        problems.append(note("no_posts", text, None, {"creators": listing(none)}))
    if one:
        text = f"One post alone doesn’t show how much posts vary: enter a second one of {listing(one)} for an interval."
        problems.append(note("too_few_posts", text, None, {"creators": listing(one)}))
    return problems


def limits(first: Creator, second: Creator, found: Comparison) -> list[Problem]:
    """Why a comparison has no interval, or can't come out clear."""
    names: Values = {"first": first.name, "second": second.name}
    if first.sample.error == 0 and second.sample.error == 0:
        text = (
            f"All posts of {first.name} have the same rate, and so have those of {second.name}: "
            "without any spread nothing can be said about how sure the ratio is."
        )
        return [note("no_spread", text, None, names)]
    if found.least is not None and found.least >= CLEAR:
        text = (
            f"With {len(first.rates)} and {len(second.rates)} posts even the largest difference would come up by "
            f"chance in {rough(found.least * 100)}% of cases, so none can be clear; enter more posts."
        )
        names["least"] = found.least
        return [note("few_splits", text, None, names)]
    return []


def _length(lists: "list[list[int]] | list[list[float]]") -> int:
    added = 0
    for each in lists:
        added = added + len(each)
    return added


def _rows(lists: list[list[int]]) -> list[int]:
    return sorted([number for each in lists for number in each])
