"""How sure a figure is: 95% intervals, each with the method that fits it, and values that lie far from the others."""

import math

from ._student import student_quantile
from ._sums import mean, median, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    Interval = tuple[float, float]

FEWEST = 3  # values, below which nothing is said
FEWEST_RANKED = 6  # with fewer, no pair of values holds the median in 95% of cases
FAR = 3.5  # Iglewicz and Hoaglin’s bound for the modified z-score
_Z = 1.959963984540054
_BITS = 52


def spread(values: list[float]) -> float:
    """The standard deviation of a sample; needs at least two values."""
    middle = mean(values)
    return math.sqrt(total([(value - middle) * (value - middle) for value in values]) / (len(values) - 1))


def ranks(count: int) -> "tuple[int, int, float] | None":
    """Which of the ordered values hold the median between them, counted from 1, and how often; None for too few.

    The narrowest pair that holds it in at least 95% of cases, whatever the distribution.

    >>> ranks(12), ranks(8), ranks(5)
    ((3, 10, 0.96142578125), (1, 8, 0.9921875), None)
    """
    if count < FEWEST_RANKED:
        return None
    low, below, ways = 0, 0, 1
    while 40 * (below + ways) <= 1 << count:
        below = below + ways
        low = low + 1
        ways = ways * (count - low + 1) // low
    shift = max(0, count - _BITS)
    return low, count + 1 - low, 1 - 2 * (below >> shift) / (1 << (count - shift))


def median_interval(values: list[float]) -> "tuple[float, float, float] | None":
    """Low, high and coverage of the median from the order of the values; None for fewer than six."""
    found = ranks(len(values))
    if found is None:
        return None
    ordered = sorted(values)
    return ordered[found[0] - 1], ordered[found[1] - 1], found[2]


def typical_interval(values: list[float]) -> "Interval | None":
    """An interval for the usual value of three to five, as if their logarithms were normal; needs all above 0."""
    if len(values) < FEWEST or min(values) <= 0:
        return None
    low, high = around([math.log(value) for value in values])
    return math.exp(low), math.exp(high)


def around(values: list[float]) -> "Interval":
    """Student’s interval for the mean; needs at least two values."""
    middle = mean(values)
    reach = student_quantile(float(len(values) - 1)) * spread(values) / math.sqrt(len(values))
    return middle - reach, middle + reach


def pooled_interval(pairs: list[tuple[float, float]]) -> "Interval | None":
    """An interval for sum ÷ sum (the delta method, with Student’s quantile); None for fewer than three pairs."""
    count = len(pairs)
    if count < FEWEST:
        return None
    whole = total([divisor for _, divisor in pairs])
    ratio = total([part for part, _ in pairs]) / whole
    squares = total([(part - ratio * divisor) * (part - ratio * divisor) for part, divisor in pairs])
    reach = student_quantile(float(count - 1)) * math.sqrt(count * squares / (count - 1)) / whole
    return ratio - reach, ratio + reach


def far_off(values: list[float]) -> "list[int] | None":
    """Places, counted from 0, of values with a modified z-score beyond 3.5; None when half of them are alike."""
    middle = median(values)
    distance = median([abs(value - middle) for value in values])
    if distance == 0:
        return None
    return [place for place, value in enumerate(values) if 0.6745 * abs(value - middle) / distance > FAR]


def proportion_interval(successes: float, trials: float) -> "Interval":
    """Wilson’s interval for a true proportion: each trial is one that succeeds or doesn’t; needs a trial.

    >>> proportion_interval(1, 20)
    (0.008881448800795402, 0.23613119344674208)
    """
    share, square = successes / trials, _Z * _Z
    middle = share + square / (2 * trials)
    reach = _Z * math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    scale = 1 + square / trials
    low = 0.0 if successes == 0 else (middle - reach) / scale
    high = 1.0 if successes == trials else (middle + reach) / scale
    return low, high
