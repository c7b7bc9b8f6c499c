"""The Python that the page gets: Pyodide's own files, a trimmed and compiled standard library, the calculators' wheel.

Nothing is downloaded here: Pyodide comes from the locked npm package, and its files are checked against known hashes.
"""

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

from flit_core.wheel import make_wheel_in
from pyodide_lock import PackageSpec, PyodideLockSpec

PROJECT = Path(__file__).resolve().parent.parent
PYODIDE = "0.29.5"
"""The one place that names the version; package.json must agree."""

RUNTIME = PROJECT / "node_modules/pyodide"
RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
HASHES = Path(__file__).with_name("pyodide.sha256")
LAZY = ("encodings/ascii.py", "encodings/latin_1.py", "encodings/cp437.py", "_strptime.py", "numbers.py")
"""Imported only on some paths: kept so that a rare path does not fail."""

NOTICE = f"""Pyodide {PYODIDE} is free software under the Mozilla Public License 2.0.
Its files here (pyodide.mjs, pyodide.asm.js, pyodide.asm.wasm) are unmodified.
The standard library beside them is Python's (PSF License 2), reduced to the modules that are used, and compiled.
Source: https://github.com/pyodide/pyodide/tree/{PYODIDE}
Licence: https://www.mozilla.org/MPL/2.0/
"""
DATE = (2020, 1, 1, 0, 0, 0)
FOLDER = "assets/python"


class RuntimeProblem(Exception):  # noqa: N818  # a problem of the set-up, said in one line
    """The installed runtime is not the one this project was made with."""


def python_assets(package: dict[str, bytes], cache: Path) -> dict[str, bytes]:
    """Every file of the page's Python by its staged path; kept in `cache` by what it was made from.

    Raises:
        RuntimeProblem: When Pyodide's files or the host's Python are not the expected ones.
    """
    runtime = _checked_runtime()
    kept = cache / _key(package)
    if not (kept / "pyodide-lock.json").is_file():
        made = _make(package)
        kept.mkdir(parents=True, exist_ok=True)
        for name, content in sorted(made.items(), reverse=True):  # the lock file last but for the stdlib: whole or not
            (kept / name).write_bytes(content)
    made = {path.name: path.read_bytes() for path in sorted(kept.iterdir())}
    return _published(runtime, made)


def _published(runtime: dict[str, bytes], made: dict[str, bytes]) -> dict[str, bytes]:
    """Names change with content, so that hosts and browsers may keep them for a year."""
    engine = hashlib.sha256(b"".join(runtime[name] for name in RUNTIME_FILES)).hexdigest()[:12]
    stdlib = f"stdlib-{_short(made['python_stdlib.zip'])}.zip"
    (wheel,) = (name for name in made if name.endswith(".whl"))
    code = f"calculators-{_short(made[wheel])}"
    manifest = {
        "pyodide": f"{engine}/",
        "stdlib": stdlib,
        "packages": f"{code}/",
        "lock": json.loads(made["pyodide-lock.json"]),
        "bytes": sum(map(len, (*(runtime[name] for name in RUNTIME_FILES), made["python_stdlib.zip"], made[wheel]))),
    }
    return {
        **{f"{FOLDER}/{engine}/{name}": runtime[name] for name in RUNTIME_FILES},
        f"{FOLDER}/{stdlib}": made["python_stdlib.zip"],
        f"{FOLDER}/{code}/{wheel}": made[wheel],
        f"{FOLDER}/manifest.json": json.dumps(manifest, sort_keys=True).encode(),
        f"{FOLDER}/LICENSE.txt": NOTICE.encode(),
    }


def _checked_runtime() -> dict[str, bytes]:
    python = json.loads((RUNTIME / "pyodide-lock.json").read_bytes())["info"]["python"]
    if python.split(".")[:2] != list(map(str, sys.version_info[:2])):
        here = ".".join(map(str, sys.version_info[:2]))
        raise RuntimeProblem(
            f"Pyodide {PYODIDE} holds Python {python}, this is {here}: their minor versions must agree"
        )
    known = dict(reversed(line.split()) for line in HASHES.read_text(encoding="utf-8").splitlines())
    files = {name: (RUNTIME / name).read_bytes() for name in known}
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != known[name]:
            raise RuntimeProblem(f"node_modules/pyodide/{name} is not that of Pyodide {PYODIDE}: remove node_modules")
    return files


