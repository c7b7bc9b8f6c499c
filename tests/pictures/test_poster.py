"""The poster: one picture in three forms, the same story in words, and code to show it elsewhere."""

import io
import json
import math
import re
import shutil
import struct
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from build_scripts.build import stage_site
from build_scripts.composer import Composer
from build_scripts.data_files import shown_size
from build_scripts.model.guide import Chapter, Guide
from build_scripts.pictures.flat import flat
from build_scripts.pictures.joined_letters import join_letters
from build_scripts.pictures.made import poster_files
from build_scripts.pictures.poster import TEMPLATE, WIDTHS, poster_data, story
from build_scripts.pictures.poster_panel import HALF
from build_scripts.pictures.poster_rows import shortest
from build_scripts.pictures.sheet import SVG, XLINK
from build_scripts.pictures.studio import Studio
from build_scripts.pictures.typesetter import TEMPLATES
from build_scripts.pictures.webp import webp
from build_scripts.pipeline import check
from build_scripts.render import render
from build_scripts.site_map import nav
from build_scripts.values import Values
from tests.conftest import PROJECT

from .pdf_reader import outline, root, tags

NAME = "downloads/bread-poster"
SPACE = SVG.encode()
SHAPES = {f"{{{SVG}}}{name}" for name in ("path", "circle", "rect", "use")}
HOSTILE = [
    "*bold* _it_ #panic() $x$ \\ @ref <label> [a] {b} `c` // d /* e */ ~ -- \"'",
    "<b>&amp;</b> ]]>",
    "= Heading",
]
ANY_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Zs")), min_size=1, max_size=40
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The second guide."""
    found = check(PROJECT / "tests/second_guide").guide
    assert found is not None
    return found


@pytest.fixture(scope="module")
def poster(guide: Guide, workshop: Studio) -> dict[str, bytes]:
    """The second guide's poster, by what follows its name."""
    return {path.removeprefix(f"{NAME}"): content for path, content in poster_files(guide, workshop).items()}


def test_the_poster_has_three_forms(poster: dict[str, bytes]) -> None:
    """SVG and PNG of one size, the PNG with twice the pixels, and a PDF."""
    root = ElementTree.fromstring(poster[".svg"])
    width, height = float(root.attrib["width"]), float(root.attrib["height"])

    assert width == 1200
    assert struct.unpack(">II", poster[".png"][16:24]) == (2400, round(2 * height))
    assert poster[".pdf"].startswith(b"%PDF-")


def test_pages_get_pictures_of_several_widths(poster: dict[str, bytes]) -> None:
    """Each as wide as its name says, in the proportions of the drawing, and lighter than the PNG."""
    height = float(ElementTree.fromstring(poster[".svg"]).attrib["height"])
    pictures = {name: content for name, content in poster.items() if name.endswith(".webp")}
    sizes = {name: Image.open(io.BytesIO(content)).size for name, content in pictures.items()}

    assert sizes == {f"-{width}.webp": (width, round(height * width / 1200)) for width in WIDTHS}
    assert max(map(len, pictures.values())) < len(poster[".png"]) / 2


def test_pictures_for_pages_lose_nothing(workshop: Studio) -> None:
    """WebP shows the very pixels of the PNG."""
    png = workshop.png(
        b'<svg xmlns="%b" width="9" height="9"><circle cx="4" cy="5" r="3" fill="#2236c2"/></svg>' % SPACE
    )
    before, after = (Image.open(io.BytesIO(each)) for each in (png, webp(png)))

    assert after.format == "WEBP"
    assert after.convert("RGB").tobytes() == before.convert("RGB").tobytes()


def test_the_drawing_is_a_few_hundred_shapes(poster: dict[str, bytes]) -> None:
    """Each line of text is one path, no letter a shape of its own: a program that opens the drawing stays quick."""
    root = ElementTree.fromstring(poster[".svg"])

    assert len([each for each in root.iter() if each.tag in SHAPES]) < 400
    assert [each for each in root.iter() if f"{{{XLINK}}}href" in each.attrib and each.tag != f"{{{SVG}}}a"] == []


