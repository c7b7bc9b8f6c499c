"""What Lighthouse found of each page, as a table of medians and a list of what costs points."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

CATEGORIES = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Names as Lighthouse has them, with the least score of the design."""

ELEMENT_AUDITS = ("lcp-breakdown-insight", "lcp-discovery-insight")
"""Where the element of the largest paint is named."""

HEAD = ("kind of page", "page", *CATEGORIES, "LCP, ms", "CLS", "TBT, ms", "LCP element")


@dataclass(frozen=True)
class Visit:
    """One run of Lighthouse on one page.

    Attributes:
        scores: 0 to 100 by category; None where Lighthouse gave none.
        paint: Milliseconds to the largest contentful paint.
        shift: Cumulative layout shift.
        blocked: Milliseconds for which the main thread was blocked.
        element: What the largest paint was of, as a selector.
        lost: What cost points: category, audit and its score.
    """

    scores: dict[str, int | None]
    paint: float
    shift: float
    blocked: float
    element: str
    lost: tuple[str, ...]


def visit(found: Mapping[str, Any]) -> Visit:
    """One report of Lighthouse, read."""
    audits, categories = found["audits"], found["categories"]
    scores = {name: _points(categories[name]["score"]) for name in CATEGORIES}
    times = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
    paint, shift, blocked = (float(audits[name].get("numericValue") or 0) for name in times)
    return Visit(scores, paint, shift, blocked, _element(audits), tuple(_lost(audits, categories)))


def table(visits: Mapping[tuple[str, str], Sequence[Visit]]) -> list[str]:
    """Markdown, one line a page; by kind and address."""
    rows = [[kind, f"/{address}", *_cells(found)] for (kind, address), found in visits.items()]
    return [_row(HEAD), _row("---" for _ in HEAD), *map(_row, rows)]


def short(visits: Mapping[tuple[str, str], Sequence[Visit]]) -> list[str]:
    """Each page and category whose median is under the design's, with what cost points there."""
    return [
        f"/{address}: {name} {_median(found, name)}, at least {least}: {', '.join(_reasons(found, name)) or 'unknown'}"
        for (_, address), found in visits.items()
        for name, least in CATEGORIES.items()
        if _median(found, name) < least
    ]


def _points(score: float | None) -> int | None:
    return None if score is None else round(score * 100)


def _median(found: Sequence[Visit], name: str) -> float:
    """The median of a category's scores; one that is missing counts as nothing."""
    return median(each.scores[name] or 0 for each in found)


def _cells(found: Sequence[Visit]) -> Iterator[str]:
    yield from (f"{_median(found, name):g}" for name in CATEGORIES)
    yield f"{median(each.paint for each in found):,.0f}"
    yield f"{median(each.shift for each in found):.3f}"
    yield f"{median(each.blocked for each in found):,.0f}"
    yield f"`{found[0].element or 'unknown'}`"


def _reasons(found: Sequence[Visit], name: str) -> list[str]:
    return sorted({each.partition(" ")[2] for one in found for each in one.lost if each.startswith(f"{name} ")})


def _lost(audits: Mapping[str, Any], categories: Mapping[str, Any]) -> Iterator[str]:
    for name in CATEGORIES:
        for ref in categories[name]["auditRefs"]:
            score = audits[ref["id"]].get("score")
            if ref["weight"] and score is not None and score < 1:
                yield f"{name} {ref['id']} ({score:g})"


def _element(audits: Mapping[str, Any]) -> str:
    """The first element that an audit of the largest paint names."""
    for name in ELEMENT_AUDITS:
        nodes = _nodes(audits.get(name, {}).get("details", {}))
        found = next(nodes, None)
        if found:
            return found
    return ""


def _nodes(details: Any) -> Iterator[str]:  # noqa: ANN401  # any part of a report
    if isinstance(details, dict):
        if details.get("type") == "node":
            yield str(details.get("selector", ""))
        for value in details.values():
            yield from _nodes(value)
    elif isinstance(details, list):
        for value in details:
            yield from _nodes(value)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
