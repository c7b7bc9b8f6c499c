"""Which version of a page a page leads to: its own language's where there is one, else the original's."""

from .addresses import address
from .model.guide import Guide

PARTS = {"section": "section:{}", "figure": "section:{}", "calculator": "calculator:{}"}
"""What has pages in further languages, by the kinds of targets that lead to them."""


def version(guide: Guide, target: str) -> str:
    """The site path of a target, for readers of a guide.

    Args:
        guide: As the page that leads there says it.
        target: As `addresses.address` takes it.
    """
    if not _has(guide, target):
        return address(target)
    kind, _, name = target.partition(":")
    language = guide.settings.language
    return address(f"translation:{name}/{language}") if kind == "calculator" else f"{language}/{address(target)}"


def other_language(guide: Guide, target: str) -> str | None:
    """The language of what a target leads to when it isn't the guide's own; None for files, which have none."""
    return None if _has(guide, target) or target.startswith("file:") else guide.original


def _has(guide: Guide, target: str) -> bool:
    kind, _, name = target.partition(":")
    return kind in PARTS and PARTS[kind].format(name.partition("/")[0]) in guide.versions
