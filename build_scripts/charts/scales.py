"""Scales and ticks: numbers to places on a picture, in plain Python."""

import math
from collections.abc import Callable
from dataclasses import dataclass

type Place = Callable[[float], float]

STEPS = (1, 2, 2.5, 5, 10)
LOG_STEPS = (1, 2, 5)


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


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most `most` round numbers from `low` to `high`, both ends included when they are round.

    >>> ticks(0, 21, 6)
    [0.0, 5.0, 10.0, 15.0, 20.0]
    """
    power = 10 ** math.floor(math.log10((high - low) / most))
    steps = [step * power for step in (*STEPS, *(10 * step for step in STEPS))]
    step = next(step for step in steps if math.floor(high / step) - math.ceil(low / step) + 1 <= most)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [float(round(number * step, 10)) for number in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers of a logarithmic scale: 1-2-5 steps where they fit, else powers of ten.

    >>> log_ticks(0.1, 10, 4)
    [0.1, 1.0, 10.0]
    """
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in (LOG_STEPS, (1, 5), (1,)):
        found = [step * 10.0**power for power in powers for step in steps]
        inside = [round(tick, 12) for tick in found if low * 0.999 <= tick <= high * 1.001]
        if len(inside) <= most:
            return inside
    return inside[:: math.ceil(len(inside) / most)]


def round_up(number: float) -> float:
    """The next round number at or above: a calm end for an axis.

    >>> round_up(20.4), round_up(1.86), round_up(5)
    (25.0, 2.0, 5.0)
    """
    power = 10 ** math.floor(math.log10(number))
    return float(next(step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * power >= number * 0.9999))


def log_ends(low: float, high: float) -> tuple[float, float]:
    """A logarithmic axis that leaves air around the data.

    >>> log_ends(41, 2300)
    (20.0, 5000.0)
    """
    marks = [step * 10.0**power for power in range(-6, 13) for step in LOG_STEPS]
    return max(mark for mark in marks if mark <= low * 0.75), min(mark for mark in marks if mark >= high * 1.3)
