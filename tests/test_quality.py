"""Lint, format and types: the checks that need no build."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

SCRIPTS = ["docs/javascripts", "docs/service-worker.js", "docs/service-worker-off.js", "build_scripts", "tests/engines"]

CHECKS = {
    "ruff finds nothing to mend": [str(BIN / "ruff"), "check", "--quiet", "."],
    "every Python file is formatted": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "types hold in strict mode": [str(BIN / "mypy"), "--no-error-summary"],
    "eslint finds nothing to mend": [str(BIN / "node"), "node_modules/eslint/bin/eslint.js", *SCRIPTS],
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_quality(command: list[str]) -> None:
    """Each linter passes on the whole project."""
    finished = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert finished.returncode == 0, finished.stdout + finished.stderr
