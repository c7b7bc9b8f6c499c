"""The newcomer's walk-through as it is written: its tasks, commands with the answers shown, edits of files."""

import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .conftest import PROJECT

PAGE = PROJECT / "docs/contribute/first-changes.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(content/[^`]+)`:\s*\Z")
TASK = re.compile(r"^## (.+?) \{", re.MULTILINE)
ASKED = re.compile(r"^\$ (?P<command>.+)\n(?P<answer>(?:(?!\$ ).*\n)*)", re.MULTILINE)
NOBODY = {f"GIT_{role}_{part}": "nobody@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}


@dataclass(frozen=True)
class Step:
    """A block of the page.

    Attributes:
        task: The heading above it.
        kind: ``console`` for commands with their answers, ``diff`` for a change to a file, ``yaml`` for a whole one.
        body: What stands in it.
        file: The file to edit, as the words before the block name it; empty for commands.
    """

    task: str
    kind: str
    body: str
    file: str

    @property
    def asked(self) -> list[tuple[str, str]]:
        """Each command with the answer that the page shows."""
        return [(each["command"], each["answer"]) for each in ASKED.finditer(self.body)]

    def edit(self, guide: Path) -> None:
        """Change or replace the file in a guide's folder.

        Raises:
            ValueError: When the words to change don't stand in the file just once.
        """
        path = guide / self.file
        text = path.read_text(encoding="utf-8")
        path.write_text(_changed(text, self.body) if self.kind == "diff" else self.body, encoding="utf-8")


def steps() -> Iterator[Step]:
    """Every block, in the page's order."""
    text = PAGE.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        before = text[: found.start()]
        file = FILE.search(before)
        yield Step(TASK.findall(before)[-1], found["kind"], found["body"], file[1] if file else "")


def run(command: str, folder: Path, environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """What a command answers, on either output; whoever commits is nobody."""
    return subprocess.run(
        shlex.split(command),
        cwd=folder,
        env={**environment, **NOBODY},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _changed(text: str, difference: str) -> str:
    """A text after a change that is written as its lines with - and + before them."""
    lines = difference.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    if text.count(before) != 1:
        raise ValueError(f"this stands there {text.count(before)} times:\n{before}")
    return text.replace(before, after)
