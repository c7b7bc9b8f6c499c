"""Walk the newcomer's three tasks in a fresh clone, from `git clone` to the change report, and time each command.

The commands, edits and answers are those of docs/contribute/first-changes.md. With `--quick` the packages that are set
up here serve, in place of `make`.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.first_changes import Step, run, steps

from .machine import PROJECT, described

SET_UP = "Set up"
OF_MAKE = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "PYTHONPATH", "VIRTUAL_ENV")
"""What a newcomer's shell doesn't have."""


@dataclass(frozen=True)
class Walked:
    """One thing that was done.

    Attributes:
        task: The task it belongs to.
        done: The command, or the file that was edited.
        seconds: How long the command took; None for an edit.
        said: All that it answered.
        wrong: Whether that is not what the page shows, or the command failed.
    """

    task: str
    done: str
    seconds: float | None
    said: str = ""
    wrong: bool = False


def walked(room: Path, *, quick: bool) -> Iterator[Walked]:
    """Everything, in its order, up to the first thing that goes wrong: what follows builds on it."""
    for each in _everything(room, quick=quick):
        yield each
        if each.wrong:
            return


def _everything(room: Path, *, quick: bool) -> Iterator[Walked]:
    yield _timed(SET_UP, f"git clone {PROJECT} generator", room, None)
    if quick:
        (room / "generator/.venv").symlink_to(PROJECT / ".venv")
    else:
        yield _timed(SET_UP, "make", room / "generator", None)
    for step in steps():
        yield from _of_step(step, room)


def _of_step(step: Step, room: Path) -> Iterator[Walked]:
    for command, answer in step.asked:
        yield _timed(step.task, command, room / "generator", answer)
    if step.file:
        step.edit(room / "practice")
        yield Walked(step.task, step.file, None)


def _timed(task: str, command: str, folder: Path, answer: str | None) -> Walked:
    """One command; without an answer to compare with, it has to succeed."""
    environment = {name: value for name, value in os.environ.items() if name not in OF_MAKE}
    start = time.perf_counter()
    finished = run(command, folder, environment)
    seconds = time.perf_counter() - start
    wrong = finished.returncode != 0 if answer is None else finished.stdout != answer
    return Walked(task, command.replace(str(PROJECT), "ADDRESS"), seconds, finished.stdout, wrong)


def table(found: list[Walked]) -> str:
    """A Markdown table of it, with each task's sum below its commands."""
    lines = ["| task | command | seconds | last line of output |", "|---|---|---|---|"]
    for task, parts in groupby(found, lambda each: each.task):
        those = list(parts)
        lines += [_line(each) for each in those]
        times = [each.seconds for each in those if each.seconds is not None]
        commands = f"{len(times)} command{'' if len(times) == 1 else 's'}"
        lines.append(f"| **{task}** | {commands} | **{sum(times):.2f}** | |")
    return "\n".join(lines)


def _line(each: Walked) -> str:
    if each.seconds is None:
        return f"| {each.task} | edit `{each.done}` | | |"
    last = each.said.strip().rpartition("\n")[2].strip()
    cells = [f"`{words}`".replace("|", "\\|") if words else "" for words in (each.done, last)]
    return f"| {each.task} | {cells[0]} | {each.seconds:.2f} | {cells[1]} |"


def main() -> int:
    """Walk and print; 1 when something was not answered as the page shows."""
    with tempfile.TemporaryDirectory(prefix="walk-") as room:
        found = list(walked(Path(room), quick="--quick" in sys.argv[1:]))
    print(described(None))
    print(table(found))
    for each in found:
        if each.wrong:
            print(f"\nnot as the page tells it: {each.done}\n{each.said}")
    return 1 if any(each.wrong for each in found) else 0


if __name__ == "__main__":
    sys.exit(main())
