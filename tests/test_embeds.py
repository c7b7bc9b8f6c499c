"""What other sites may frame: complete by itself, found by nobody who searches, and offered with the right address."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

import calculators

from .conftest import ADDRESS


@pytest.mark.parametrize("id_", calculators.ids())
def test_a_framed_calculator_is_complete_without_the_theme(flagship: Path, id_: str) -> None:
    """The form with its answer, where it comes from, and nothing of the pages around."""
    html = (flagship / f"site/embed/{id_}/index.html").read_text(encoding="utf-8")

    assert "<header" not in html
    assert "bundle" not in html
    assert "md-search" not in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'/repo/calculators/{id_}/">' in html  # the canonical address
    assert (
        f'Formula and sources: <a href="../../calculators/{id_}/">'
        "The Ultimate Guide to Micro-Influencer Marketing (Infographic)</a>" in html
    )
    assert html.count("<h1") == 1
    assert re.search(r'data-answer="value"[^>]*>[^<]+<', html)
    assert "Text: CC BY 4.0." in html
    assert "stylesheets/system-colours.css" in html


@pytest.mark.parametrize("id_", calculators.ids())
def test_links_in_a_frame_open_a_tab_of_their_own(flagship: Path, id_: str) -> None:
    """No other page of the guide may be framed; only ways inside of the frame stay in it."""
    html = (flagship / f"site/embed/{id_}/index.html").read_text(encoding="utf-8")
    inside = re.findall(r'<a class="([\w-]+)" href="#[^"]*"([^>]*)>', html)

    assert '<base target="_blank">' in html
    assert html.count('href="#') == len(inside)
    assert [(name, "_self" in rest) for name, rest in inside if name != "headerlink"] == [("g-bar", True)]
    assert f'<a href="../../calculators/{id_}/#{id_}-form" data-action="link">' in html


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_frame_speaks_each_language(flagship: Path, language: str) -> None:
    """The translated page offers the code of the frame in its own language, and that frame leads back to it."""
    page = (flagship / f"site/calculators/size-swap/{language}/index.html").read_text(encoding="utf-8")
    frame = (flagship / f"site/embed/size-swap/{language}/index.html").read_text(encoding="utf-8")
    original = (flagship / "site/embed/size-swap/index.html").read_text(encoding="utf-8")
    answer = r'data-answer="label">([^<]+)<'

    assert f"/repo/embed/size-swap/{language}/&#34; title" in page
    assert f'id="page-start" lang="{language}"' in frame
    assert f'<a href="../../../calculators/size-swap/{language}/"' in frame
    assert re.findall(answer, frame) == re.findall(answer, page) != re.findall(answer, original)


def test_offline_keeps_no_frame(flagship: Path) -> None:
    """Whoever reads the guide has no use for them."""
    kept = (flagship / "site/service-worker.js").read_text(encoding="utf-8").partition(";\n\n")[0]

    assert '"calculators/size-swap/index.html"' in kept
    assert '"embed/' not in kept


def test_search_and_site_map_leave_them_out(flagship: Path) -> None:
    """Whoever searches finds the whole page, once."""
    index = json.loads((flagship / "site/search/search_index.json").read_text(encoding="utf-8"))
    site_map = (flagship / "site/sitemap.xml").read_text(encoding="utf-8")

    assert not [each for each in index["docs"] if each["location"].startswith("embed/")]
    assert "/embed/" not in site_map
    assert all(f"/calculators/{id_}/</loc>" in site_map for id_ in calculators.ids())


def test_each_guide_offers_its_own_code(second: Path) -> None:
    """With the full address of the frame and of the script, which are there."""
    (folder,) = (path for path in (second / "site/embed").iterdir() if path.is_dir())
    page = (second / f"site/calculators/{folder.name}/index.html").read_text(encoding="utf-8")
    code = unescape(page.partition("<guide-copy ")[2].partition("<code>")[2].partition("</code>")[0])

    assert code.startswith(f'<iframe src="{ADDRESS}embed/{folder.name}/" title="')
    assert re.search(r' height="\d+" ', code)
    assert code.endswith(f'<script src="{ADDRESS}embed/embed.js" async></script>')
    assert (second / "site/embed/embed.js").is_file()
