"""Fonts with their licences, and the files that the pages name."""

import io
from pathlib import Path

from fontTools.ttLib import TTFont

from build_scripts.assets import CHARACTERS, WEIGHTS, assets, fonts

from .conftest import PROJECT


def test_both_fonts_together_stay_light(tmp_path: Path) -> None:
    """At most 60 kB, each with its licence beside it."""
    files = fonts(PROJECT, tmp_path)

    assert sum(len(content) for name, content in files.items() if name.endswith(".woff2")) <= 60_000
    assert {name: "SIL OPEN FONT LICENSE" in files[name].decode() for name in files if "LICENSE" in name} == {
        "assets/fonts/besley-LICENSE.txt": True,
        "assets/fonts/public-sans-LICENSE.txt": True,
    }


def test_fonts_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    """Made twice, without what was kept."""
    assert fonts(PROJECT, tmp_path / "a") == fonts(PROJECT, tmp_path / "b")


def test_fonts_are_made_once(tmp_path: Path) -> None:
    """The second time, what is kept is read; nothing unfinished lies about."""
    fonts(PROJECT, tmp_path)
    for kept in tmp_path.iterdir():
        kept.write_bytes(b"kept")

    again = fonts(PROJECT, tmp_path)

    assert [again[f"assets/fonts/{name}.woff2"] for name in WEIGHTS] == [b"kept", b"kept"]
    assert {path.suffix for path in tmp_path.iterdir()} == {".woff2"}


def test_the_text_face_has_every_character_and_weight(tmp_path: Path) -> None:
    """Latin-1 and the signs of prose, the weights of the styles, figures of one width for tables."""
    font = TTFont(io.BytesIO(fonts(PROJECT, tmp_path)["assets/fonts/public-sans.woff2"]))

    assert [chr(code) for code in CHARACTERS if code not in font.getBestCmap()] == []
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]
    assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def test_every_style_and_script_is_staged(tmp_path: Path) -> None:
    """What mkdocs.yml names is there."""
    files = assets(PROJECT, tmp_path)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    named = [line.split("- ")[1] for line in settings if line.endswith((".css", ".mjs"))]

    assert named
    assert set(named) <= set(files)
