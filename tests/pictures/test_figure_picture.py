"""A figure as a file: it stands alone, in the site's own colours, and says where it comes from."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.pictures.figure_picture import WIDTH, figure_svg, framed
from build_scripts.pictures.picture_styles import UnknownClassError
from build_scripts.pictures.sheet import SVG, Sheet, Type
from build_scripts.pictures.studio import Studio, studio
from tests.charts.cases import CASES, Case, case, read
from tests.conftest import PROJECT

SITE = "https://example.org/guide/"
TEXT = Type("Public Sans", 16, 400, 22, "ink")
PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=60)


def file_of(drawn: Case, workshop: Studio) -> bytes:
    """The file of a case's figure."""
    return figure_svg(framed(drawn.figure, "dough", drawn.composer, SITE), workshop.sheet(WIDTH))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_kind_of_figure_stands_alone(path: Path, workshop: Studio) -> None:
    """No class, no style, no variable, no other file: every colour is literal and one of the site's tokens."""
    svg = file_of(case(read(path)), workshop).decode()
    root = ElementTree.fromstring(svg)
    colours = {each.get(name) for each in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    links = [value for each in root.iter() for name, value in each.items() if name.endswith("href")]

    assert not re.search(r"\b(class|style)=|var\(|<style|<image|<script", svg)
    assert {each for each in colours if each and not each.startswith("url(#")} <= set(workshop.sheet(1).inks.values())
    assert [each for each in links if not each.startswith("#")] == []
    assert {each[1:] for each in links} <= {each.get("id", "") for each in root.iter()}


@pytest.mark.parametrize("width", [300.0, 740.0, 1056.0])
@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_kind_of_figure_fits_any_width(path: Path, width: float) -> None:
    """What is drawn for a file stays on its surface, whatever the width."""
    canvas = case(read(path)).draw().alone(width)

    assert canvas.width <= width
    assert all(box.top >= -1 and box.bottom <= canvas.height + 12 for box in canvas.taken)


def test_the_file_says_message_measure_ledger_and_place(workshop: Studio) -> None:
    """Title and description are in the file's metadata; each letter of the frame is an outline, none needs a font."""
    raw = read(next(path for path in CASES if path.parent.name == "bars"))
    short, long = (
        file_of(case(raw | {"figure": raw["figure"] | {"subtitle": words}}), workshop) for words in ("I", "Loaves")
    )
    root = ElementTree.fromstring(long)

    assert root.findtext(f"{{{SVG}}}title") == case(raw).composer.writer.plain(case(raw).figure.title)
    assert root.findtext(f"{{{SVG}}}desc") == case(raw).draw().description
    assert root.get("role") == "img"
    assert list(root.iter(f"{{{SVG}}}text")) == []
    assert long.count(b"<use") - short.count(b"<use") == len("Loaves") - len("I")


def test_a_picture_in_pixels_is_twice_as_large_and_always_the_same(workshop: Studio) -> None:
    """PNG: double size, equal bytes from equal input, other bytes from other input."""
    first, other = (file_of(case(read(path)), workshop) for path in CASES[:2])
    png = workshop.png(first)
    width = float(re.search(rb'width="(\d+)', first)[1])  # type: ignore[index]  # every file has one

    assert struct.unpack(">I", png[16:20])[0] == 2 * width
    assert png == Studio(workshop.project, workshop.kept).png(first) != workshop.png(other)


@settings(max_examples=60)
@given(PRINTABLE)
def test_any_text_survives(text: str) -> None:
    """Markup, quotes and letters that no face has: the file stays well-formed and holds the very same words."""
    sheet = sample()
    sheet.text(0, 20, text, TEXT)
    root = ElementTree.fromstring(sheet.svg(40, text, text))
    shown = len(list(root.iter(f"{{{SVG}}}use"))) + sum(len(each.text or "") for each in root.iter(f"{{{SVG}}}text"))

    assert root.findtext(f"{{{SVG}}}title") == text
    assert shown <= len(text)


def test_a_letter_of_no_face_is_left_to_the_viewer() -> None:
    """What neither typeface has stays text, with its own place, between outlines."""
    sheet = sample()
    sheet.text(0, 20, "a 漢 b", TEXT)
    root = ElementTree.fromstring(sheet.svg(40, "t", "d"))

    assert [each.text for each in root.iter(f"{{{SVG}}}text")] == ["漢"]
    assert len(list(root.iter(f"{{{SVG}}}use"))) == 2


def test_letters_are_kerned() -> None:
    """The faces' own kerning holds outside of a browser too."""
    faces = sample().typefaces

    assert faces.line("AV", "Public Sans", 400).width < 2 * faces.line("A", "Public Sans", 400).width
    assert faces.line("łąka", "Public Sans", 400).strange == ()


def test_balanced_lines_are_no_more_than_needed() -> None:
    """A headline takes as few lines as it can, and no line is left with one word."""
    sheet, words = sample(), "Find people who fit. Then measure. Then make an offer."
    tight, even = sheet.wrap(words, 400, TEXT), sheet.balanced(words, 400, TEXT)

    assert len(tight) == len(even)
    assert " ".join(even) == words
    assert min(map(len, even)) >= min(map(len, tight))


def test_a_mark_without_a_rule_is_refused() -> None:
    """A class that no style sheet explains would be black in a file: the build says so."""
    with pytest.raises(UnknownClassError, match=r"no style sheet has a rule for \.g-mark--green alone; give it one"):
        sample().styles.paint("g-mark--green")


def sample() -> Sheet:
    """A sheet of the project's own studio."""
    return studio(PROJECT, PROJECT / "build/none").sheet(400)
