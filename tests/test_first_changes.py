"""The newcomer's walk-through: each command is run and each edit made as the page tells it, with its answers."""

import os
import sys
from pathlib import Path

import pytest

from .conftest import PROJECT
from .first_changes import run, steps


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
        for command, answer in step.asked:
            here = command.replace(".venv/bin/python", sys.executable)
            assert run(here, folder, {**os.environ, "PYTHONPATH": str(PROJECT)}).stdout == answer
        if step.kind != "console":
            step.edit(folder.parent / "practice")

    assert {kind: kinds.count(kind) for kind in kinds} == {"console": 9, "diff": 4, "yaml": 2}


def test_each_task_ends_with_its_report() -> None:
    """All three are walked from the change to the words that a reviewer reads."""
    reports = {step.task for step in steps() for command, _ in step.asked if " diff HEAD " in command}

    assert reports == {"Change a figure", "Add a source with a statistic", "Add a claim"}
