"""How a rate of several posts comes about, with the posts’ own numbers."""

from ._fields import Working
from ._ratios import Ratios
from ._sums import total
from ._workings import divided, joined, number

_MOST_TERMS = 3  # beyond one more, only the first two and the last are written out
_DIGITS = 2


def rate_workings(prefix: str, ratios: Ratios) -> dict[str, Working]:
    """Of the mean, the median and the pooled rate; of a single post, the same for all."""
    if not ratios.used:
        return {}
    pooled = _quotient([total(column) for column in ratios.columns()], total(ratios.wholes()))
    if ratios.used == 1:
        return {prefix + name: pooled for name in ("per_post", "mean", "median", "pooled")}
    return {prefix + "mean": _mean(ratios.rates), prefix + "median": _median(ratios), prefix + "pooled": pooled}


def _quotient(parts: list[float], whole: float) -> Working:
    """(1,180 + 46) ÷ 35,000."""
    terms, divisor = [number(part, "count") for part in parts], number(whole, "count")
    if len(terms) == 1:
        return [terms[0], " ÷ ", divisor]
    return divided(joined(" + ", terms), divisor)


def _mean(rates: list[float]) -> Working:
    """(3.50% + 2.83% + … + 2.91%) ÷ 12."""
    terms = [number(rate, "ratio", _DIGITS) for rate in rates]
    if len(terms) > _MOST_TERMS + 1:
        terms = [terms[0], terms[1], "…", terms[-1]]
    return divided(joined(" + ", terms), number(len(rates), "count"))


def _median(ratios: Ratios) -> Working:
    """The middle post’s own quotient, or (1.29% + 1.31%) ÷ 2 of the two in the middle."""
    order = sorted(range(ratios.used), key=lambda place: (ratios.rates[place], place))
    half = ratios.used // 2
    if ratios.used % 2:
        return _quotient([column[order[half]] for column in ratios.columns()], ratios.wholes()[order[half]])
    middle = [number(ratios.rates[order[place]], "ratio", _DIGITS) for place in (half - 1, half)]
    return divided(joined(" + ", middle), number(2, "count"))
