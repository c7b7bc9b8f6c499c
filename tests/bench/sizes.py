"""Bytes that a site ships, by kind: as they are, gzip, brotli."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from .host import packed

KINDS = {
    "pages": ("**/*.html",),
    "styles": ("**/*.css",),
    "scripts of ours": ("assets/guide-*/javascripts/*.mjs",),
    "fonts": ("assets/guide-*/fonts/*.woff2",),
    "MicroPython": ("assets/python/**/micropython*",),
    "Pyodide": ("assets/python/**/pyodide*",),
    "Python library and calculators": ("assets/python/**/*.zip", "assets/python/**/*.whl"),
    "memory snapshot": ("assets/python/**/*snapshot*",),
    "other files for Python": ("assets/python/**/*",),
    "data files": ("data/**/*",),
}


@dataclass(frozen=True)
class Size:
    """A kind's files and bytes; ``brotli`` is what the bench's host sends."""

    kind: str
    files: int
    plain: int
    gzip: int
    brotli: int


def sizes(site: Path) -> list[Size]:
    """The size of every kind; a file counts in the first kind that it fits."""
    seen: set[Path] = set()
    found = []
    for kind, patterns in KINDS.items():
        files = {path for pattern in patterns for path in site.glob(pattern) if path.is_file()} - seen
        seen |= files
        found.append(_size(kind, sorted(files)))
    return found


def _size(kind: str, files: list[Path]) -> Size:
    contents = [path.read_bytes() for path in files]
    zipped = sum(len(gzip.compress(content)) for content in contents)
    return Size(kind, len(files), sum(map(len, contents)), zipped, sum(len(packed(path)[0]) for path in files))
