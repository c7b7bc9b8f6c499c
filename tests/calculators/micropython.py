"""Asks MicroPython the same questions: one node process for all of them."""

import json
import struct
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
NODE = Path(sysconfig.get_path("scripts")) / "node"


def page_files() -> dict[str, str]:
    """The modules that the page gets: all but the command line."""
    paths = sorted((PROJECT / "calculators").glob("*.py"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths if path.name != "__main__.py"}


def ask(calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the registry returns under MicroPython: ``returned``, and the same with the ``bits`` of its doubles."""
    question = json.dumps({"files": page_files(), "calls": [json.dumps(call) for call in calls]})
    command = [str(NODE), str(HERE / "micropython.mjs")]
    finished = subprocess.run(command, input=question, capture_output=True, text=True, cwd=PROJECT, check=False)
    assert finished.returncode == 0, finished.stderr
    return [json.loads(answer) for answer in json.loads(finished.stdout)]


def bits(value: Any) -> Any:  # noqa: ANN401 - anything JSON holds
    """Each double's eight bytes in hexadecimal, so that equal means equal to the last bit."""
    if isinstance(value, float):
        return struct.pack(">d", value).hex()
    if isinstance(value, dict):
        return {name: bits(one) for name, one in value.items()}
    return [bits(one) for one in value] if isinstance(value, list) else value
