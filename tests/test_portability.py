"""Comparing what two programs made of the same staged files: pages, anchors and internal links, not exit codes."""

from pathlib import Path

import pytest

from .portability.inventory import Difference, Inventory, Offered, differences, inventory
from .portability.known import known_reason

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


STAGED = {
    "guide/a.md": '[Z](b.md)\n<p><a class="x" href="../b/?q=1&amp;r=2#part">B</a> <a href="../../c/">C</a></p>',
    "guide/index.md": '<p><a href="../c/">C</a></p>',
}
"""A page with a link to the one beside it and one to the top, and an index."""


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """The files of the two pages."""
    (tmp_path / "docs/guide").mkdir(parents=True)
    for name, text in STAGED.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def reason(staged: Path, sign: str, name: str, *, page: str = "guide/a/", found: tuple[str, ...] = ()) -> str:
    """Why Zensical may have or lack a link, when a page of its site has those found."""
    site: Inventory = {page: Offered(frozenset(), frozenset(found))}
    return known_reason("zensical", Difference("link", page, name, sign), site, staged)


def test_a_link_one_folder_too_high_is_known(staged: Path) -> None:
    """The one that is missing and the one in its place."""
    assert reason(staged, "+", "b/#part")
    assert reason(staged, "-", "guide/b/#part", found=("b/#part",))


def test_a_link_that_is_gone_altogether_is_no_move(staged: Path) -> None:
    """A missing link is only known with the moved one in its place."""
    assert reason(staged, "-", "guide/b/#part") == ""


@pytest.mark.parametrize("name", ["b/", "b/#other", "guide/z/", "#part", "c/", "x/guide/b/#part"])
def test_a_link_anywhere_else_is_no_move(staged: Path, name: str) -> None:
    """Another page, another place on it, a link that HTML doesn't write, or further away than one folder."""
    assert reason(staged, "+", name) == ""


def test_a_link_on_an_index_is_no_move(staged: Path) -> None:
    """Its file lies in the folder that its address names, so that neither reading is higher than the other."""
    assert reason(staged, "+", "c/", page="guide/") == ""
    assert reason(staged, "-", "c/", page="guide/", found=("c/",)) == ""


def test_nothing_but_a_link_of_zensical_is_known(staged: Path) -> None:
    """A missing page or anchor never is, and what one engine may do another may not."""
    site: Inventory = {"guide/a/": Offered(frozenset(), frozenset())}

    assert known_reason("properdocs", Difference("link", "guide/a/", "b/#part", "+"), site, staged) == ""
    assert known_reason("zensical", Difference("page", "guide/a/", "", "-"), site, staged) == ""
    assert known_reason("zensical", Difference("anchor", "guide/a/", "b/#part", "+"), site, staged) == ""
