"""The newcomer's walk-through: each command is run and each edit made as the page tells it, with its answers."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import PROJECT

PAGE = PROJECT / "docs/contribute/first-changes.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(content/[^`]+)`:\s*\Z")
NOBODY = {f"GIT_{role}_{part}": "nobody@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}


@dataclass(frozen=True)
class Step:
    """A block of the page: commands with their answers, a change to a file, or a file."""

    kind: str
    body: str
    file: str


def steps() -> Iterator[Step]:
    """Every block, with the file that the words before it name."""
    text = PAGE.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        file = FILE.search(text[: found.start()])
        yield Step(found["kind"], found["body"], file[1] if file else "")


def changed(text: str, difference: str) -> str:
    """A text after a change that is written as its lines with - and + before them."""
    lines = difference.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, before
    return text.replace(before, after)


def run(command: str, folder: Path) -> str:
    """What a command answers, on either output."""
    words = [sys.executable if word == ".venv/bin/python" else word for word in shlex.split(command)]
    environment = {**os.environ, **NOBODY, "PYTHONPATH": str(PROJECT)}
    finished = subprocess.run(
        words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return finished.stdout


def answered(body: str, folder: Path) -> str:
    """A block of commands with the answers they really give."""
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"{each}\n{run(each.removeprefix('$ '), folder)}" for each in commands)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the commands run; the guide to practise on comes to stand beside it."""
    (tmp_path / "generator").mkdir()
    return tmp_path / "generator"


def test_the_walk_goes_as_the_page_tells_it(folder: Path) -> None:
    """Step by step: what is shown is what is answered."""
    kinds = []
    for step in steps():
        kinds.append(step.kind)
        target = folder.parent / "practice" / step.file
        if step.kind == "console":
            assert answered(step.body, folder) == step.body
        elif step.kind == "diff":
            target.write_text(changed(target.read_text(encoding="utf-8"), step.body), encoding="utf-8")
        else:
            assert target.is_file()
            target.write_text(step.body, encoding="utf-8")

    assert {kind: kinds.count(kind) for kind in kinds} == {"console": 9, "diff": 4, "yaml": 2}
