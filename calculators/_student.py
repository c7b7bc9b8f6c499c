"""Student’s t distribution: how far a mean of few numbers may lie off.

Plain arithmetic as far as it goes, so that interpreters agree: the gamma function is needed for one ratio alone, and
that has a short series. Checked against published tables of the quantile.
"""

import math

_KNOWN: "dict[float, float]" = {}
_MOST_STEPS = 20
_MOST_TERMS = 200
_CLOSE = 1e-15
_FAR = 30.0  # from here on the series of the gamma ratio is exact to the last digits


def student_quantile(freedom: float) -> float:
    """The distance that 95% of a t distribution stays within, by Newton’s steps from the normal one.

    Args:
        freedom: Degrees of freedom, from 1 up; fractions are fine.

    >>> round(student_quantile(11), 6), round(student_quantile(2), 6), round(student_quantile(11.757208981230082), 4)
    (2.200985, 4.302653, 2.1838)
    """
    if freedom not in _KNOWN:
        _KNOWN[freedom] = _quantile(freedom)
    return _KNOWN[freedom]


def student_beyond(distance: float, freedom: float) -> float:
    """The share of a t distribution that lies farther out than a distance, on both sides: a two-sided p-value.

    Args:
        distance: From 0 up; the sign of a difference makes no difference.
        freedom: Degrees of freedom, from 1 up; fractions are fine.

    >>> round(student_beyond(2.200985, 11), 6), student_beyond(0.0, 11)
    (0.05, 1.0)
    """
    return min(1.0, max(0.0, _beyond(distance, freedom)))


def _quantile(freedom: float) -> float:
    z = 1.959963984540054
    distance = z + (z**3 + z) / 4 / freedom
    for _ in range(_MOST_STEPS):
        step = (_beyond(distance, freedom) - 0.05) / (2 * _density(distance, freedom))
        distance = distance + step
        if abs(step) < 10 * _CLOSE * distance:
            break
    return distance


def _density(distance: float, freedom: float) -> float:
    spread: float = (1 + distance * distance / freedom) ** (-(freedom + 1) / 2)
    return _gamma_ratio(freedom / 2) / math.sqrt(freedom * math.pi) * spread


def _beyond(distance: float, freedom: float) -> float:
    """The share farther out than a distance, on both sides: the regularised incomplete beta function."""
    x = freedom / (freedom + distance * distance)
    front: float = _gamma_ratio(freedom / 2) / math.sqrt(math.pi) * x ** (freedom / 2) * math.sqrt(1 - x)
    if x < (freedom / 2 + 1) / (freedom / 2 + 2.5):
        return front * _fraction(freedom / 2, 0.5, x) / (freedom / 2)
    return 1 - front * _fraction(0.5, freedom / 2, 1 - x) / 0.5


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, from the front (Lentz’s way)."""
    c, d = 1.0, 1.0 / (1 - (a + b) * x / (a + 1))
    product = d
    for index in range(1, _MOST_TERMS):
        twice = a + 2 * index
        even = index * (b - index) * x / ((twice - 1) * twice)
        odd = -(a + index) * (a + b + index) * x / (twice * (twice + 1))
        for part in (even, odd):
            d = 1.0 / (1 + part * d)
            c = 1 + part / c
            product = product * (c * d)
        if abs(c * d - 1) < _CLOSE:
            break
    return product


def _gamma_ratio(x: float) -> float:
    """gamma(x + ½) ÷ gamma(x), by stepping up to where its series is exact."""
    factor = 1.0
    while x < _FAR:
        factor = factor * x / (x + 0.5)
        x = x + 1
    y = 1 / x
    series = 1 - y / 8 + y**2 / 128 + 5 * y**3 / 1024 - 21 * y**4 / 32768 - 399 * y**5 / 262144 + 869 * y**6 / 4194304
    return factor * math.sqrt(x) * series
