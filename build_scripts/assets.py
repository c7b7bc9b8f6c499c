"""Styles, scripts and fonts of the site, with the licences that must travel along."""

import hashlib
import io
import re
from dataclasses import dataclass
from pathlib import Path

import fontTools

from .archive import digest
from .system_colours import NAME as SYSTEM_COLOURS
from .system_colours import system_colours
from .theme_sheet import kept_theme_sheet

WEIGHTS = {"besley": (400, 700), "public-sans": (400, 700)}
"""The typefaces with the stretch of the weight axis that the styles use."""
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ıŒœ–—‘’‚“”„…•‹›€™−")]
"""Latin-1 with the signs of prose. Rarer signs (≤, →) are in neither face and come from the reader's own."""
FEATURES = ["kern", "mark", "mkmk", "calt", "ccmp", "liga", "locl", "pnum", "tnum"]

PACKER = "fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"
"""Off: with it a font's bytes depend on what else is installed, and two builds of one commit are to be the same."""

SHEETS = ("tokens", "theme", "page", "home", "figure", "notes", "calculator", "poster", "print")
"""The style sheets of the site, in the order of the cascade."""

STYLES = "stylesheets/guide.css"
"""All of them in one file, after the theme's: a page waits for one answer instead of eleven."""

IMPORTED = re.compile(r'^import (?:.* from )?"\./([^"]+)";$', re.MULTILINE)


@dataclass(frozen=True)
class Assets:
    """What the theme adds to every page.

    Attributes:
        folder: Where the files are published; its name changes with their content, so that they may be kept for ever.
        files: Every file by its staged path.
    """

    folder: str
    files: dict[str, bytes]


def assets(project: Path, cache: Path) -> Assets:
    """Every style, script and font in one folder, in which they find each other by relative addresses."""
    docs = project / "docs"
    sheets = {name: (docs / f"stylesheets/{name}.css").read_bytes() for name in SHEETS}
    files = {
        STYLES: b"\n".join([kept_theme_sheet(cache), *sheets.values()]),
        SYSTEM_COLOURS: system_colours(sheets["tokens"].decode()),
    }
    files |= {f"javascripts/{path.name}": path.read_bytes() for path in sorted((docs / "javascripts").glob("*.mjs"))}
    files |= fonts(project, cache)
    folder = f"assets/guide-{digest(part for name in files for part in (name.encode(), files[name]))}"
    return Assets(folder, {f"{folder}/{name}": content for name, content in files.items()})


def modules(made: Assets, entries: tuple[str, ...]) -> list[str]:
    """The staged paths of some scripts and of every module that they import, so that a page can ask for all at once."""
    found: list[str] = []
    wanted = [f"{made.folder}/javascripts/{name}.mjs" for name in entries]
    while wanted:
        path = wanted.pop(0)
        if path not in found:
            found.append(path)
            wanted += [f"{made.folder}/javascripts/{name}" for name in IMPORTED.findall(made.files[path].decode())]
    return found


def fonts(project: Path, cache: Path) -> dict[str, bytes]:
    """The two typefaces, reduced to the guide's characters and weights, with their licences.

    What was made before is kept in `cache` under a name that depends on everything that went in.
    """
    files: dict[str, bytes] = {}
    for name, weights in WEIGHTS.items():
        folder = project / "node_modules/@fontsource-variable" / name
        whole = (folder / f"files/{name}-latin-wght-normal.woff2").read_bytes()
        files[f"fonts/{name}.woff2"] = _kept(whole, weights, cache)
        files[f"fonts/{name}-LICENSE.txt"] = (folder / "LICENSE").read_bytes()
    return files


def _kept(whole: bytes, weights: tuple[int, int], cache: Path) -> bytes:
    recipe = repr((CHARACTERS, FEATURES, weights, fontTools.version, PACKER)).encode()
    kept = cache / f"font-{hashlib.sha256(whole + recipe).hexdigest()[:16]}.woff2"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(".part")
        unfinished.write_bytes(_reduced(whole, weights))
        unfinished.replace(kept)
    return kept.read_bytes()


def _reduced(whole: bytes, weights: tuple[int, int]) -> bytes:
    # These take long to import, and fonts are reduced once.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    font.cfg[PACKER] = False
    subsetter = Subsetter(Options(layout_features=FEATURES, hinting=False, notdef_outline=True))
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weights}, inplace=True)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
