"""The built site as a browser's parser sees it: ids, links and what is loaded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"
LOADING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
NAMING = {"canonical", "alternate"}
"""What a link of these kinds leads to is not loaded."""


@dataclass
class Parsed:
    """One HTML page."""

    path: Path
    text: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    styled: int = 0


def parse(path: Path) -> Parsed:
    """Read one page."""
    text = path.read_text(encoding="utf-8")
    page = Parsed(path, text)
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue
        if "id" in element.attrib:
            page.ids.append(element.attrib["id"])
        if element.tag == "a" and "href" in element.attrib:
            page.links.append(element.attrib["href"])
        if (
            element.tag in LOADING
            and LOADING[element.tag] in element.attrib
            and not NAMING & set((element.get("rel") or "").split())
        ):
            page.loaded.append(element.attrib[LOADING[element.tag]])
        page.styled += "style" in element.attrib
    return page


def pages(site: Path) -> list[Parsed]:
    """Every page but the 404, whose addresses hold the site's own."""
    return [parse(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


def broken_links(site: Path) -> Iterator[str]:
    """Internal links that lead to no file, or to no id in it."""
    root = "https://site.invalid/repo/"
    by_path = {page.path: page for page in pages(site)}
    for page in by_path.values():
        here = urljoin(root, page.path.relative_to(site).as_posix().removesuffix("index.html"))
        for link in page.links:
            address, fragment = urldefrag(urljoin(here, link))
            if not address.startswith(root):
                if address.startswith("https://site.invalid"):
                    yield f"{page.path.relative_to(site)}: {link} leaves the sub-path"
                continue
            target = site / unquote(address.removeprefix(root).partition("?")[0])
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                yield f"{page.path.relative_to(site)}: {link} leads nowhere"
            elif fragment and target in by_path and unquote(fragment) not in by_path[target].ids:
                yield f"{page.path.relative_to(site)}: {link} has no such place"
