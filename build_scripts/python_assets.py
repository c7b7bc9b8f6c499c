"""The Python that the page gets, under lasting names.

MicroPython for the first answers, then Pyodide with a trimmed standard library and the calculators' wheel, and a
snapshot of its memory for later visits.

Nothing is downloaded here: both interpreters come from locked npm packages.
"""

import gzip
import hashlib
import json
from pathlib import Path

from .archive import cached, digest
from .micropython_files import NOTICE as MICROPYTHON_NOTICE
from .micropython_files import PUBLISHED as MICROPYTHON
from .micropython_files import micropython_files
from .model.calculator import CalculatorSpec
from .proof import proof
from .pyodide_files import PUBLISHED, licences, pyodide_files
from .snapshot import PREPARE, snapshot
from .stdlib import stdlib
from .undocumented import undocumented
from .wheel import Wheel, wheel

FOLDER = "assets/python"
MANIFEST = f"{FOLDER}/manifest.json"
"""The one file of a lasting name whose content changes; it names all others but the snapshot."""

SNAPSHOT = f"{FOLDER}/snapshot.json"
"""Names the snapshot, which alone differs between two builds of one content."""

GZIP_LEVEL = 6
EMPTIED = Path(__file__).with_name("undocumented.py")
NAME = "source.json"


def python_assets(package: dict[str, bytes], specs: dict[str, CalculatorSpec], cache: Path) -> dict[str, bytes]:
    """Every file of the page's Python by its staged path; the same package gives the same bytes, the snapshot apart.

    Args:
        package: The calculators, by path, such as ``calculators/x.py``.
        specs: What each of them says of itself.
        cache: Where to keep what takes seconds to make.

    Raises:
        RuntimeFilesError: When the interpreters' files or the host's Python are not the expected ones, or a calculator
            fails there.
    """
    runtime = pyodide_files()
    engine = {name: runtime[name] for name in PUBLISHED}
    calculators = wheel(package, cache)
    library = stdlib(package, calculators, runtime, cache)
    names = _names(engine, library, calculators)
    parts = {**engine, "stdlib": library, "wheel": calculators.content}
    files = {names[name]: content for name, content in parts.items()}
    id_ = digest([*map(str.encode, sorted(files)), PREPARE.encode()])
    memory = snapshot(id_, library, calculators, cache)
    quick, quick_files = _quick(package, specs, cache)
    manifest = {
        "id": id_,
        "pyodide": names[PUBLISHED[0]].rpartition("/")[0] + "/",
        "stdlib": names["stdlib"],
        "packages": names["wheel"].rpartition("/")[0] + "/",
        "lock": calculators.lock,
        "sizes": _sizes(files, cache),
        "instant": quick,
    }
    published = {f"{FOLDER}/{name}": content for name, content in {**files, **quick_files}.items()}
    return {
        **published,
        MANIFEST: _json(manifest),
        SNAPSHOT: _json(memory.about),
        f"{FOLDER}/{memory.name}": memory.content,
        f"{FOLDER}/LICENSE.txt": (licences() + MICROPYTHON_NOTICE).encode(),
    }


def _quick(
    package: dict[str, bytes], specs: dict[str, CalculatorSpec], cache: Path
) -> tuple[dict[str, object], dict[str, bytes]]:
    """The manifest's part and the files of MicroPython with the calculators' source."""
    engine = micropython_files()
    folder = f"micropython-{_short(b''.join(engine.values()))}"
    source = _source(package, cache)
    proved = proof(package, specs, cache)
    module, wasm = (f"{folder}/{name}" for name in MICROPYTHON)
    name = f"calculators-{_short(source)}.json"
    about: dict[str, object] = {"module": module, "wasm": wasm, "source": name}
    about |= {"calculators": proved.equal, "left": proved.left}
    return about, {**{f"{folder}/{each}": engine[each] for each in MICROPYTHON}, name: source}


def _source(package: dict[str, bytes], cache: Path) -> bytes:
    """The calculators without their docstrings, as one file; kept, since finding these takes a while."""
    parts = [part for path, content in sorted(package.items()) for part in (path.encode(), content)]
    kept = cache / f"source-{digest([EMPTIED.read_bytes(), *parts])}"
    return cached(kept, lambda: {NAME: _json({path: each.decode() for path, each in undocumented(package).items()})})[
        NAME
    ]


def early(files: dict[str, bytes]) -> dict[str, list[str]]:
    """For pages whose calculator answers at once: their ids, and the staged paths of what they need first."""
    instant = json.loads(files[MANIFEST])["instant"]
    return {"calculators": instant["calculators"], "modules": [f"{FOLDER}/{instant['module']}"]}


def left_to_pyodide(manifest: bytes) -> dict[str, str]:
    """Why some calculators wait for full Python, by id, as the manifest has it."""
    left: dict[str, str] = json.loads(manifest)["instant"]["left"]
    return left


def newly_left(manifest: bytes, before: Path) -> list[str]:
    """The ids of those that wait for full Python, if that is news: `before` is where an earlier manifest may lie."""
    left = left_to_pyodide(manifest)
    known = before.is_file() and left_to_pyodide(before.read_bytes()) == left
    return [] if known else list(left)


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True).encode()


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
