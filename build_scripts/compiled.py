"""Python source to compiled files, by pyodide-build; nothing is downloaded."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .archive import packed, unpacked
from .npm_package import RuntimeFilesError

COMMAND = ("py-compile", "--silent", "--no-keep", "--compression-level", "0")
FIXED = {"SOURCE_DATE_EPOCH": "1577836800", "PYTHONOPTIMIZE": "2"}
"""Hashes instead of file times inside compiled files; no docstrings, since a page has no use for them."""


def compiled(files: dict[str, bytes]) -> dict[str, bytes]:
    """Compile the wheels and archives among `files`; a lock file among them follows their new names and hashes.

    Archives are packed again with fixed dates and order, since pyodide-build writes the time of day into them. The lock
    file's hashes are therefore the caller's to correct.

    Raises:
        RuntimeFilesError: When pyodide-build refuses.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        command = [sys.executable, "-P", "-m", "pyodide_cli", *COMMAND, name]
        finished = subprocess.run(command, env=os.environ | FIXED, capture_output=True, text=True, check=False)
        if finished.returncode != 0:
            raise RuntimeFilesError(f"pyodide py-compile failed: {(finished.stderr or finished.stdout).strip()[-300:]}")
        return {path.name: _fixed(path) for path in sorted(folder.iterdir())}


def _fixed(path: Path) -> bytes:
    content = path.read_bytes()
    return packed(unpacked(content)) if path.suffix in (".whl", ".zip") else content
