"""Labels: how wide they are, and that they keep off each other."""

import io
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.charts.canvas import Canvas
from build_scripts.charts.strip_marks import packed
from build_scripts.charts.text_width import BESLEY, PUBLIC_SANS, Face, text_width, wrap

FONTS = Path(__file__).resolve().parents[2] / "node_modules/@fontsource-variable"


def _advances(name: str, weight: int) -> dict[str, float]:
    """The real widths of a face, in hundredths of its size."""
    whole = (FONTS / name / f"files/{name}-latin-wght-normal.woff2").read_bytes()
    font = instantiateVariableFont(TTFont(io.BytesIO(whole)), {"wght": weight})
    names, metrics, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return {chr(code): metrics[glyph][0] / units * 100 for code, glyph in names.items()}


def _too_narrow(face: Face, name: str, weight: int) -> list[str]:
    real = _advances(name, weight)
    return [letter for letter, width in face.items() if real[letter] > width + 1.5]


def test_no_letter_is_wider_than_its_table_says() -> None:
    """The widths are those of the shipped typefaces at the heaviest weight that pictures use."""
    assert _too_narrow(PUBLIC_SANS, "public-sans", 680) == []
    assert _too_narrow(BESLEY, "besley", 620) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_widths_add_up(first: str, second: str) -> None:
    """Two texts side by side are as wide as both."""
    assert abs(text_width(first + second) - text_width(first) - text_width(second)) < 1e-6


@given(st.text("abc de", max_size=60), st.floats(20, 400))
def test_wrapped_lines_keep_every_word_and_fit(text: str, width: float) -> None:
    """No word is lost; a line is too long only when it is one word."""
    lines = wrap(text, width)

    assert " ".join(lines).split() == text.split()
    assert all(text_width(line) <= width or " " not in line for line in lines)


@given(
    st.lists(st.tuples(st.text("abcdef", min_size=1, max_size=12), st.floats(0, 300), st.floats(0, 80)), max_size=12)
)
def test_placed_labels_never_meet(labels: list[tuple[str, float, float]]) -> None:
    """A label without room is dropped, never put over another nor over the edge."""
    canvas = Canvas(300)
    placed = [canvas.place(words, "", (x, y, "middle")) for words, x, y in labels]

    assert len(canvas.taken) == len(canvas.parts) == sum(placed)
    boxes = canvas.taken
    assert not any(a.meets(b) for index, a in enumerate(boxes) for b in boxes[:index])
    assert all(box.left >= -0.5 and box.right <= 300.5 and box.top >= 0 for box in boxes)


def test_a_label_takes_the_first_spot_that_is_free() -> None:
    """The spots are tried in order of preference."""
    canvas = Canvas(200)
    canvas.circle(20, 20, 8, "g-mark--blue")

    assert canvas.place("label", "", (20, 24, "start"), (40, 24, "start"))
    assert '<text x="40" y="24">label</text>' in canvas.parts


@given(st.lists(st.floats(0, 600), max_size=60))
def test_packed_dots_hide_none(places: list[float]) -> None:
    """Each dot stands at its own place on the axis, and no two of them overlap."""
    dots = packed(places, 6.5)

    assert [x for x, _ in dots] == sorted(places)
    pairs = [(a, b) for index, a in enumerate(dots) for b in dots[:index]]
    assert all((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= (1.94 * 6.5) ** 2 for a, b in pairs)
