"""The same page with one engine or another: only the engine's script differs."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from flit_core.wheel import make_wheel_in

from build_scripts.registry import stage

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = Path(__file__).with_name("engines")
MODULES = PROJECT / "node_modules"
PAGE = "calculators/engagement-rate/"
ENTRY = "guide-calculators.mjs"
OURS_ALONE = ("guide-python.mjs", "guide-offline.mjs")
"""An early start and a store for offline are parts of our engine; no other variant has them."""
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
MICROPYTHON = ("micropython.mjs", "micropython.wasm")

SCRIPT = r"[ \t]*<script\b[^>]*\bsrc=\"?[^\">]*/(?:{})\"?[^>]*></script>\n?"
HINT = re.compile(r"[ \t]*<link\b[^>]*\brel=\"?(?:modulepreload|preload|prefetch)\b[^>]*>\n?")


@dataclass(frozen=True)
class Engine:
    """What answers in the page.

    Attributes:
        name: As it stands in reports and addresses.
        what: What it is, in a few words.
        answers: Whether it answers at all.
        pyodide: Whether it has a Pyodide to wait for.
    """

    name: str
    what: str
    answers: bool = True
    pyodide: bool = False


ENGINES = {
    engine.name: engine
    for engine in (
        Engine("ours", "the page as it is built", pyodide=True),
        Engine("stock", "stock Pyodide, self-hosted, in a module worker started with the page", pyodide=True),
        Engine("javascript", "the engagement rate written by hand in JavaScript"),
        Engine("micropython", "stock MicroPython in a module worker started with the page"),
        Engine("none", "the same page without any engine", answers=False),
    )
}


def variant(html: str, script: str) -> str:
    """The page with another engine's script tag in place of ours, and without what would fetch ours ahead.

    Raises:
        ValueError: When our script isn't there exactly once.
    """
    bare = re.sub(SCRIPT.format("|".join(map(re.escape, OURS_ALONE))), "", html)
    changed, count = re.subn(SCRIPT.format(re.escape(ENTRY)), lambda _: script, bare)
    if count != 1:
        raise ValueError(f"{ENTRY} stands {count} times in the page, expected once")
    return HINT.sub(lambda hint: hint[0] if 'as="font"' in hint[0] or 'as="style"' in hint[0] else "", changed)


def files_of(name: str) -> dict[str, bytes]:
    """An engine's own files; ``main.mjs`` is what the page loads."""
    form = (SOURCES / "form.mjs").read_bytes()
    if name == "javascript":
        return {"main.mjs": form + (SOURCES / "javascript.mjs").read_bytes()}
    files = {"main.mjs": form + (SOURCES / "python.mjs").read_bytes()}
    files["worker.mjs"] = (SOURCES / f"{name}-worker.mjs").read_bytes()
    package = stage(PROJECT)
    if name == "stock":
        return files | wheel(package) | {each: (MODULES / "pyodide" / each).read_bytes() for each in PYODIDE}
    texts = {path: content.decode() for path, content in package.items()}
    folder = MODULES / "@micropython/micropython-webassembly-pyscript"
    files["calculators.json"] = json.dumps(texts, ensure_ascii=False).encode()
    return files | {each: (folder / each).read_bytes() for each in MICROPYTHON}


def wheel(package: dict[str, bytes]) -> dict[str, bytes]:
    """The calculators as a plain wheel."""
    settings = '[build-system]\nrequires=["flit_core"]\nbuild-backend="flit_core.buildapi"\n'
    project = '[project]\nname="calculators"\nversion="1"\nrequires-python=">=3.13"\ndescription="x"\n'
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(package, folder)
        (folder / "pyproject.toml").write_text(settings + project, encoding="utf-8")
        made = make_wheel_in(folder / "pyproject.toml", folder).file
        return {made.name: made.read_bytes()}


def write(files: dict[str, bytes], folder: Path) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def overlay(name: str, site: Path, folder: Path) -> list[Path]:
    """The folders that make an engine's site: what is its own, then what is built."""
    if name == "ours":
        return [site]
    script = ""
    if name != "none":
        files = files_of(name)
        place = "engine/" + hashlib.sha256(b"".join(files.values())).hexdigest()[:12]
        write(files, folder / place)
        python = {"stock": "?pyodide", "micropython": "?micropython"}.get(name, "")
        script = f'        <script src="../../{place}/main.mjs{python}" type="module"></script>\n'
    html = (site / PAGE / "index.html").read_text(encoding="utf-8")
    write({PAGE + "index.html": variant(html, script).encode()}, folder)
    return [folder, site]
