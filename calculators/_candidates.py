"""Creators to choose from: rows checked, costs in whole cents, values in whole small parts, segments as bits."""

import math

from ._fields import Line, Problem, note, number_in, refusal, text_in
from ._said import in_rows, say
from ._segments import read_names

CENTS = 100
PARTS = 1000000000  # of a value or a size: whole numbers add up exactly, whatever the order
MOST_CREATORS = 200
_SLACK = 0.001  # of a cent: what doubles lose of a decimal amount


class Creator:
    """One row that can be chosen.

    Args:
        name: Its id, or its row where it has none.
        row: Counted from 1.
        line: What is entered.
        bit: In masks of names; an earlier name has the higher one.
    """

    def __init__(self, name: str, row: int, line: Line) -> None:
        self.name = name
        self.row = row
        self.cost = cents_up(number_in(line, "cost") or 0.0)
        self.value = parts(number_in(line, "value") or 0.0)
        self.has_value = number_in(line, "value") is not None
        self.choice = text_in(line, "choice")
        self.segments: list[str] = []
        self.covered = 0
        self.bit = 0


def cents_up(amount: float) -> int:
    """An amount in cents, a fraction of a cent rounded up.

    >>> cents_up(0.1 + 0.2), cents_up(12.345)
    (30, 1235)
    """
    return math.ceil(amount * CENTS - _SLACK)


def cents_down(amount: float) -> int:
    """An amount in cents, a fraction of a cent rounded down.

    >>> cents_down(0.3), cents_down(12.345)
    (30, 1234)
    """
    return math.floor(amount * CENTS + _SLACK)


def parts(value: float) -> int:
    """A value in billionths."""
    return math.floor(value * PARTS + 0.5)


def read_creators(rows: list[Line], known: list[str]) -> tuple[list[Creator], list[Problem]]:
    """The rows that hold a creator with a cost, and what is wrong with the others."""
    creators: list[Creator] = []
    problems: list[Problem] = []
    without_cost = []
    for index, line in enumerate(rows):
        if not any(value is not None and value != "" for value in line.values()):
            continue
        if number_in(line, "cost") is None:
            without_cost.append(index + 1)
            problems += _must_have_without_cost(line, index + 1)
            continue
        creator = Creator(text_in(line, "id") or f"row {index + 1}", index + 1, line)
        creator.segments = read_names(text_in(line, "segments"), known)
        problems += _named_twice(creator, creators)
        creators.append(creator)
    if without_cost:
        said = say(
            "Cost is blank in {rows}, which can’t be chosen; 0 is a cost, blank is not.", rows=in_rows(without_cost)
        )
        problems.append(note("no_cost", said, "cost"))
    for place, creator in enumerate(sorted(creators, key=lambda each: each.name)):
        creator.bit = 1 << (len(creators) - 1 - place)
    return creators, problems + _too_many(creators)


def by_name(creators: list[Creator], mask: int) -> list[Creator]:
    """Those whose bits are in a mask, in the order of their names."""
    return sorted([each for each in creators if each.bit & mask], key=lambda each: each.name)


def total_of(numbers: list[int]) -> int:
    """Whole numbers added up."""
    added = 0
    for number in numbers:
        added += number
    return added


def _must_have_without_cost(line: Line, row: int) -> list[Problem]:
    if text_in(line, "choice") != "must have":
        return []
    return [refusal("must_have_without_cost", "A creator you must have needs a cost; enter it, or 0.", "cost", row)]


def _named_twice(creator: Creator, before: list[Creator]) -> list[Problem]:
    same = [each.row for each in before if each.name == creator.name]
    if not same:
        return []
    said = say(
        "“{id}” is in row {first} already; take one of the two out, or rename it.", id=creator.name, first=same[0]
    )
    return [refusal("repeated_id", said, "id", creator.row)]


def _too_many(creators: list[Creator]) -> list[Problem]:
    if len(creators) <= MOST_CREATORS:
        return []
    said = say(
        "There are {creators} creators, and {most} are the most; take out those you would never book.",
        creators=len(creators),
        most=MOST_CREATORS,
    )
    return [refusal("too_many_creators", said)]
