"""The three interpreters that run the calculators, each asked the same questions in a process of its own.

Every one gets the package's files and questions as JSON texts, and gives for each an answer as JSON text or, after an
exclamation mark, the kind and words of the exception.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
ASKED = (HERE / "asked.py").read_text(encoding="utf-8")
"""What each of them runs: `asked(text)`."""

SECONDS = 120


class InterpreterError(Exception):
    """An interpreter ended without answers; the message is its last line."""


def cpython(package: dict[str, bytes], questions: Sequence[str]) -> list[str]:
    """Ask the Python that builds."""
    script = f"{ASKED}\nimport json\njson.dump([asked(each) for each in json.load(sys.stdin)], sys.stdout)\n"
    with tempfile.TemporaryDirectory() as folder:
        for path, content in package.items():
            target = Path(folder, path)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
        start = f"import sys\nsys.path.insert(0, {folder!r})\n{script}"
        return _ask([sys.executable, "-I", "-B", "-c", start], list(questions))


def micropython(package: dict[str, bytes], questions: Sequence[str]) -> list[str]:
    """Ask MicroPython, in Node."""
    return _ask([str(NODE), str(HERE / "ask_micropython.mjs")], _given(package, questions))


def pyodide(package: dict[str, bytes], questions: Sequence[str]) -> list[str]:
    """Ask Pyodide, in Node."""
    return _ask([str(NODE), str(HERE / "ask_pyodide.mjs")], _given(package, questions))


def _given(package: dict[str, bytes], questions: Sequence[str]) -> dict[str, object]:
    files = {path: content.decode() for path, content in package.items()}
    return {"script": ASKED, "files": files, "questions": list(questions)}


def _ask(command: list[str], given: object) -> list[str]:
    try:
        finished = subprocess.run(
            command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise InterpreterError(f"no answer within {SECONDS} seconds") from None
    if finished.returncode != 0:
        raise InterpreterError((finished.stderr.strip().splitlines() or ["no message"])[-1][:300])
    answers: list[str] = json.loads(finished.stdout)
    return answers
