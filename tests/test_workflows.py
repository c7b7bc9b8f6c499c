"""The workflows: valid, safe by an outside judge's rules, and made of nothing but commands that people run as well."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import PROJECT, copy_guide

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
FORMS = [path for path in sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [PROJECT / ".github/ISSUE_TEMPLATE/config.yml"],
}


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of a workflow."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def commands() -> list[str]:
    """What the workflows run, each once."""
    return sorted({step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step})


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_for_the_host_fit_their_schemas(schema: str) -> None:
    """Workflows, each job with a limit of time, and the forms for issues."""
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *map(str, SCHEMAS[schema])]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)

    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_workflows_are_safe() -> None:
    """Zizmor finds nothing, without asking the network."""
    command = [str(BIN / "zizmor"), "--offline", "--quiet", "--no-progress", *map(str, WORKFLOWS)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)

    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_keep_no_credentials(path: Path) -> None:
    """By a commit's full hash with its version beside it, which is one and the same everywhere."""
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"uses: (?!actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n)", text) == []
    assert yaml.safe_load(text)["permissions"] == {}
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
    pins = re.findall(r"uses: (\S+)@(\S+)", "".join(each.read_text(encoding="utf-8") for each in WORKFLOWS))
    assert len(set(pins)) == len({action for action, _ in pins})


def test_nothing_that_comes_from_outside_stands_in_a_command() -> None:
    """Every command is one target of the Makefile, without arguments: what differs comes as environment."""
    targets = (PROJECT / "Makefile").read_text(encoding="utf-8").partition(".PHONY:")[2].splitlines()[0].split()

    assert commands() == [
        "make changes",
        "make check",
        "make comment",
        "make links",
        "make site",
        "make stale",
        "make test",
    ]
    assert {command.removeprefix("make ") for command in commands()} <= set(targets)


def make(target: str, *arguments: str, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """One command of the workflows, as the host runs it."""
    path = {"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin"}
    command = ["make", "--no-print-directory", target, *arguments]
    return subprocess.run(command, cwd=PROJECT, env=path | environment, capture_output=True, text=True, check=False)


def test_the_reports_are_written_as_summaries(tmp_path: Path) -> None:
    """The content is checked, what changed and what is stale is told, and neither report stops the workflow."""
    guide, summary = copy_guide(PROJECT / "tests/second_guide", tmp_path / "guide"), tmp_path / "summary.md"
    git = ["git", "-C", str(guide), "-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "content", "calculators"], ["commit", "-qm", "As it was"]):
        subprocess.run([*git, *arguments], check=True)
    source = guide / "content/sources/old-mill.yml"
    source.write_text(source.read_text(encoding="utf-8").replace("81.5", "83.5"), encoding="utf-8")
    environment = {"GITHUB_STEP_SUMMARY": str(summary), "BASE": "HEAD", "ON": "2027-11-01"}

    told = {target: make(target, f"GUIDE={guide}", environment=environment) for target in ("check", "changes", "stale")}

    assert {target: each.returncode for target, each in told.items()} == dict.fromkeys(told, 0), told
    text = summary.read_text(encoding="utf-8")
    assert "| value | 81.5% | 83.5% |" in text
    assert "2 sources are due on 2027-11-01." in text
    assert (guide / "build/changes/dough--water.after.svg").is_file()


def test_a_report_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A base that isn't there ends the job with the reason."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    subprocess.run(["git", "-C", str(guide), "init", "-q"], check=True)

    told = make("changes", f"GUIDE={guide}", environment={"BASE": "nothing"})

    assert told.returncode != 0
    assert "there is no revision “nothing”" in told.stderr


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_ask_for_what_a_fact_needs(path: Path) -> None:
    """Source, population and period."""
    asked = {part["id"] for part in yaml.safe_load(path.read_text(encoding="utf-8"))["body"]}

    assert {"source", "population"} <= asked
    assert "period" in asked or "period" in path.read_text(encoding="utf-8")


def test_pull_requests_ask_for_what_a_fact_needs() -> None:
    """The same three, with where they stand."""
    text = (PROJECT / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")

    assert all(f"\n- {word}" in text for word in ("Source", "Population", "Period"))
