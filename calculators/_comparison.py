"""Two samples of rates compared: the ratio of their typical values, whether chance explains it, and pairs of posts."""

import math

from ._student import student_beyond, student_quantile
from ._sums import mean, total

MOST_PERMUTED = 8  # values on either side, up to which all splits are counted
PERMUTATION = "exact permutation"
WELCH = "Welch on logs"
CLEAR = 0.05  # the bound for p that goes with a 95% interval
_TIE = 1e-12  # of the sum of all rates: splits that are nearer to each other than this are equally far apart


class Sample:
    """Rates of one creator’s posts, with what every comparison needs of them.

    ``logs`` is empty where a rate is 0, for then there is no typical rate. ``error`` is the squared standard error of
    the mean of the logarithms; None for fewer than two posts.
    """

    def __init__(self, rates: list[float]) -> None:
        self.rates = rates
        self.ordered = sorted(rates)
        self.logs = [math.log(rate) for rate in rates] if rates and self.ordered[0] > 0 else []
        self.middle = mean(self.logs) if self.logs else 0.0
        self.error = _squared_error(self.logs, self.middle)

    def typical(self) -> float | None:
        """The geometric mean of the rates; None where one of them is 0 or there is none."""
        return math.exp(self.middle) if self.logs else None


class Comparison:
    """What two samples say together; None for what they don’t allow.

    ``ahead`` is above 0 where the first mean rate is higher; ``least`` is the smallest p-value that a permutation of so
    many posts can have.
    """

    def __init__(self) -> None:
        self.ratio: float | None = None
        self.low: float | None = None
        self.high: float | None = None
        self.freedom: float | None = None
        self.p_value: float | None = None
        self.least: float | None = None
        self.method = ""
        self.ahead = 0.0

    def clear(self) -> bool:
        """Whether chance is a poor explanation by the p-value, and by the interval where there is one."""
        apart = self.low is None or self.high is None or self.low > 1 or self.high < 1
        return apart and self.p_value is not None and self.p_value < CLEAR


def compared(first: Sample, second: Sample) -> Comparison:
    """The first sample against the second; few posts get the exact test, which needs no logarithms.

    >>> found = compared(Sample([0.03, 0.04, 0.05]), Sample([0.01, 0.02, 0.03]))
    >>> round(found.ratio, 6), found.p_value, found.method
    (2.154435, 0.2, 'exact permutation')
    """
    found = Comparison()
    if not first.rates or not second.rates:
        return found
    found.ahead = mean(first.rates) - mean(second.rates)
    if first.logs and second.logs:
        found.ratio = math.exp(first.middle - second.middle)
        _add_interval(found, first, second)
    sizes = (len(first.rates), len(second.rates))
    if min(sizes) > 1 and max(sizes) <= MOST_PERMUTED:
        found.p_value, found.least = permutation(first.rates, second.rates)
        found.method = PERMUTATION
    return found


def _add_interval(found: Comparison, first: Sample, second: Sample) -> None:
    """Welch’s interval and test on logarithms; nothing where neither sample has any spread."""
    if first.error is None or second.error is None or first.error + second.error == 0:
        return
    error = first.error + second.error
    parts = [each.error * each.error / (len(each.logs) - 1) for each in (first, second) if each.error]
    found.freedom = error * error / total(parts)
    difference, unit = first.middle - second.middle, math.sqrt(error)
    reach = student_quantile(found.freedom) * unit
    found.low, found.high = math.exp(difference - reach), math.exp(difference + reach)
    found.p_value = student_beyond(abs(difference) / unit, found.freedom)
    found.method = WELCH


def _squared_error(logs: list[float], middle: float) -> float | None:
    if len(logs) < 2:
        return None
    if min(logs) == max(logs):
        return 0.0  # the mean of equal numbers may be off by its last digit
    return total([(each - middle) * (each - middle) for each in logs]) / (len(logs) - 1) / len(logs)


def permutation(first: list[float], second: list[float]) -> tuple[float, float]:
    """How many of all splits of the posts have means as far apart, as a share; and the smallest share there can be.

    The posts are cut into two halves whose sums are ordered, so that a split is found by looking up, not one by one.

    >>> permutation([5.0, 6.0, 7.0], [1.0, 2.0, 3.0])
    (0.1, 0.1)
    """
    posts, size = first + second, len(first)
    middle = total(posts) * size / len(posts)
    reach = abs(total(first) - middle) - _TIE * total(posts)
    half = len(posts) // 2
    left, right = _sums_by_size(posts[:half]), [sorted(sums) for sums in _sums_by_size(posts[half:])]
    ways, near = 0, 0
    for taken, sums in enumerate(left):
        if not 0 <= size - taken < len(right):
            continue
        ordered = right[size - taken]
        ways = ways + len(sums) * len(ordered)
        for one in sums if reach > 0 else []:
            near = near + count_below(ordered, middle + reach - one) - count_below(ordered, middle - reach - one)
    return (ways - near) / ways, (2 if 2 * size == len(posts) else 1) / ways


def _sums_by_size(values: list[float]) -> list[list[float]]:
    """The sums of all choices among the values, by how many are chosen."""
    sums: list[list[float]] = [[] for _ in range(len(values) + 1)]
    sums[0].append(0.0)
    for place, value in enumerate(values):
        for size in range(place, -1, -1):
            sums[size + 1] += [one + value for one in sums[size]]
    return sums


def share_ahead(first: Sample, second: Sample) -> float | None:
    """In how many of all pairs of posts the first one’s rate is higher; equal ones don’t count."""
    pairs = len(first.rates) * len(second.rates)
    if not pairs:
        return None
    if len(first.rates) <= len(second.rates):
        return sum_of([count_below(second.ordered, rate) for rate in first.rates]) / pairs
    return sum_of([len(first.ordered) - count_below(first.ordered, rate, True) for rate in second.rates]) / pairs


def sum_of(counts: list[int]) -> int:
    """Add whole numbers."""
    added = 0
    for count in counts:
        added = added + count
    return added


def count_below(ordered: list[float], limit: float, with_limit: bool = False) -> int:
    """How many of the ordered numbers are below a limit, or at it as well, by halving.

    >>> count_below([1.0, 2.0, 2.0, 3.0], 2.0), count_below([1.0, 2.0, 2.0, 3.0], 2.0, True)
    (1, 3)
    """
    low, high = 0, len(ordered)
    while low < high:
        half = (low + high) // 2
        if ordered[half] < limit or (with_limit and ordered[half] == limit):
            low = half + 1
        else:
            high = half
    return low