def test_a_line_of_letters_is_one_path() -> None:
    """Letters stand where they stood, in tenths of a pixel; outlines that are left over go, those still in use stay."""
    drawing = ElementTree.fromstring(
        f'<svg xmlns="{SVG}" xmlns:x="{XLINK}"><symbol id="a"><path d="M 0 0m 1 2h 3v 4Z"/></symbol>'
        '<path id="b" d="m0 0h5"/><g transform="translate(7 8) scale(0.5)" stroke-width="4">'
        '<use x:href="#a" x="2" fill="red"/><use x:href="#a" x="6" fill="red"/></g>'
        '<g><use x:href="#b"/><rect/></g></svg>'
    )
    join_letters(drawing)
    line = drawing.find(f"{{{SVG}}}path[@transform]")

    assert line is not None
    assert line.attrib == {
        "fill": "red",
        "transform": "translate(7 8) scale(0.5) scale(0.2)",
        "stroke-width": "20",
        "d": "M15 10h15v20zM35 10h15v20z",
    }
    assert [each.get("id") for each in drawing.iter() if each.get("id")] == ["b"]


@given(st.lists(st.tuples(st.integers(1, 900), st.none() | st.integers(1, 1500)), max_size=7))
def test_rows_are_chosen_so_that_the_poster_is_shortest(panels: list[tuple[int, int | None]]) -> None:
    """No other way to put the panels into rows of one or two is shorter."""
    alone, paired = [each for each, _ in panels], [each for _, each in panels]
    heights = [_height(way, alone, paired) for way in _ways(len(panels))]

    assert _height(shortest(alone, paired), alone, paired) == min(heights)


def _ways(panels: int) -> list[list[int]]:
    """Every way to put so many panels into rows of one or two."""
    if not panels:
        return [[]]
    return [[first, *rest] for first in (1, 2) if first <= panels for rest in _ways(panels - first)]


def _height(way: list[int], alone: list[int], paired: list[int | None]) -> float:
    starts = [sum(way[:index]) for index in range(len(way))]
    return sum(alone[at] if count == 1 else (paired[at] or math.inf) for at, count in zip(starts, way, strict=True))


def test_two_chapters_share_a_row_and_are_read_one_after_the_other(guide: Guide, workshop: Studio) -> None:
    """Side by side on paper where that is shorter, never in a band; each is read whole before the next."""
    paper = [each.model_copy(update={"band": "none"}) for each in guide.settings.home.chapters]
    banded = [*paper[:2], paper[2].model_copy(update={"band": "blue"}), paper[3]]
    rows, _ = _made(guide, banded, workshop)
    assert [[panel["number"] for panel in row] for row in rows] == [[1, 2], [3], [4]]

    rows, pdf = _made(guide, paper, workshop)
    assert [len(row) for row in rows] == [1, 2, 1]
    assert [panel["picture"]["width"] <= HALF for row in rows for panel in row] == [False, True, True, False]
    told = [(tag, alt) for tag, alt in tags(pdf) if tag == "H2" or (tag == "Figure" and alt)]
    assert [tag for tag, _ in told] == ["H2", "Figure"] * 4


def _made(guide: Guide, chapters: list[Chapter], workshop: Studio) -> tuple[list[list[dict[str, Any]]], bytes]:
    home = guide.settings.home.model_copy(update={"chapters": chapters})
    other = Guide(**{**vars(guide), "settings": guide.settings.model_copy(update={"home": home})})
    data: dict[str, Any] = poster_data(
        Composer(other, Values(other), ""), workshop, "example.org", "https://example.org/"
    )
    return data["rows"], workshop.typeset_anew(TEMPLATE, data, "pdf", "2026-11-01")


