"""Changes to published figures, told from what the content keeps of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .model.guide import Guide
from .model.source import Revision, Statistic

type Ends = tuple[Decimal, ...]


@dataclass(frozen=True)
class Change:
    """One change of one figure.

    Attributes:
        source: The id of its source.
        statistic: As it stands today.
        index: Where among the statistic's revisions it is written.
        old: What stood there before: one value or two ends.
        new: What followed.
    """

    source: str
    statistic: Statistic
    index: int
    old: Ends
    new: Ends

    @property
    def revision(self) -> Revision:
        """When and why."""
        return self.statistic.revisions[self.index]

    @property
    def id(self) -> str:
        """Its place on the page of changes; it stays when more are added below it."""
        return f"{self.statistic.id}-change-{self.index + 1}"


def changes(guide: Guide) -> list[Change]:
    """Every change, the newest first."""
    found = [
        change
        for id_, source in sorted(guide.sources.items())
        for statistic in source.statistics
        for change in changes_of(id_, statistic)
    ]
    return sorted(found, key=lambda each: each.revision.date, reverse=True)


def changes_of(source: str, statistic: Statistic) -> Iterator[Change]:
    """The changes of one figure, the newest first: what followed is the next old value, or today's."""
    following = _ends(statistic)
    for index, revision in sorted(
        enumerate(statistic.revisions), key=lambda each: (each[1].date, each[0]), reverse=True
    ):
        old = _ends(revision)
        yield Change(source, statistic, index, old, following)
        following = old


def _ends(amount: Statistic | Revision) -> Ends:
    return tuple(each for each in (amount.value, amount.low, amount.high) if each is not None)
