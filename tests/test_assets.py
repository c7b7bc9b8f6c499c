"""Fonts with their licences, and the files that the pages name."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from build_scripts.assets import CHARACTERS, SHEETS, STYLES, WEIGHTS, assets, fonts
from build_scripts.pictures.css_rules import rules
from build_scripts.site_config import SCRIPTS
from build_scripts.system_colours import DARK, SYSTEM

from .conftest import PROJECT


def test_both_fonts_together_stay_light(tmp_path: Path) -> None:
    """At most 60 kB, each with its licence beside it."""
    files = fonts(PROJECT, tmp_path)

    assert sum(len(content) for name, content in files.items() if name.endswith(".woff2")) <= 60_000
    assert {name: "SIL OPEN FONT LICENSE" in files[name].decode() for name in files if "LICENSE" in name} == {
        "fonts/besley-LICENSE.txt": True,
        "fonts/public-sans-LICENSE.txt": True,
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

    assert [again[f"fonts/{name}.woff2"] for name in WEIGHTS] == [b"kept", b"kept"]
    assert {path.suffix for path in tmp_path.iterdir()} == {".woff2"}


def test_the_text_face_has_every_character_and_weight(tmp_path: Path) -> None:
    """Latin-1 and the signs of prose, the weights of the styles, figures of one width for tables."""
    font = TTFont(io.BytesIO(fonts(PROJECT, tmp_path)["fonts/public-sans.woff2"]))

    assert [chr(code) for code in CHARACTERS if code not in font.getBestCmap()] == []
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]
    assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def test_every_style_and_script_that_pages_load_is_staged(tmp_path: Path) -> None:
    """What the site's settings name is there."""
    made = assets(PROJECT, tmp_path)
    named = [STYLES] + [f"javascripts/{name}.mjs" for name in SCRIPTS]

    assert {f"{made.folder}/{name}" for name in named} <= set(made.files)


def test_every_sheet_is_in_the_one_that_pages_load(tmp_path: Path) -> None:
    """Each style sheet of the project, whole; none is left out."""
    made = assets(PROJECT, tmp_path)
    sheets = {path.stem: path.read_bytes() for path in (PROJECT / "docs/stylesheets").glob("*.css")}

    assert sheets.keys() == set(SHEETS)
    assert all(content in made.files[f"{made.folder}/{STYLES}"] for content in sheets.values())


def test_frames_have_the_dark_colours_of_the_switch(tmp_path: Path) -> None:
    """What follows the system is every token of the dark scheme, with the same value."""
    made = assets(PROJECT, tmp_path)
    sheets = {
        name.rpartition("/")[2]: list(rules(text.decode())) for name, text in made.files.items() if ".css" in name
    }
    switch = next(rule.values for rule in sheets["guide.css"] if (rule.selector, rule.media) == (DARK, "screen"))
    (frame,) = sheets["system-colours.css"]

    assert frame.values == switch
    assert frame.selector == ":root"
    assert frame.media == SYSTEM


def test_the_folder_is_named_by_its_content(tmp_path: Path) -> None:
    """A host may let browsers keep every file: changed content has another address."""
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    (tmp_path / "node_modules").symlink_to(PROJECT / "node_modules")
    before = assets(tmp_path, tmp_path / "cache")
    sheet = docs / "stylesheets/page.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "/* changed */", encoding="utf-8")
    after = assets(tmp_path, tmp_path / "cache")

    assert before.folder != after.folder
    assert before == assets(PROJECT, tmp_path / "cache")


@pytest.mark.parametrize("without", ["", "sys.modules['uharfbuzz'] = None; "])
def test_a_font_is_the_same_whatever_else_is_installed(tmp_path: Path, without: str) -> None:
    """The one that this process makes, and one made where nothing packs its tables more tightly."""
    code = f"import sys; {without}from pathlib import Path; from build_scripts.assets import fonts; "
    code += "sys.stdout.buffer.write(fonts(*map(Path, sys.argv[1:]))['fonts/besley.woff2'])"
    command = [sys.executable, "-c", code, str(PROJECT), str(tmp_path / "there")]
    made = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True).stdout

    assert made == fonts(PROJECT, tmp_path / "here")["fonts/besley.woff2"]