def _key(package: dict[str, bytes]) -> str:
    digest = hashlib.sha256(f"{PYODIDE} {sys.version_info[:3]}".encode())
    for content in (Path(__file__).read_bytes(), *(part for item in sorted(package.items()) for part in item)):
        digest.update(content if isinstance(content, bytes) else content.encode())
    return f"python-{digest.hexdigest()[:16]}"


def _make(package: dict[str, bytes]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name, "source"), Path(name, "out")
        out.mkdir()
        for path, content in package.items():
            target = source / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        wheel = _wheel(source, out)
        _trim(_modules(source / "calculators"), out / "python_stdlib.zip")
        spec = PyodideLockSpec.from_json(RUNTIME / "pyodide-lock.json")
        spec.packages = {"calculators": _entry(wheel)}
        spec.to_json(out / "pyodide-lock.json")
        _compile(out)
        return _repacked(out)


def _wheel(source: Path, out: Path) -> Path:
    settings = '[build-system]\nrequires = ["flit_core"]\nbuild-backend = "flit_core.buildapi"\n'
    project = '[project]\nname = "calculators"\nversion = "1"\ndescription = "Calculators of a guide"\n'
    (source / "pyproject.toml").write_text(settings + project, encoding="utf-8")
    return Path(make_wheel_in(source / "pyproject.toml", out).file)


def _entry(wheel: Path) -> PackageSpec:
    return PackageSpec(
        name="calculators",
        version="1",
        file_name=wheel.name,
        install_dir="site",
        sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        imports=["calculators"],
    )


def _modules(folder: Path) -> list[str]:
    node = Path(sys.executable).with_name("node")
    script = Path(__file__).with_name("pyodide_modules.mjs")
    finished = subprocess.run([node, script, f"{RUNTIME}/", folder], capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise RuntimeProblem(f"Pyodide did not start in Node: {finished.stderr.strip().splitlines()[-1]}")
    found: list[str] = json.loads(finished.stdout)
    return sorted({*found, *LAZY})


def _trim(modules: list[str], target: Path) -> None:
    with zipfile.ZipFile(RUNTIME / "python_stdlib.zip") as whole, zipfile.ZipFile(target, "w") as trimmed:
        names = set(whole.namelist())
        for module in modules:
            if module in names:
                trimmed.writestr(zipfile.ZipInfo(module, DATE), whole.read(module))


def _compile(folder: Path) -> None:
    command = [str(Path(sys.executable).with_name("pyodide")), "py-compile", "--silent", "--no-keep"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1577836800", "PYTHONOPTIMIZE": "2"}
    subprocess.run(
        [*command, "--compression-level", "0", str(folder)], env=environment, check=True, stdout=subprocess.DEVNULL
    )


def _repacked(folder: Path) -> dict[str, bytes]:
    """Fixed dates, fixed order and a correct RECORD: the same bytes from the same source."""
    (wheel,) = folder.glob("*.whl")
    packed = _pack(_with_record(_read(wheel)))
    lock = json.loads((folder / "pyodide-lock.json").read_bytes())
    (entry,) = lock["packages"].values()
    entry["sha256"] = hashlib.sha256(packed).hexdigest()
    return {
        wheel.name: packed,
        "python_stdlib.zip": _pack(_read(folder / "python_stdlib.zip")),
        "pyodide-lock.json": json.dumps(lock, sort_keys=True).encode(),
    }


def _read(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _with_record(files: dict[str, bytes]) -> dict[str, bytes]:
    (record,) = (name for name in files if name.endswith(".dist-info/RECORD"))
    listed = sorted((name, content) for name, content in files.items() if name != record)
    rows = [f"{name},sha256={_record_hash(content)},{len(content)}" for name, content in listed]
    return {**files, record: ("\n".join([*rows, f"{record},,"]) + "\n").encode()}


def _record_hash(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def _pack(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, DATE), content)
    return out.getvalue()


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
