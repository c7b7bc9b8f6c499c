"""The Python that the page gets: Pyodide, a trimmed standard library and the calculators' wheel, under lasting names.

Nothing is downloaded here: Pyodide comes from the locked npm package.
"""

import gzip
import hashlib
import json
from pathlib import Path

from .archive import cached, digest
from .pyodide_files import PUBLISHED, licences, pyodide_files
from .stdlib import stdlib
from .wheel import Wheel, wheel

FOLDER = "assets/python"
MANIFEST = f"{FOLDER}/manifest.json"
"""The one file whose name stays while its content changes; it names all others."""

GZIP_LEVEL = 6


def python_assets(package: dict[str, bytes], cache: Path) -> dict[str, bytes]:
    """Every file of the page's Python by its staged path; the same package gives the same bytes.

    Args:
        package: The calculators, by path, such as ``calculators/x.py``.
        cache: Where to keep what takes seconds to make.

    Raises:
        PyodideError: When Pyodide's files or the host's Python are not the expected ones, or a calculator fails there.
    """
    runtime = pyodide_files()
    engine = {name: runtime[name] for name in PUBLISHED}
    calculators = wheel(package, cache)
    library = stdlib(package, calculators, runtime, cache)
    names = _names(engine, library, calculators)
    parts = {**engine, "stdlib": library, "wheel": calculators.content}
    files = {names[name]: content for name, content in parts.items()}
    manifest = {
        "pyodide": names[PUBLISHED[0]].rpartition("/")[0] + "/",
        "stdlib": names["stdlib"],
        "packages": names["wheel"].rpartition("/")[0] + "/",
        "lock": calculators.lock,
        "sizes": _sizes(files, cache),
    }
    published = {f"{FOLDER}/{name}": content for name, content in files.items()}
    text = json.dumps(manifest, sort_keys=True).encode()
    return {**published, MANIFEST: text, f"{FOLDER}/LICENSE.txt": licences().encode()}


def _names(engine: dict[str, bytes], library: bytes, calculators: Wheel) -> dict[str, str]:
    """Names change with the content, so that hosts and browsers may keep a file for ever."""
    folder = _short(b"".join(engine.values()))
    return {
        **{name: f"{folder}/{name}" for name in engine},
        "stdlib": f"stdlib-{_short(library)}.zip",
        "wheel": f"calculators-{_short(calculators.content)}/{calculators.name}",
    }


def _sizes(files: dict[str, bytes], cache: Path) -> dict[str, int]:
    """Bytes of each file as most hosts send it, compressed by gzip: for “n of m MB”."""
    kept = cache / f"sizes-{digest(map(str.encode, sorted(files)))}"
    sizes: dict[str, int] = json.loads(cached(kept, lambda: {"sizes.json": _measured(files)})["sizes.json"])
    return sizes


def _measured(files: dict[str, bytes]) -> bytes:
    sizes = {name: len(gzip.compress(content, GZIP_LEVEL, mtime=0)) for name, content in files.items()}
    return json.dumps(sizes, sort_keys=True).encode()


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
