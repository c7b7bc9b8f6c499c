"""Numbers of several runs in few: medians, ranges, percentiles, and ratios taken pair by pair."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Summary:
    """The middle of some values, and how far they reach."""

    median: float
    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Record:
    """One visit's figures, with all that names it."""

    profile: str
    engine: str
    run: int
    visit: str
    """``cold`` or ``warm``."""
    metrics: dict[str, float | None]


def summary(values: Iterable[float | None]) -> Summary | None:
    """The median and the range of what is there; None when nothing is.

    >>> summary([3.0, None, 1.0])
    Summary(median=2.0, low=1.0, high=3.0, count=2)
    """
    known = [value for value in values if value is not None]
    return Summary(statistics.median(known), min(known), max(known), len(known)) if known else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The smallest value that this many percent of the values don't exceed.

    >>> percentile([4, 1, 3, 2], 50), percentile([], 50)
    (2, None)
    """
    return sorted(values)[max(math.ceil(len(values) * percent / 100), 1) - 1] if values else None


def values(records: Iterable[Record], profile: str, engine: str, visit: str, metric: str) -> dict[int, float]:
    """A metric's values by run, where it was measured."""
    wanted = (profile, engine, visit)
    chosen = [each for each in records if (each.profile, each.engine, each.visit) == wanted]
    found = {each.run: each.metrics.get(metric) for each in chosen}
    return {run: value for run, value in found.items() if value is not None}


def ratios(these: dict[int, float], others: dict[int, float]) -> list[float]:
    """Ratios of what was measured in the same run.

    >>> ratios({1: 2.0, 2: 9.0}, {1: 4.0, 3: 1.0})
    [0.5]
    """
    return [these[run] / others[run] for run in sorted(these.keys() & others.keys()) if others[run]]
