"""Numbers in the order of time: gaps filled from what stands above, steps from one to the next, and sudden rises."""

from ._intervals import FAR
from ._sums import median


class Step:
    """From one number to the next that is entered: the row it arrives in, counted from 1, and the rows it takes."""

    def __init__(self, row: int, before: float, change: float, rows: int) -> None:
        self.row = row
        self.before = before
        self.change = change
        self.each = change / rows


def filled_down(values: list[float | None]) -> list[float | None]:
    """Give each blank the number above it; blanks at the top get the first one there is.

    >>> filled_down([None, 5, None, 7]), filled_down([None])
    ([5, 5, 5, 7], [None])
    """
    known = [value for value in values if value is not None]
    last = known[0] if known else None
    filled = []
    for value in values:
        last = last if value is None else value
        filled.append(last)
    return filled


def steps(values: list[float | None]) -> list[Step]:
    """The changes between numbers that follow each other, blanks skipped."""
    found: list[Step] = []
    last: float | None = None
    place = 0
    for index, value in enumerate(values):
        if value is None:
            continue
        if last is not None:
            found.append(Step(index + 1, last, value - last, index - place))
        last, place = value, index
    return found


def sudden(values: list[float]) -> list[int] | None:
    """Places, from 0, of values with a modified z-score above 3.5; None when half of them are alike; needs one.

    >>> sudden([4.0, 5.0, 6.0, 5.0, 7.0, 90.0, -90.0]), sudden([1.0, 1.0, 1.0, 9.0])
    ([5], None)
    """
    middle = median(values)
    distance = median([abs(value - middle) for value in values])
    if distance == 0:
        return None
    return [place for place, value in enumerate(values) if 0.6745 * (value - middle) / distance > FAR]
