"""Saying problems in the terminal, and as annotations where GitHub runs the check."""

import os
import sys

from .annotation import annotation
from .problem import Problem

ALLOW = "Where a warning is wrong, say why in a comment on or above the line: # allow: its-name: the reason"


def tell(problems: list[Problem]) -> int:
    """Print errors, then warnings, and count the errors."""
    found = {level: [each for each in problems if each.level == level] for level in ("error", "warning")}
    for problem in [*found["error"], *found["warning"]]:
        print(problem, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation(problem))
    counts = [f"{len(each)} {level}{'' if len(each) == 1 else 's'}" for level, each in found.items() if each]
    if counts:
        print(", ".join(counts), file=sys.stderr)
    if any(problem.rule for problem in problems):
        print(ALLOW, file=sys.stderr)
    return len(found["error"])
