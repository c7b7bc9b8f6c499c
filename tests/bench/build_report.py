"""What was measured of building, as Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise

from .machine import Machine
from .summary import Summary, summary

OVERHEAD, GROWTH, CHECK_IN_S = 1.2, 7.0, 2.0
"""The budgets: the whole build over MkDocs' part, ten times the pages over one time, and a check."""

METHOD = (
    "Times are those of whole processes in seconds, taken in turn in one run. “First” starts with nothing, once; "
    "“whole” starts without docs and site, with build/cache as the build before left it; “MkDocs” is `mkdocs build` "
    "alone, of the docs just staged, in one process; the whole build shares them with a second one. "
    "Ratios are taken run by run. Cells: median (lowest–highest)."
)


@dataclass
class Measured:
    """Of one guide: seconds by what was timed, and the sizes in bytes of what was built."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    pages: int = 0
    page_bytes: int = 0
    index: tuple[int, int] = (0, 0)
    """The search index as it is and as brotli."""

    def ratio(self, name: str, other: str) -> Summary | None:
        """One time over another, run by run."""
        return summary(quotients(self.seconds.get(name, []), self.seconds.get(other, [])))


def quotients(these: Sequence[float], others: Sequence[float]) -> list[float]:
    """What was measured in the same run, divided.

    >>> quotients([2.0, 9.0], [4.0, 3.0])
    [0.5, 3.0]
    """
    return [one / other for one, other in zip(these, others, strict=True)]


def report(machine: Machine, built: dict[int, Measured], files: int, checked: Measured) -> str:
    """Tables of times, sizes and budgets.

    Args:
        machine: Where it was measured.
        built: By how many pages were wanted.
        files: Content files of the guide that was checked.
        checked: What was measured of that one.
    """
    where = ", ".join(f"{name} {value}" for name, value in asdict(machine).items())
    return "\n".join([where, "", METHOD, "", *_times(built), "", *_budgets(built, files, checked)])


def _times(built: dict[int, Measured]) -> Iterator[str]:
    if built:
        yield "| pages | first, s | whole, s | MkDocs, s | whole / MkDocs | a page, kB | search index, kB | brotli |"
        yield "|---|---|---|---|---|---|---|---|"
    for found in built.values():
        times = [_cell(summary(found.seconds.get(name, []))) for name in ("first", "whole", "mkdocs")]
        sizes = [f"{size / 1000:,.0f}" for size in (found.page_bytes / max(found.pages, 1), *found.index)]
        yield f"| {found.pages:,} | {' | '.join([*times, _cell(found.ratio('whole', 'mkdocs')), *sizes])} |"


def _budgets(built: dict[int, Measured], files: int, checked: Measured) -> Iterator[str]:
    yield "| budget | at most | measured | |"
    yield "|---|---|---|---|"
    yield _budget(f"check of {files:,} content files, s", CHECK_IN_S, summary(checked.seconds.get("check", [])))
    for found in built.values():
        yield _budget(f"whole / MkDocs, {found.pages:,} pages", OVERHEAD, found.ratio("whole", "mkdocs"))
    for (size, small), (larger, large) in pairwise(built.items()):
        if larger == 10 * size:
            grown = summary(quotients(large.seconds["whole"], small.seconds["whole"]))
            yield _budget(f"growth of the whole build, {small.pages:,} → {large.pages:,} pages", GROWTH, grown)


def _budget(what: str, most: float, found: Summary | None) -> str:
    word = "not measured" if found is None else "met" if found.median <= most else "short"
    return f"| {what} | {most:g} | {_cell(found)} | {word} |"


def _cell(found: Summary | None) -> str:
    if found is None:
        return "–"
    return f"{found.median:.2f}" if found.count == 1 else f"{found.median:.2f} ({found.low:.2f}–{found.high:.2f})"
