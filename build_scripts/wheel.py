"""The calculators as a compiled wheel, and the lock file with this one entry that tells Pyodide about it."""

import hashlib
import json
import sys
import tempfile
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .archive import cached, digest, packed, unpacked
from .compiled import compiled
from .pyodide_files import FOLDER, LOCK, VERSION

if TYPE_CHECKING:
    from pyodide_lock import PackageSpec

PACKAGE = "calculators"

PROJECT_FILE = """[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"

[project]
name = "calculators"
version = "1"
description = "The calculators of a guide"
"""


@dataclass(frozen=True)
class Wheel:
    """A wheel, and the contents of the lock file that names it."""

    name: str
    content: bytes
    lock: dict[str, object]


def wheel(package: dict[str, bytes], cache: Path) -> Wheel:
    """The calculators' wheel, kept in `cache` as long as no file of the package changes."""
    parts = [part for path, content in sorted(package.items()) for part in (path.encode(), content)]
    settings = [*map(str.encode, (VERSION, sys.version)), Path(__file__).read_bytes()]
    made = cached(cache / f"wheel-{digest([*settings, *parts])}", lambda: _made(package))
    (name,) = (each for each in made if each.endswith(".whl"))
    return Wheel(name, made[name], json.loads(made[LOCK]))


def _made(package: dict[str, bytes]) -> dict[str, bytes]:
    """Build, lock, compile (which renames the wheel in the lock file), then correct what compiling leaves wrong."""
    from pyodide_lock import PyodideLockSpec

    with tempfile.TemporaryDirectory() as name:
        built = _built(package, Path(name))
        spec = PyodideLockSpec.from_json(FOLDER / LOCK)
        spec.packages = {PACKAGE: _entry(built)}
        locked = json.dumps(spec.to_dict()).encode()
        made = compiled({built.name: built.read_bytes(), LOCK: locked})
    (file,) = (each for each in made if each.endswith(".whl"))
    content = packed(with_record(unpacked(made[file])))
    lock = json.loads(made[LOCK])
    lock["packages"][PACKAGE]["sha256"] = hashlib.sha256(content).hexdigest()
    return {file: content, LOCK: json.dumps(lock, sort_keys=True).encode()}


def _built(package: dict[str, bytes], folder: Path) -> Path:
    from flit_core.wheel import make_wheel_in  # it has no types

    for path, content in {**package, "pyproject.toml": PROJECT_FILE.encode()}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    return Path(make_wheel_in(folder / "pyproject.toml", folder).file)


def _entry(built: Path) -> "PackageSpec":
    from pyodide_lock import PackageSpec

    return PackageSpec(
        name=PACKAGE,
        version="1",
        file_name=built.name,
        install_dir="site",
        sha256=hashlib.sha256(built.read_bytes()).hexdigest(),
        imports=[PACKAGE],
    )


def with_record(files: dict[str, bytes]) -> dict[str, bytes]:
    """A wheel's files with a RECORD that lists what is there, with the hashes and sizes it has."""
    (record,) = (name for name in files if name.endswith(".dist-info/RECORD"))
    others = sorted((name, content) for name, content in files.items() if name != record)
    lines = [f"{name},sha256={_hash(content)},{len(content)}" for name, content in others]
    return {**files, record: "\n".join([*lines, f"{record},,", ""]).encode()}


def _hash(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
