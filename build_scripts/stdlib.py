"""The standard library that the page gets: only the modules that are imported, compiled."""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .archive import cached, digest, packed, unpacked
from .compiled import compiled
from .npm_package import RuntimeFilesError
from .pyodide_files import FOLDER, STDLIB, VERSION
from .wheel import Wheel

SCRIPT = Path(__file__).with_name("pyodide_modules.mjs")
LAZY = ("encodings/ascii.py", "encodings/latin_1.py", "encodings/cp437.py")
"""Imported only on rare paths of the standard library: kept so that a rare path does not fail."""

HOLDING = (ast.stmt, ast.excepthandler, ast.match_case)
"""What may hold an import; no expression does."""


def stdlib(package: dict[str, bytes], calculators: Wheel, runtime: dict[str, bytes], cache: Path) -> bytes:
    """The archive for Pyodide's `stdLibURL`, kept in `cache` as long as the imports stay the same.

    Args:
        package: The calculators' source, by path.
        calculators: The same as the wheel that the page gets.
        runtime: Pyodide's files, by name.
        cache: Where to keep it.

    Raises:
        RuntimeFilesError: When a calculator imports what Pyodide does not have, or fails there.
    """
    imports = sorted({name for path, content in package.items() for name in imported(content, path)})
    parts = [*map(str.encode, (VERSION, sys.version, *imports)), Path(__file__).read_bytes(), SCRIPT.read_bytes()]
    kept = cache / f"stdlib-{digest(parts)}"
    return cached(kept, lambda: {STDLIB: _made(calculators, imports, runtime)})[STDLIB]


def imported(source: bytes, path: str) -> Iterator[str]:
    """Every module that a file may import at some time, those for type checkers left out.

    >>> sorted(imported(b"import os.path; from math import sqrt", "x.py"))
    ['math', 'os.path']
    """
    return _imported(ast.parse(source, path))


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
        yield node.module
    elif not (isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, HOLDING):
                yield from _imported(child)


def _made(calculators: Wheel, imports: list[str], runtime: dict[str, bytes]) -> bytes:
    wanted = {*_loaded(calculators, imports), *LAZY}
    whole = unpacked(runtime[STDLIB])
    return compiled({STDLIB: packed({name: whole[name] for name in wanted if name in whole})})[STDLIB]


def _loaded(calculators: Wheel, imports: list[str]) -> list[str]:
    """The library's files that Pyodide has loaded once it has run every calculator's examples."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, calculators.name).write_bytes(calculators.content)
        given = {"runtime": f"{FOLDER}/", "packages": f"{folder}/", "lock": calculators.lock, "imports": imports}
        node = Path(sys.executable).with_name("node")
        finished = subprocess.run([node, SCRIPT, json.dumps(given)], capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise RuntimeFilesError(f"the calculators do not run in Pyodide: {_last(finished.stderr)}")
    files: list[str] = json.loads(finished.stdout.splitlines()[-1])
    return files


def _last(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no message"