def test_the_drawing_is_flat_and_stands_alone(poster: dict[str, bytes]) -> None:
    """No picture inside of the picture, no font, nothing from elsewhere; each id once, each link within."""
    root = ElementTree.fromstring(poster[".svg"])
    ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    links = {value for each in root.iter() for name, value in each.items() if name.endswith("href")}

    assert list(root.iter(f"{{{SVG}}}image")) == []
    assert list(root.iter(f"{{{SVG}}}text")) == []
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= set(ids)
    assert [link for link in links if not link.startswith(("#", "https://example.org/"))] == []


def test_the_document_is_tagged(poster: dict[str, bytes]) -> None:
    """PDF/UA: structure, language, title, and words for every picture; Typst would not have written it otherwise."""
    pdf = poster[".pdf"]
    catalogue, found = root(pdf), list(tags(pdf))
    words = [alt for tag, alt in found if tag == "Figure"]

    assert catalogue["/Lang"] == "en"
    assert catalogue["/MarkInfo"]["/Marked"].value
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert b"pdfuaid:part" in pdf
    assert [tag for tag, _ in found if tag in ("H1", "H2")] == ["H1", *["H2"] * 4]
    assert sum(bool(alt) for alt in words) == 4
    assert outline(pdf)[0].split() == ["Weigh", "the", "water,", "then", "the", "flour."]


def test_the_poster_is_always_the_same(guide: Guide, poster: dict[str, bytes], workshop: Studio) -> None:
    """Typeset anew, not kept: the same bytes."""
    data = poster_data(Composer(guide, Values(guide), ""), workshop, "example.org/guide", "https://example.org/guide/")
    for kind in ("pdf", "svg"):
        made = [workshop.typeset_anew(TEMPLATE, data, kind, guide.settings.updated) for _ in range(2)]
        assert made[0] == made[1]
    assert workshop.typeset_anew(TEMPLATE, data, "pdf", guide.settings.updated) == poster[".pdf"]


def test_the_story_is_told_in_words(guide: Guide, poster: dict[str, bytes]) -> None:
    """Headline and each chapter's message, in order; the drawing carries them too."""
    words = story(Composer(guide, Values(guide), ""))

    assert words == "Weigh the water, then the flour. 1. Rye drinks most. 2. Most bakers weigh. " + (
        "3. Asked is more than paid. 4. Three steps."
    )
    assert ElementTree.fromstring(poster[".svg"]).findtext(f"{{{SVG}}}desc") == words


def test_the_page_shows_it_and_says_how_large_each_file_is(second: Path) -> None:
    """The picture with its words, and each of its files with its size."""
    page = second / "site/poster/index.html"
    text = page.read_text(encoding="utf-8")
    files = re.findall(r'<a class="g-button" href="([^"]+)" download[^>]*>(\w+), ([\d.]+ [kM]B)</a>', text)

    assert [form for _, form, _ in files] == ["PNG", "SVG", "PDF"]
    assert all(shown_size((page.parent / href).read_bytes()) == size for href, _, size in files)
    picture = html5lib.parse(text, namespaceHTMLElements=False).find(".//figure[@class='g-poster']/a/img")
    assert picture is not None
    assert picture.attrib["alt"].startswith("Weigh the water, then the flour. 1. ")
    assert picture.attrib["srcset"] == ", ".join(f"../{NAME}-{width}.webp {width}w" for width in WIDTHS)
    assert f"../{NAME}.svg" in text
    assert {"width", "height", "sizes"} < picture.attrib.keys()


def test_words_come_before_the_picture(second: Path) -> None:
    """What is painted first on a phone is text; the picture waits until somebody comes near and holds nothing up."""
    text = (second / "site/poster/index.html").read_text(encoding="utf-8")

    assert text.index('class="g-lead"') < text.index('class="g-told"') < text.index('class="g-poster"')
    assert re.search(r'<img [^>]*loading="lazy" decoding="async">', text)


