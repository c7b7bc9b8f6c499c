"""Pyodide's own files, as they are in the locked npm package, and what its licence asks for."""

import json
import sys
from importlib.metadata import distribution
from pathlib import Path

from .npm_package import NODE_MODULES, NpmPackage, RuntimeFilesError

VERSION = "0.29.5"
"""The one place that names the version; package.json must agree."""

FOLDER = NODE_MODULES / "pyodide"
HASHES = Path(__file__).with_name("pyodide.sha256")
PUBLISHED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
LOCK = "pyodide-lock.json"
STDLIB = "python_stdlib.zip"

NOTICE = f"""Python in this site

Pyodide {VERSION} (pyodide.mjs, pyodide.asm.js, pyodide.asm.wasm): Mozilla Public License 2.0, text below. The files are
unmodified. Their source: https://github.com/pyodide/pyodide/tree/{VERSION}

Python and its standard library (inside these files, and in stdlib-*.zip): Copyright Python Software Foundation, PSF
License Agreement, https://docs.python.org/3/license.html. The archive holds the modules that are used, compiled from
the unmodified source: https://github.com/python/cpython

----

"""


def pyodide_files() -> dict[str, bytes]:
    """The package's files by name, those that are published and those the build reads.

    Raises:
        RuntimeFilesError: When they are absent, of another version, changed, or made for another Python than this one.
    """
    files = NpmPackage("Pyodide", "pyodide", FOLDER, VERSION, HASHES).files()
    check_python(json.loads(files[LOCK])["info"]["python"], sys.version_info[:2])
    return files


def check_python(theirs: str, ours: tuple[int, int]) -> None:
    """Compiled files are read only by the minor version of Python that wrote them.

    >>> check_python("3.13.2", (3, 13))
    >>> check_python("3.13.2", (3, 14))
    Traceback (most recent call last):
    ...
    build_scripts.npm_package.RuntimeFilesError: Pyodide 0.29.5 runs Python 3.13, this is 3.14; build with Python 3.13
    """
    wanted, here = ".".join(theirs.split(".")[:2]), ".".join(map(str, ours))
    if wanted != here:
        raise RuntimeFilesError(f"Pyodide {VERSION} runs Python {wanted}, this is {here}; build with Python {wanted}")


def licences() -> str:
    """The notices that travel with the files; pyodide-build brings the text of the licence that both have."""
    text = distribution("pyodide-build").read_text("licenses/LICENSE") or ""
    if "Mozilla Public License Version 2.0" not in text:
        raise RuntimeFilesError("the installed pyodide-build lacks its licence text; remove .venv and run “make site”")
    return NOTICE + text
