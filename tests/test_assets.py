"""Fonts, licences and the theme's overrides."""

import hashlib
from pathlib import Path

import material
import pytest

from build_scripts.assets import assets, fonts

from .conftest import PROJECT

UPSTREAM = Path(material.__file__).parent / "templates/partials"
SEEN = {
    "header.html": "8cf3fb15bcf969ff",
    "search.html": "bfd556535abcddb9",
    "copyright.html": "bc86bca3bf75070f",
    "logo.html": "e0925ef6c190174a",
}
"""What upstream's partials were when ours were made from them."""


def test_both_fonts_together_stay_light(tmp_path: Path) -> None:
    """At most 60 kB, each with its licence beside it."""
    files = fonts(PROJECT, tmp_path)

    assert sum(len(content) for name, content in files.items() if name.endswith(".woff2")) <= 60_000
    assert {name for name in files if "LICENSE" in name} == {
        "assets/fonts/besley-LICENSE.txt",
        "assets/fonts/public-sans-LICENSE.txt",
    }


def test_fonts_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    """Made twice, without what was kept."""
    assert fonts(PROJECT, tmp_path / "a") == fonts(PROJECT, tmp_path / "b")


def test_every_style_and_script_is_staged(tmp_path: Path) -> None:
    """What mkdocs.yml names is there."""
    files = assets(PROJECT, tmp_path)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    named = [line.split("- ")[1] for line in settings if line.endswith((".css", ".mjs"))]

    assert named
    assert set(named) <= set(files)


@pytest.mark.parametrize("name", SEEN)
def test_overridden_partials_follow_upstream(name: str) -> None:
    """When the theme changes a partial that we override, somebody has to look."""
    assert hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()[:16] == SEEN[name]


def test_every_override_is_known() -> None:
    """No partial is overridden without watching upstream's, and upstream's notice is kept."""
    ours = PROJECT / "docs/.overrides/partials"

    assert {path.name for path in ours.iterdir()} == set(SEEN)
    assert all("Martin Donath" in (ours / name).read_text() for name in ("header.html", "search.html"))
