"""A link to a page shows that page's card, wherever the link is put."""

import re
import struct
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.page import Page
from build_scripts.pictures.card import HEIGHT, WIDTH, card, card_svg
from build_scripts.pictures.sheet import SVG
from tests.charts.cases import SETTINGS

from .test_figure_picture import sample

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')
MOVED = re.compile(r"translate\((-?[\d.]+) (-?[\d.]+)\) scale\(([\d.]+)\)")
WORDS = st.lists(st.text(st.characters(categories=("Ll", "Lu", "Po", "Nd")), min_size=1, max_size=30), max_size=40)


def test_every_page_names_a_card_that_is_there(second: Path) -> None:
    """Title, description, canonical address, and a picture of the usual size under the site's own address."""
    site = second / "site"
    for page in (path for path in site.rglob("index.html") if "embed" not in path.relative_to(site).parts):
        found = {name: unescape(value) for name, value in META.findall(page.read_text(encoding="utf-8"))}
        address = urlsplit(found["og:image"])
        card = (second / "site" / address.path.lstrip("/")).read_bytes()

        assert {"og:title", "og:description", "og:type", "og:site_name", "og:image:alt"} <= found.keys(), page
        assert found["og:url"] == f"https://example.org/{page.parent.relative_to(second / 'site')}/".replace("/./", "/")
        assert address.netloc == "example.org"
        assert struct.unpack(">II", card[16:24]) == (WIDTH, HEIGHT)
        assert found["twitter:card"] == "summary_large_image"


def test_pages_have_different_cards(second: Path) -> None:
    """Each page's headline is on its own card."""
    cards = [path.read_bytes() for path in (second / "site/cards").iterdir()]

    assert len(cards) == len(set(cards)) > 5


@pytest.mark.parametrize("message", ["Short.", "A finding that needs a few more words than the others do " * 3])
def test_a_card_says_the_message_or_else_the_title(message: str) -> None:
    """The sentence is in the file's metadata; a page without one is named."""
    page = Page("a/", "Oven", "About ovens.", "", message=message)
    bare = Page("a/", "Oven", "About ovens.", "")

    assert ElementTree.fromstring(drawn(page)).findtext(f"{{{SVG}}}title") == message
    assert ElementTree.fromstring(drawn(bare)).findtext(f"{{{SVG}}}title") == "Oven"


@settings(max_examples=40)
@given(WORDS, WORDS)
def test_nothing_leaves_the_card(message: list[str], title: list[str]) -> None:
    """However long a headline or a name is, every line begins and ends on the card."""
    page = Page("a/", " ".join(title) or "Oven", " ".join(message), "", message=" ".join(message))
    root = ElementTree.fromstring(drawn(page))

    for group in root.iter(f"{{{SVG}}}g"):
        place = MOVED.fullmatch(group.get("transform", ""))
        assert place is not None
        ends = [float(each.get("x", 0)) * float(place[3]) for each in group]
        assert 0 <= float(place[2]) <= HEIGHT
        assert float(place[1]) + max(ends, default=0) <= WIDTH


def drawn(page: Page) -> bytes:
    """The card of a page."""
    sheet = sample()
    sheet.width = WIDTH
    return card_svg(card(page, SETTINGS, "example.org"), sheet)
