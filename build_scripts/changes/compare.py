"""Two states of a guide, compared: models first, then what they are rendered to."""

from ..addresses import page_address
from ..model.guide import Guide
from ..render import render
from .items import items
from .model import Changes
from .pictures import pictures
from .sentences import sentences
from .statistics import statistics
from .translations import translations


def compare(before: Guide, after: Guide, renamed: dict[str, str]) -> Changes:
    """Everything that differs.

    Args:
        before: A guide without errors.
        after: Another state of it.
        renamed: The old name of each content file that was renamed.
    """
    found = [*statistics(before, after), *items(before, after, renamed)]
    charts = {item.id: item.was for item in found if item.kind == "chart" and item.was}
    return Changes(
        items=tuple(found),
        sentences=tuple(sentences(before, after, renamed)),
        translations=tuple(translations(before, after, renamed)),
        pictures=tuple(pictures(before, after, charts)),
        pages=tuple(_pages(before, after)),
    )


def _pages(before: Guide, after: Guide) -> list[str]:
    old, new = render(before, {}), render(after, {})
    differing = [path for path in {**old, **new} if path.endswith(".md") and old.get(path) != new.get(path)]
    return sorted(page_address(path) for path in differing)
