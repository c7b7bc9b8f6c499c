"""Every kind of figure: its picture beside its input, its words and its table made from the same data.

Golden files stand beside their inputs in tests/golden; `UPDATE_GOLDEN=1` writes them anew, and the diff is the review.
"""

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from build_scripts.charts import KINDS, draw
from build_scripts.charts.drawing import Drawing, Pen
from build_scripts.charts.scales import Scale, log_ticks, round_up, ticks
from build_scripts.charts.strip_plot import packed
from build_scripts.charts.svg import wrap
from build_scripts.model.calculator import CalculatorSpec
from build_scripts.model.figure import AnyFigure
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.values import Values
from build_scripts.yaml_reader import read

from .site_reader import parse

GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(GOLDEN.glob("*.yml"))
FIGURE: TypeAdapter[Any] = TypeAdapter(AnyFigure)
HEIGHTS = [0.011, 0.012, 0.0125, 0.013, 0.0135, 0.014, 0.2]
RISING = {
    "id": "rising",
    "doc": "",
    "inputs": [
        {"name": name, "unit": "count", "minimum": 0, "maximum": None, "whole": True} for name in ("small", "large")
    ],
    "columns": [],
    "results": [
        {"name": name, "unit": "ratio", "digits": 2, "text": "height", "undefined": "none", "many": many}
        for name, many in (("height_each", True), ("height_median", False), ("height_mean", False))
    ],
    "examples": [
        {
            "id": "week",
            "inputs": {"small": 3500, "large": 5000},
            "rows": [],
            "results": {"height_each": HEIGHTS, "height_median": 0.013, "height_mean": sum(HEIGHTS) / 7},
            "problems": [],
        }
    ],
}


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The second guide, with one more calculator that gives a list."""
    found = check(Path(__file__).parent / "second_guide").guide
    assert found is not None
    return replace(found, calculators={**found.calculators, "rising": CalculatorSpec.model_validate(RISING)})


def drawn(path: Path, guide: Guide) -> Drawing:
    """The drawing of one golden input."""
    figure = FIGURE.validate_python(read(path).data)
    return draw(figure, Pen(guide, Values(guide), f"p-{figure.id}", str))


def test_every_kind_has_a_golden_file() -> None:
    """No kind of figure is drawn without being looked at."""
    assert [path.stem for path in INPUTS] == sorted(KINDS)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_pictures_are_as_reviewed(path: Path, guide: Guide) -> None:
    """Each picture at each width, the description and the table are the reviewed ones."""
    drawing = drawn(path, guide)
    table = [drawing.table.columns, *drawing.table.rows]
    parts = [f"<p>{drawing.description}</p>", *("<!-- " + " | ".join(row) + " -->" for row in table)]
    text = "\n".join([*parts, *(f"<!-- {size} -->\n{html}" for size, html in drawing.pictures.items())]) + "\n"
    golden = path.with_suffix(".html")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")

    assert text.replace("><", ">\n<") == golden.read_text(encoding="utf-8").replace("><", ">\n<")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_pictures_hold_no_style_script_or_colour(path: Path, guide: Guide, tmp_path: Path) -> None:
    """Classes alone say how a mark looks, and ids begin with the figure's name."""
    html = "".join(drawn(path, guide).pictures.values())
    file = tmp_path / "figure.html"
    file.write_text(html, encoding="utf-8")
    page = parse(file)

    assert page.styled == 0
    assert "<script" not in html
    assert all(id_.startswith("p-") for id_ in page.ids)
    assert 'fill="#' not in html


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_drawings_have_words_and_rows(path: Path, guide: Guide) -> None:
    """Each drawing is also a sentence and a table whose rows fit its columns."""
    drawing = drawn(path, guide)

    assert drawing.description.endswith(".")
    assert drawing.table.rows
    assert all(len(row) == len(drawing.table.columns) == len(drawing.table.numeric) for row in drawing.table.rows)


def test_a_changed_value_moves_the_mark(guide: Guide) -> None:
    """Picture, description and table follow the statistic."""
    source = guide.sources["old-mill"]
    statistics = [
        s.model_copy(update={"value": Decimal("44.4")}) if s.id == "water-rye" else s for s in source.statistics
    ]
    other = replace(guide, sources={**guide.sources, "old-mill": source.model_copy(update={"statistics": statistics})})

    before, after = drawn(GOLDEN / "bars.yml", guide), drawn(GOLDEN / "bars.yml", other)

    assert before.pictures["column"] != after.pictures["column"]
    assert "44.4%" in after.description
    assert "81.5%" not in after.description + str(after.table) + "".join(after.pictures.values())


@given(st.floats(0, 1e6), st.floats(1, 1e6), st.integers(2, 12))
def test_ticks_lie_inside_their_axis(low: float, width: float, most: int) -> None:
    """Ticks are few, rising, and never outside."""
    found = ticks(low, low + width, most)

    assert len(found) <= most
    assert found == sorted(set(found))
    assert all(low - 1e-6 * width <= tick <= (low + width) * (1 + 1e-9) + 1e-6 for tick in found)


@given(st.floats(1e-3, 1e3), st.floats(2, 1e5), st.integers(3, 9))
def test_log_ticks_lie_inside_their_axis(low: float, times: float, most: int) -> None:
    """The same on a logarithmic axis."""
    found = log_ticks(low, low * times, most)

    assert len(found) <= most
    assert all(low * 0.99 <= tick <= low * times * 1.01 for tick in found)


@given(st.floats(1, 1e5), st.floats(2, 1e3), st.booleans())
def test_scales_keep_the_order(low: float, times: float, log: bool) -> None:
    """A larger number lies further along, ends on ends."""
    scale = Scale(low, low * times, 0, 100, log=log)

    assert scale(low) == pytest.approx(0, abs=1e-9)
    assert scale(low * times) == pytest.approx(100)
    assert scale(low) < scale(low * times**0.5) < scale(low * times)


@given(st.floats(1e-6, 1e9))
def test_an_axis_ends_at_or_above_its_data(number: float) -> None:
    """Nothing is drawn beyond the axis."""
    assert round_up(number) >= number * 0.999


@given(st.lists(st.floats(0, 60), min_size=1, max_size=20))
def test_no_dot_hides_another(places: list[float]) -> None:
    """Packed dots keep their distance."""
    put = packed(places, 5)

    assert len(put) == len(places)
    for index, (x, y) in enumerate(put):
        assert all((x - a) ** 2 + (y - b) ** 2 >= (1.94 * 5) ** 2 for a, b in put[:index])


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.integers(20, 400))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    """Every word stands on some line."""
    assert " ".join(wrap(f"{text} and {text}", width)) == f"{text} and {text}"