def test_the_code_shows_the_poster_elsewhere(second: Path) -> None:
    """The code is a picture with words, size and a link back, and its addresses are those of files that are there."""
    text = (second / "site/poster/index.html").read_text(encoding="utf-8")
    found = re.search(r"<guide-copy[^>]*><pre[^>]*><code>(.*?)</code></pre></guide-copy>", text, re.DOTALL)
    assert found is not None
    tree = html5lib.parse(unescape(found[1]), namespaceHTMLElements=False)
    picture, links = tree.find(".//img"), [each.attrib["href"] for each in tree.iter("a")]
    assert picture is not None
    site = second / "site"

    assert (site / picture.attrib["src"].removeprefix("https://example.org/")).is_file()
    assert links == ["https://example.org/poster/", "https://example.org/"]
    assert picture.attrib["alt"].startswith("Weigh the water")
    assert int(picture.attrib["height"]) > int(picture.attrib["width"]) == 600
    assert "style" not in found[1]


def test_a_guide_without_chapters_has_no_poster(guide: Guide, workshop: Studio) -> None:
    """No file, no page, no entry in the nav, no link; the home page is still there."""
    home = guide.settings.home.model_copy(update={"chapters": []})
    bare = Guide(**{**vars(guide), "settings": guide.settings.model_copy(update={"home": home})})
    pages = render(bare, {})

    assert poster_files(bare, workshop) == {}
    assert "poster.md" not in pages
    assert "poster" not in str(nav(bare)).lower()
    assert b"poster" not in pages["index.md"]


def test_hostile_words_are_words(guide: Guide, workshop: Studio) -> None:
    """Markup of any language in headline, lead and chapters: the poster is made, accessible, and runs nothing."""
    composer = Composer(guide, Values(guide), "")
    data = poster_data(composer, workshop, "example.org", "https://example.org/")
    notes = {"what": HOSTILE[1], "source": HOSTILE[0], "grades": HOSTILE[:1]}
    rows = [[{**each, "title": HOSTILE, "aside": HOSTILE[0], "notes": notes} for each in row] for row in data["rows"]]  # type: ignore[attr-defined]
    hostile = data | {"lead": HOSTILE[0], "guide": HOSTILE[1], "title": HOSTILE[2], "rows": rows}

    assert workshop.typeset_anew(TEMPLATE, hostile, "pdf", "2026-11-01").startswith(b"%PDF-")
    assert b"<b>" not in flat(workshop.typeset_anew(TEMPLATE, hostile, "svg", "2026-11-01"), "<b>", "</b>")


@settings(max_examples=40)
@given(ANY_TEXT)
def test_any_text_survives_typesetting(text: str) -> None:
    """What is put on a page is the very string that was written."""
    source = (TEMPLATES / "shared.typ").read_bytes() + b"\n#box(data.text) <probe>\n"
    paper = '{"inks": {"none": {}}, "day": "2026-01-01", "text": %s}'

    found = json.loads(
        typst.query(source, "<probe>", field="body", one=True, sys_inputs={"data": paper % json.dumps(text)})
    )

    assert found == {"func": "text", "text": text}


def test_a_preview_leaves_pictures_as_they_were_drawn(second: Path, tmp_path: Path) -> None:
    """A changed figure changes its page at once; its file waits for the next whole build."""
    guide = tmp_path / "guide"
    shutil.copytree(second, guide, ignore=shutil.ignore_patterns("site", "__pycache__"))
    source = guide / "content/sources/old-mill.yml"
    source.write_text(source.read_text(encoding="utf-8").replace("81.5", "82.5"), encoding="utf-8")
    before = {path: path.read_bytes() for path in (guide / "build/docs").rglob("*.png")}
    checked = check(guide)
    assert checked.guide is not None
    stage_site(checked.guide, checked.package, guide, as_drawn=True)

    assert len(before) > 10
    assert {path: path.read_bytes() for path in before} == before
    assert "82.5" in (guide / "build/docs/guide/dough.md").read_text(encoding="utf-8")
