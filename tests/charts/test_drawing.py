"""What holds for every drawing, whatever its kind."""

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markupsafe import escape

from build_scripts.charts.drawing import Drawing

from .cases import CASES, case, read

GEOMETRY = re.compile(r' (?:d|x|y|cx|cy|r|width|height|points)="([^"]+)"')
SUMMED_UP = ("strip-plot", "bands")
"""Single observations and stretches stand in the table alone."""

WORDS = re.compile(r">([^<>]+)<")


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _pictures(drawing: Drawing) -> str:
    return "".join(markup for size, markup in drawing.pictures.items() if size != "words")


def _changes() -> list[Any]:
    """Every number of every case, with its path in the case."""
    found: list[tuple[Path, tuple[str | int, ...]]] = []
    for path in CASES:
        raw = read(path)
        for id_, given in raw.get("statistics", {}).items():
            found += [(path, ("statistics", id_, key)) for key in ("value", "low", "high") if given.get(key)]
        for id_ in raw.get("observations", {}):
            found.append((path, ("observations", id_, "numbers", 0)))
        for index, bands in enumerate(raw.get("bands", [])):
            for place, segment in enumerate(bands["segments"]):
                if segment["name"] == raw["figure"]["highlight"]:
                    found.append((path, ("bands", index, "segments", place, "start")))
    return [pytest.param(path, where, id=f"{_name(path)}:{'.'.join(map(str, where[1:3]))}") for path, where in found]


def _changed(raw: dict[str, Any], where: tuple[str | int, ...]) -> dict[str, Any]:
    target: Any = raw
    for key in where[:-1]:
        target = target[key]
    number = Decimal(target[where[-1]])
    target[where[-1]] = (number * Decimal("1.13" if where[0] == "bands" else "0.87")).quantize(Decimal("0.001"))
    return raw


@pytest.mark.parametrize(("path", "where"), _changes())
def test_a_changed_number_changes_picture_words_and_table(path: Path, where: tuple[str | int, ...]) -> None:
    """Nothing that is shown stays as it was, and the old number stands nowhere."""
    before, after = case(read(path)).draw(), case(_changed(read(path), where)).draw()

    shown = GEOMETRY.findall(_pictures(before)), GEOMETRY.findall(_pictures(after))
    assert shown[0] != shown[1] or not shown[0]
    assert before.table.rows != after.table.rows or where[1] in _sizes(path)
    assert before.description != after.description or where[0] == "observations"
    words = [after.description, *WORDS.findall(_pictures(after))]
    assert not [cell for cell in _cells(before) - _cells(after) if any(_stands(cell, text) for text in words)]


def _stands(cell: str, text: str) -> bool:
    """Whether a figure stands in a text, not as a part of a longer one."""
    return re.search(rf"(?<![\w.,]){re.escape(cell)}(?![\w%]|[.,]\d)", text) is not None


def _sizes(path: Path) -> set[str]:
    """A slope's sizes are in its picture and its words, not in its rows."""
    figure = read(path)["figure"]
    return {figure["x_size"], figure["y_size"]} if figure["kind"] == "slope" else set()


def _cells(drawing: Drawing) -> set[str]:
    return {cell for row in drawing.table.rows for cell in row if any(letter.isdigit() for letter in cell)}


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_a_mark_knows_its_row(path: Path) -> None:
    """The words beside a mark stand in the row of the table that it shows, at every width, and no row goes without."""
    drawing = case(read(path)).draw()
    for size, markup in drawing.pictures.items():
        words = re.findall(r'data-row="(\d+)">([^<]+)</text>', markup)
        assert [said for row, said in words if not _stands_in(said, drawing.table.rows[int(row)])] == [], size
        marked = set(map(int, re.findall(r' data-row="(\d+)"', markup)))
        assert marked in (set(), set(range(len(drawing.table.rows)))), size


def _stands_in(said: str, cells: tuple[str, ...]) -> bool:
    return any(escape(cell) in said for cell in cells if cell)


@pytest.mark.parametrize("path", [path for path in CASES if path.parent.name == "strip-plot"], ids=_name)
def test_dots_stand_in_the_order_of_their_values(path: Path) -> None:
    """Within a strip and within its zoom, further right is a larger number in the row that the dot shows."""
    drawing = case(read(path)).draw()
    dots = re.findall(
        r'<circle cx="([\d.]+)" cy="[\d.]+" r="[\d.]+" class="g-mark--dot" data-row="(\d+)"/>', drawing.pictures["full"]
    )
    shown = [(float(x), drawing.table.rows[int(row)]) for x, row in dots]
    pairs = [(one, other) for one, other in pairwise(shown) if one[1][0] == other[1][0] and one[0] < other[0]]

    assert pairs
    assert all(_number(one[1][2]) <= _number(other[1][2]) for one, other in pairs)


def _number(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_pictures_are_plain_marks(path: Path) -> None:
    """Well-formed, no style, script or colour of its own, every id there once, hidden from screen readers."""
    drawing = case(read(path)).draw()
    html = "".join(drawing.pictures.values())
    parsed = html5lib.HTMLParser(strict=True).parseFragment(html, container="div")
    elements = [each for each in parsed.iter() if isinstance(each.tag, str)]

    assert not [each.tag for each in elements if "style" in each.attrib or each.tag.endswith("script")]
    assert not re.findall(r'(?:fill|stroke)="(?!url\()', html)
    ids = [each.attrib["id"] for each in elements if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)
    pictures = [each for each in elements if each.tag.endswith("}svg")]
    assert all(each.attrib.get("aria-hidden") == "true" for each in pictures)
    assert "\n" not in html


@pytest.mark.parametrize("path", [path for path in CASES if path.parent.name not in SUMMED_UP], ids=_name)
def test_whoever_hears_the_page_gets_the_numbers(path: Path) -> None:
    """Outside the hidden pictures stands every number of the table, in sentences or as text."""
    drawing = case(read(path)).draw()
    heard = re.sub(r"<svg.*?</svg>", "", "".join(drawing.pictures.values())) + drawing.description

    assert not [cell for cell in _cells(drawing) if cell.replace("<", "&lt;").removesuffix("×") not in heard]


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_the_description_is_sentences(path: Path) -> None:
    """It opens with a capital or a figure, ends with a full stop, and never doubles a mark."""
    description = case(read(path)).draw().description

    assert description[0].isupper() or not description[0].isalpha()
    assert description.endswith(".")
    assert not re.search(r"\.\.|,,|;;|\?\.|  ", description)


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_columns_and_rows_have_one_shape(path: Path) -> None:
    """Every row has a cell a column, and says which columns are numbers."""
    table = case(read(path)).draw().table

    assert {len(row) for row in table.rows} == {len(table.columns)} == {len(table.numeric)}
