"""Styles, scripts and fonts of the site, with the licences that must travel along."""

import hashlib
import io
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = {"besley": "besley", "public-sans": "public-sans"}
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *map(ord, "–—‘’“”„…•‹›€™−×÷≤≥≈→←↑↓✓\u2009\u200a\u202f\u2011"),
]
"""Latin with the signs that the guide's sentences and figures use."""


def assets(project: Path, cache: Path) -> dict[str, bytes]:
    """Every file by its staged path."""
    docs = project / "docs"
    sheets = {f"stylesheets/{path.name}": path.read_bytes() for path in sorted((docs / "stylesheets").glob("*.css"))}
    scripts = {f"javascripts/{path.name}": path.read_bytes() for path in sorted((docs / "javascripts").glob("*.mjs"))}
    return {**sheets, **scripts, **fonts(project, cache)}


def fonts(project: Path, cache: Path) -> dict[str, bytes]:
    """The two typefaces, reduced to the guide's characters, with their licences."""
    files: dict[str, bytes] = {}
    for name, package in FONTS.items():
        folder = project / "node_modules/@fontsource-variable" / package
        whole = (folder / f"files/{package}-latin-wght-normal.woff2").read_bytes()
        files[f"assets/fonts/{name}.woff2"] = _cached(whole, cache)
        files[f"assets/fonts/{name}-LICENSE.txt"] = (folder / "LICENSE").read_bytes()
    return files


def _cached(whole: bytes, cache: Path) -> bytes:
    digest = hashlib.sha256(whole + str(CHARACTERS).encode()).hexdigest()[:16]
    kept = cache / f"font-{digest}.woff2"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_subset(whole))
    return kept.read_bytes()


def _subset(whole: bytes) -> bytes:
    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    options = Options(flavor="woff2", layout_features=["kern", "liga", "tnum", "lnum"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    out = io.BytesIO()
    font.flavor = "woff2"
    font.save(out)
    return out.getvalue()
