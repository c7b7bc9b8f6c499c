"""The memory of a Pyodide that has started and imported every calculator: visits after the first begin with it.

Two snapshots of the same Python differ (addresses, seeds), so nothing depends on its bytes: the page finds it by a
small file of its own, and by the id of the runtime that it belongs to.
"""

import gzip
import hashlib
import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .archive import cached
from .interpreters import NODE
from .npm_package import RuntimeFilesError
from .pyodide_files import FOLDER
from .wheel import Wheel

SCRIPT = Path(__file__).with_name("pyodide_snapshot.mjs")
PREPARE = """
import gc, os, sys, zipfile
site = next(path for path in sys.path if path.endswith("site-packages"))
with zipfile.ZipFile("/tmp/calculators.whl") as wheel:
    wheel.extractall(site)
os.unlink("/tmp/calculators.whl")
import calculators, json, random
for name in calculators.ids():
    calculators.load(name)
del wheel, site, name
gc.collect()
"""
"""What the snapshot's Python has done before: import every calculator; answers would leave traces that travel."""

HEAP = 20 * 1024 * 1024
"""Pyodide's first memory. A larger one could be written but not restored."""

BLOCK = 64 * 1024
GZIP_LEVEL = 9


@dataclass(frozen=True)
class Snapshot:
    """A compressed snapshot, its file's name, and what the page must know to check it."""

    name: str
    content: bytes
    about: dict[str, object]


def snapshot(runtime_id: str, library: bytes, calculators: Wheel, cache: Path) -> Snapshot:
    """The snapshot that belongs to one runtime, kept in `cache`.

    Raises:
        RuntimeFilesError: When Pyodide can't write one, or one that could not be restored.
    """
    kept = cached(cache / f"snapshot-{runtime_id}", lambda: _made(library, calculators))
    about = json.loads(kept["about.json"])
    return Snapshot(about["name"], kept[about["name"]], {**about, "runtime": runtime_id})


def _made(library: bytes, calculators: Wheel) -> dict[str, bytes]:
    whole = _written(library, calculators)
    used, packed = without_empty_blocks(whole)
    content = gzip.compress(packed, GZIP_LEVEL, mtime=0)
    name = f"snapshot-{hashlib.sha256(content).hexdigest()[:12]}.bin"
    about = {"name": name, "size": len(whole), "block": BLOCK, "used": used}
    about |= {"sha256": hashlib.sha256(packed).hexdigest()}
    return {name: content, "about.json": json.dumps(about, sort_keys=True).encode()}


def without_empty_blocks(memory: bytes) -> tuple[list[int], bytes]:
    """Half of the memory has never been used: the numbers of the blocks that were, and these in a row.

    >>> numbers, packed = without_empty_blocks(bytes(BLOCK) + b"used" + bytes(3 * BLOCK))
    >>> numbers, len(packed) == BLOCK
    ([1], True)
    """
    blocks = [memory[start : start + BLOCK] for start in range(0, len(memory), BLOCK)]
    used = [number for number, block in enumerate(blocks) if block.strip(b"\0")]
    return used, b"".join(blocks[number] for number in used)


def _written(library: bytes, calculators: Wheel) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        stdlib, wheel, target = (Path(folder, name) for name in ("stdlib.zip", calculators.name, "snapshot.bin"))
        stdlib.write_bytes(library)
        wheel.write_bytes(calculators.content)
        places = {"runtime": f"{FOLDER}/", "stdlib": str(stdlib), "wheel": str(wheel), "target": str(target)}
        given = {**places, "info": calculators.lock["info"], "prepare": PREPARE}
        finished = subprocess.run(
            [NODE, SCRIPT, json.dumps(given)], capture_output=True, text=True, check=False, timeout=120
        )
        if finished.returncode != 0:
            raise RuntimeFilesError(f"no snapshot of Pyodide: {(finished.stderr.strip().splitlines() or ['?'])[-1]}")
        check_heap(json.loads(finished.stdout.splitlines()[-1])["heap"])
        return target.read_bytes()


def check_heap(size: int) -> None:
    """Refuse a Pyodide whose first memory is not the one that snapshots were tested with."""
    if size != HEAP:
        raise RuntimeFilesError(f"Pyodide starts with {size} bytes of memory, expected {HEAP}; see snapshot.py")
