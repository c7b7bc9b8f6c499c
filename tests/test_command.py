"""The generator's command line: help for each command, one line for a mistake, quiet when piped."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import PROJECT, copy_guide


def run(*arguments: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run the generator as people do."""
    command = [sys.executable, "-m", "build_scripts", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["check", "build", "serve", "diff", "stale", "links", "new", "schema"])
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


def test_changed_files_are_checked_by_themselves_in_a_moment(tmp_path: Path) -> None:
    """What a commit hook runs: YAML, fields and texts of these files; what names others waits for the whole check."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    wrong, right = guide / "content/claims/steam.yml", guide / "content/sources/old-mill.yml"
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("of bakers weigh", "or 60% weigh"), encoding="utf-8")

    told = run("check", str(wrong), str(right), "--guide", str(guide))

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == (
        "content/claims/steam.yml:5:11: measured: the figure “60%” has no source; "
        "write [=statistic-id], or [~60%] when it is an example\n1 error\n"
    )
    assert run("check", str(right), "--guide", str(guide)).returncode == 0
    assert run("check", str(tmp_path / "x.yml")).returncode == 1


def test_the_commit_hook_runs_the_projects_own_check() -> None:
    """It downloads nothing, and its command passes on the content as it is."""
    (repository,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (hook,) = repository["hooks"]
    files = sorted(str(path.relative_to(PROJECT)) for path in (PROJECT / "content/claims").glob("*.yml"))

    assert (repository["repo"], hook["language"]) == ("local", "system")
    assert all(re.search(hook["files"], file) for file in files)
    python, *command = hook["entry"].split()
    assert python == ".venv/bin/python"
    finished = subprocess.run([sys.executable, *command, *files], cwd=PROJECT, capture_output=True, check=False)
    assert finished.returncode == 0, finished.stderr


def test_the_check_writes_the_schemas_of_the_guide(tmp_path: Path) -> None:
    """So that a code editor offers what is there; nothing is written for a guide with an error."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    assert run("check", "--guide", str(guide)).returncode == 0
    before = {path.name: path.read_bytes() for path in (guide / "build/schemas").iterdir()}
    assert b'"water-rye"' in before["calculator.json"]

    (guide / "content/claims/steam.yml").unlink()
    assert run("check", "--guide", str(guide)).returncode == 1
    assert {path.name: path.read_bytes() for path in (guide / "build/schemas").iterdir()} == before
