"""The command `diff`: two revisions to a report and an exit code, like `diff` itself."""

import sys
from argparse import Namespace
from pathlib import Path

from ..pipeline import Checked, check
from .broken import Broken, as_markdown, as_text
from .compare import compare
from .report import FORMATS, with_pictures, without_pictures
from .revision import RevisionError, differing, renamed, tree

SAME, CHANGED, TROUBLE = 0, 1, 2


def diff(directory: Path, options: Namespace) -> int:
    """Print what changed between two revisions: 0 when nothing did, 1 when something did, 2 when it can't be told."""
    try:
        with tree(directory, options.base) as before, tree(directory, options.head) as after:
            old, new = check(before), check(after)
            if old.guide is None or new.guide is None:
                broken = [*_broken(options.base, old), *_broken(options.head, new)]
                return _refuse(broken, differing(before, after), options.format)
            changes = compare(old.guide, new.guide, renamed(before, after))
    except RevisionError as error:
        print(error, file=sys.stderr)
        return TROUBLE
    folder = Path(options.pictures) if options.pictures else None
    print(FORMATS[options.format](with_pictures(changes, folder) if folder else without_pictures(changes)))
    return CHANGED if changes else SAME


def _broken(revision: str | None, checked: Checked) -> list[Broken]:
    errors = [problem for problem in checked.problems if problem.level == "error"]
    return [] if checked.guide else [Broken(revision or "", errors)]


def _refuse(broken: list[Broken], files: list[str], kind: str) -> int:
    """Say why it can't be told: as Markdown that is the report itself, else it is an error's message."""
    if kind == "markdown":
        print(as_markdown(broken, files))
    else:
        print(as_text(broken, files), file=sys.stderr)
    return TROUBLE
