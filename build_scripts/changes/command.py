"""The command `diff`: two revisions to a report and an exit code, like `diff` itself."""

import sys
from argparse import Namespace
from pathlib import Path

from ..model.guide import Guide
from ..pipeline import check
from .compare import compare
from .report import FORMATS, with_pictures, without_pictures
from .revision import RevisionError, renamed, tree

SAME, CHANGED, TROUBLE = 0, 1, 2


class _BrokenError(Exception):
    """A state of the guide that doesn't pass the check; the message has every problem."""


def diff(directory: Path, options: Namespace) -> int:
    """Print what changed between two revisions: 0 when nothing did, 1 when something did, 2 when it can't be told."""
    try:
        with tree(directory, options.base) as before, tree(directory, options.head) as after:
            old, new = _checked(before, options.base), _checked(after, options.head)
            changes = compare(old, new, renamed(before, after))
    except (RevisionError, _BrokenError) as error:
        print(error, file=sys.stderr)
        return TROUBLE
    folder = Path(options.pictures) if options.pictures else None
    print(FORMATS[options.format](with_pictures(changes, folder) if folder else without_pictures(changes)))
    return CHANGED if changes else SAME


def _checked(folder: Path, revision: str | None) -> Guide:
    checked = check(folder)
    if checked.guide is None:
        name = revision or "the working tree"
        lines = [f"{name}: {problem}" for problem in checked.problems if problem.level == "error"]
        raise _BrokenError("\n".join([*lines, f"{name} can't be compared until it passes the check."]))
    return checked.guide
