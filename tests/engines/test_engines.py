"""The calculator's page in three engines: each is driven in its own way and asked the same."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import debian

from . import chromium, firefox, webkit
from .expected import address, questions
from .host import DeafHost, hosting

ENGINES = {"Chromium": chromium.result, "Firefox": firefox.result, "WebKit": webkit.result}
CHECKS = 5


def report(said: str) -> list[dict[str, Any]]:
    """The smoke page's checks, printed for whoever runs the tests with `-s` or sees them fail."""
    outcome = json.loads(said)
    print(outcome["browser"])  # noqa: T201
    for check in outcome["checks"]:
        print("passed" if check["passed"] else "FAILED", check["name"], check["message"])  # noqa: T201
    checks: list[dict[str, Any]] = outcome["checks"]
    return checks


@pytest.mark.parametrize("result", ENGINES.values(), ids=ENGINES.keys())
def test_a_calculator_works_in(result: Callable[[str], str], flagship: Path, tmp_path: Path) -> None:
    """Default answer, live answer, refusal, offline, and offline once more after a reload."""
    with hosting(flagship / "site", tmp_path) as host:
        checks = report(result(address(host, questions())))

    assert [check for check in checks if not check["passed"]] == []
    assert len(checks) == CHECKS


def test_each_check_can_fail(flagship: Path, tmp_path: Path) -> None:
    """Where all is wrong, nothing passes: other answers are wanted, and the host stays."""
    wrong = {name: f"not {value}" for name, value in questions().items() if name in WANTED}
    with hosting(flagship / "site", tmp_path, DeafHost) as host:
        checks = report(chromium.result(address(host, {**questions(), **wrong, "patience": "300"})))

    assert [check["passed"] for check in checks] == [False] * CHECKS


WANTED = {"default", "live", "refusal", "offline"}


def test_a_missing_engine_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the package that would help."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(debian.MissingProgramError) as caught:
        debian.program("firefox-esr", "firefox-esr", "firefox")

    assert str(caught.value) == (
        "no firefox-esr or firefox here, and it could not be installed; "
        "install Debian’s package “firefox-esr”, or put the program on the PATH"
    )
