"""Scales and ticks: numbers to places on a picture, in plain Python."""

import math
from dataclasses import dataclass

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
ROUND = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
LOG_STEPS = (1.0, 2.0, 5.0)


@dataclass(frozen=True)
class Scale:
    """Maps `low`…`high` onto `start`…`end`, linearly or by logarithm.

    >>> Scale(0, 10, 100, 200)(5)
    150.0
    >>> Scale(1, 100, 0, 10, log=True)(10)
    5.0
    """

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, number: float) -> float:
        """The place of a number."""
        low, high, at = (math.log10(n) if self.log else n for n in (self.low, self.high, number))
        return self.start + (at - low) / (high - low) * (self.end - self.start)

    def ticks(self, most: int) -> list[float]:
        """At most `most` round numbers on the scale."""
        return log_ticks(self.low, self.high, most) if self.log else ticks(self.low, self.high, most)


def around(numbers: list[float], start: float, end: float, *, log: bool = False) -> Scale:
    """A scale that holds all numbers: a linear one starts at zero, a logarithmic one leaves air at both ends.

    Zero and less have no logarithm: with such a number among them the scale is linear.

    >>> around([3, 21], 0, 100)
    Scale(low=0.0, high=25.0, start=0, end=100, log=False)
    """
    if log and min(numbers) > 0:
        low, high = log_ends(min(numbers), max(numbers))
        return Scale(low, high, start, end, log=True)
    low, high = -round_up(-min(0.0, *numbers, 0.0)), round_up(max(0.0, *numbers, 0.0))
    return Scale(low + 0.0, high if high > low else low + 1, start, end)


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most `most` round numbers from `low` to `high`, both ends included when they are round.

    >>> ticks(0, 21, 6)
    [0.0, 5.0, 10.0, 15.0, 20.0]
    """
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    steps = [step * power for step in (*STEPS, *(10 * step for step in STEPS))]
    step = next(step for step in steps if _last(high, step) - _first(low, step) + 1 <= most)
    return [_tidy(number * step, step) for number in range(_first(low, step), _last(high, step) + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers of a logarithmic scale: 1-2-5 steps where they fit, else powers of ten.

    >>> log_ticks(0.1, 10, 4)
    [0.1, 1.0, 10.0]
    """
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in (LOG_STEPS, (1.0, 5.0), (1.0,)):
        found = [_tidy(step * 10.0**power, 10.0**power) for power in powers for step in steps]
        inside = [tick for tick in found if low * (1 - 1e-9) <= tick <= high * (1 + 1e-9)]
        if len(inside) <= most:
            return inside
    return inside[:: math.ceil(len(inside) / most)]


def round_up(number: float) -> float:
    """The next round number at or above: a calm end for an axis.

    >>> round_up(20.4), round_up(1.86), round_up(5), round_up(0)
    (25.0, 2.0, 5.0, 0.0)
    """
    if number <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(number))
    return next((_tidy(step * power, power) for step in ROUND if step * power >= number * (1 - 1e-9)), 10 * power)


def log_ends(low: float, high: float) -> tuple[float, float]:
    """A logarithmic axis that leaves air around the data.

    >>> log_ends(41, 2300)
    (20.0, 5000.0)
    """
    first, last = math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1
    marks = [_tidy(step * 10.0**power, 10.0**power) for power in range(first, last + 1) for step in LOG_STEPS]
    return max(mark for mark in marks if mark <= low * 0.75), min(mark for mark in marks if mark >= high * 1.3)


def _first(low: float, step: float) -> int:
    return math.ceil(low / step - 1e-9)


def _last(high: float, step: float) -> int:
    return math.floor(high / step + 1e-9)


def _tidy(number: float, step: float) -> float:
    """Without the dust of binary fractions: as many digits as the step has."""
    return float(round(number, max(0, 2 - math.floor(math.log10(step)))))
