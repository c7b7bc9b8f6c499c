"""The generator's command line: help for each command, one line for a mistake, quiet when piped."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PROJECT, copy_guide


def run(*arguments: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run the generator as people do."""
    command = [sys.executable, "-m", "build_scripts", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["check", "build", "serve", "diff", "stale", "new", "schema"])
def test_every_command_explains_itself(command: str) -> None:
    """`--help` says what the command does."""
    finished = run(command, "--help")

    assert finished.returncode == 0
    assert "--guide DIR" in finished.stdout


def test_a_folder_without_a_guide_is_told_in_a_line(tmp_path: Path) -> None:
    """No traceback for a wrong folder."""
    finished = run("check", "--guide", str(tmp_path))

    assert finished.returncode == 1
    assert finished.stderr == f"{tmp_path}: no content folder here; name a guide's folder with --guide\n"


def test_a_good_guide_is_counted() -> None:
    """`check` says what it found, and nothing else when piped."""
    finished = run("check", "--guide", "tests/second_guide")

    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "3 sections, 1 claims, 2 sources, 7 statistics, 1 calculators: no errors\n"


def test_problems_become_annotations_where_they_are_shown(tmp_path: Path) -> None:
    """On a workflow's machine each problem is also put on its line."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    (guide / "content/claims/steam.yml").write_text("title: Steam\n", encoding="utf-8")

    finished = run("check", "--guide", str(guide), environment={"GITHUB_ACTIONS": "true", "PATH": "/usr/bin:/bin"})

    assert finished.returncode == 1
    assert (
        "::error file=content/claims/steam.yml,line=1,col=1::verdict: this field is missing; add it" in finished.stdout
    )


def test_a_broken_calculator_stops_the_build(tmp_path: Path) -> None:
    """A slip in a module is told by file and line, with nothing written."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    (guide / "calculators/hydration.py").write_text("RESULTS = nothing\n", encoding="utf-8")

    finished = run("build", "--guide", str(guide))

    assert finished.returncode == 1
    assert "calculators/hydration.py:1:1: the calculator does not run: NameError" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert not (guide / "build/docs").exists()
