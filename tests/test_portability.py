"""Comparing what two programs made of the same staged files: pages, anchors and internal links, not exit codes."""

from pathlib import Path

import pytest

from .portability.__main__ import known_reason
from .portability.inventory import Difference, differences, inventory

HEAD = '<!doctype html><html lang="en"><head><title>A page</title></head>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages."""
    write(tmp_path / "one", "index.html", '<h1 id="top">A</h1><p id="__theme">B</p><a href="guide/#part">C</a>')
    write(tmp_path / "one", "guide/index.html", '<h2 id="part">D</h2><a href="../">E</a><a href="https://x.org/">F</a>')
    return tmp_path / "one"


def write(site: Path, name: str, body: str) -> None:
    """Add a page to a site."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(f"{HEAD}<body>{body}</body></html>", encoding="utf-8")


def other(site: Path, name: str, body: str) -> Path:
    """The same site with another page."""
    for path in site.rglob("*.html"):
        target = site.with_name("two") / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    write(site.with_name("two"), name, body)
    return site.with_name("two")


def compared(site: Path, name: str, body: str) -> list[str]:
    """What differs once a page is another one."""
    return [str(each) for each in differences(inventory(site), inventory(other(site, name, body)))]


def test_the_same_site_differs_in_nothing(site: Path) -> None:
    """Ids of the theme, links to other sites, and relative or full ways of saying a link don't count."""
    assert compared(site, "guide/index.html", '<h2 id="part">D</h2><a href="../../">E</a>') == []


def test_a_missing_and_a_further_page_are_listed(site: Path) -> None:
    """An engine that leaves pages out in silence is found out."""
    found, expected = inventory(other(site, "new/index.html", "")), inventory(site)

    assert [str(each) for each in differences(expected, found)] == ["+ page new/"]
    assert [str(each) for each in differences(found, expected)] == ["- page new/"]


def test_a_missing_anchor_and_another_link_are_listed(site: Path) -> None:
    """Each with its page."""
    assert compared(site, "index.html", '<h1 id="head">A</h1><a href="guide/#whole">C</a>') == [
        "+ anchor / head",
        "- anchor / top",
        "- link / guide/#part",
        "+ link / guide/#whole",
    ]


def test_only_known_differences_have_a_reason() -> None:
    """A page that is missing is never one of them, and what one engine may do another may not."""
    moved = Difference("link", "guide/a/", "b/", "+")

    assert known_reason("zensical", moved)
    assert known_reason("properdocs", moved) == ""
    assert known_reason("zensical", Difference("page", "guide/a/", "", "-")) == ""
