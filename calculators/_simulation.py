"""Many imagined campaigns, from one source of numbers between 0 and 1.

Of Python’s ``random``, only ``random()`` gives the same numbers in every version; normal ones are made from it here
(Box and Muller’s way), so that a seed gives the same digits everywhere.
"""

import math

from ._progress import tell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_TURN = 2 * math.pi


class Spread:
    """How the engagements of one creator’s post vary: their logarithms are normal.

    Args:
        log_mean: The mean of the logarithms.
        log_sd: Their standard deviation.
    """

    def __init__(self, log_mean: float, log_sd: float) -> None:
        self.log_mean = log_mean
        self.log_sd = log_sd

    def expected(self) -> float:
        """The mean of the engagements themselves."""
        return math.exp(self.log_mean + self.log_sd * self.log_sd / 2)


def engagements_drawn(
    dice: "Callable[[], float]", draws: int, correlation: float, spreads: list[Spread]
) -> list[float]:
    """The engagements of all posts together, campaign by campaign.

    Each campaign draws what all posts share first, even where that has no weight, and then post by post.
    """
    shared, own = math.sqrt(correlation), math.sqrt(1 - correlation)
    exp, log, sqrt, cos, turn = math.exp, math.log, math.sqrt, math.cos, _TURN
    pairs = [(spread.log_mean, spread.log_sd) for spread in spreads]
    drawn = []
    step = max(1, draws // 100)
    for done in range(draws):
        if done % step == 0:
            tell(done, draws)
        u = dice()
        common = shared * (sqrt(-2 * log(1 - u)) * cos(turn * dice()))
        added = 0.0
        for log_mean, log_sd in pairs:
            u = dice()
            added += exp(log_mean + log_sd * (common + own * (sqrt(-2 * log(1 - u)) * cos(turn * dice()))))
        drawn.append(added)
    return drawn


def quantile(ordered: list[float], share: float) -> float:
    """The value below which a share lies, between two neighbours in proportion (type 7); needs a value.

    >>> quantile([1.0, 2.0, 4.0], 0.5), quantile([1.0, 2.0, 4.0], 0.75), quantile([3.0], 0.95)
    (2.0, 3.0, 3.0)
    """
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
