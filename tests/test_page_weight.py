"""What a page without a calculator loads as script, beyond the theme's: counted as most hosts send it."""

import re
from pathlib import Path

import brotli
import pytest

from build_scripts.assets import IMPORTED

MOST = 20_000
"""Bytes, compressed by brotli as the benchmark's host does."""

QUALITY = 9
SCRIPT = re.compile(r'<(?:script|link)[^>]* (?:src|href)="([^"]+\.mjs)"')


def scripts(site: Path, address: str) -> set[Path]:
    """Our scripts on a page: those that it names and, however deep, those that they import at once."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    wanted = [(site / address / name).resolve() for name in SCRIPT.findall(html)]
    found: set[Path] = set()
    while wanted:
        path = wanted.pop()
        if path not in found:
            found.add(path)
            wanted += [path.parent / name for name in IMPORTED.findall(path.read_text(encoding="utf-8"))]
    return found


@pytest.mark.parametrize("address", ["guide/what-it-costs", "statistics", "claims"])
def test_a_page_without_a_calculator_is_light(flagship: Path, address: str) -> None:
    """At most 20 kB of script besides the theme's; what only calculators need is asked for by them."""
    found = scripts(flagship / "site", address)
    sizes = {path.name: len(brotli.compress(path.read_bytes(), quality=QUALITY)) for path in found}

    assert sizes
    assert sum(sizes.values()) <= MOST, sorted(sizes.items(), key=lambda item: -item[1])
