"""What is known to differ from MkDocs, by engine, and why; whatever isn't exactly that is a surprise."""

import html
import re
from functools import cache
from pathlib import Path

from .inventory import Difference, Inventory, site_path

MOVED = (
    "a link in an HTML block leads one folder too high: Zensical reads it as relative to the page's file, "
    "not to the page's address"
)
HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z]+:|[/#?]")
"""How a link begins that doesn't depend on the page's folder."""


def known_reason(engine: str, difference: Difference, found: Inventory, staged: Path) -> str:
    """Why a difference is expected; empty when it isn't.

    Args:
        engine: The name of the one that makes the difference.
        difference: What it does.
        found: Its site.
        staged: The folder of the files that both sites were made of.
    """
    if engine != "zensical" or difference.kind != "link":
        return ""
    return MOVED if _is_move(difference, found, moves(staged, difference.page)) else ""


@cache
def moves(staged: Path, page: str) -> frozenset[tuple[str, str]]:
    """Where each link that a page's file writes in HTML leads as it stands, and one folder higher, where these differ.

    A page that is its folder's index has none: its address and its file lie in the same folder.
    """
    file = staged / f"{page.rstrip('/')}.md"
    if not page.endswith("/") or not file.is_file():
        return frozenset()
    links = [html.unescape(link) for link in HREF.findall(file.read_text(encoding="utf-8"))]
    pairs = {(site_path(page, link), site_path(page, f"../{link}")) for link in links if not ELSEWHERE.match(link)}
    return frozenset((right, wrong) for right, wrong in pairs if right != wrong)


def _is_move(difference: Difference, found: Inventory, pairs: frozenset[tuple[str, str]]) -> bool:
    """A link that is there besides is a moved one; one that is missing has to be there as moved."""
    if difference.sign == "+":
        return any(difference.name == wrong for _, wrong in pairs)
    links = found[difference.page].links
    return any(difference.name == right and wrong in links for right, wrong in pairs)
