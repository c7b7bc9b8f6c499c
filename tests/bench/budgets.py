"""The budgets of the design, each judged by what was measured: met or short, with figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from .summary import Record, Summary, ratios, summary, values

RATIO, MILLISECONDS, BYTES = "ratio", "ms", "bytes"


@dataclass(frozen=True)
class Budget:
    """The most that a figure of ours may be; ``against`` names the engine of a ratio."""

    what: str
    profile: str
    visit: str
    metric: str
    most: float
    unit: str
    against: str | None = None


@dataclass(frozen=True)
class Verdict:
    """A budget with what was measured; without a figure it was not measured."""

    budget: Budget
    found: Summary | None

    @property
    def word(self) -> str:
        """``met``, ``short`` or ``not measured``: by the median."""
        if self.found is None:
            return "not measured"
        return "met" if self.found.median <= self.budget.most else "short"


ANSWER = "first live answer"
READY = "Pyodide ready, from the worker's start"
BUDGETS = [
    Budget(ANSWER, "phone", "cold", "first", 1 / 10, RATIO, "stock"),
    Budget(ANSWER, "phone", "cold", "first", 3, RATIO, "javascript"),
    Budget(ANSWER, "phone", "warm", "first", 1.5, RATIO, "javascript"),
    Budget(READY, "phone", "cold", "took", 1 / 2.5, RATIO, "stock"),
    Budget(READY, "phone", "warm", "took", 1 / 7, RATIO, "stock"),
    *(
        Budget("key press to painted result, p95", profile, visit, "press_p95", most, MILLISECONDS)
        for profile, most in (("desktop", 16), ("phone", 50))
        for visit in ("cold", "warm")
    ),
    *(
        Budget("longest task from the first key press on", profile, visit, "task_typing", 50, MILLISECONDS)
        for profile in ("desktop", "phone")
        for visit in ("cold", "warm")
    ),
    Budget("bytes added before the first live answer", "phone", "cold", "bytes_first", 300_000, BYTES),
    Budget("bytes added until Pyodide is ready", "phone", "cold", "bytes_ready", 3_700_000, BYTES),
]


def judged(budget: Budget, records: Sequence[Record]) -> Verdict:
    """What was measured of ours, alone or run by run against another engine."""
    ours = values(records, budget.profile, "ours", budget.visit, budget.metric)
    if budget.against is None:
        return Verdict(budget, summary(ours.values()))
    others = values(records, budget.profile, budget.against, budget.visit, budget.metric)
    return Verdict(budget, summary(ratios(ours, others)))


def verdicts(records: Sequence[Record]) -> list[Verdict]:
    """Every budget's verdict."""
    return [judged(budget, records) for budget in BUDGETS]
