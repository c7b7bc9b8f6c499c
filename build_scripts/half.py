"""Half of a site's pages: two processes convert Markdown at once, and each leaves to the other what that one takes."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .anchors import quicken_anchors
from .archive import digest
from .theme_templates import quicken

SEARCH = "material/search"


@dataclass(frozen=True)
class Converted:
    """What MkDocs makes of a page's Markdown.

    Attributes:
        content: HTML.
        toc: Its headings.
        title: The first of them, if it stands at the top.
        anchors: What links may lead to.
        links: The anchors that it links to, each with the link as written, by the source path of the page there.
        entries: Of the search index.
        told: Warnings, each with its level.
    """

    content: str
    toc: TableOfContents
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]]
    entries: list[dict[str, object]]
    told: list[tuple[int, str]] = field(default_factory=list)

    def put(self, page: Page, files: Files) -> None:
        """Give it to the page, as if it had been converted here."""
        targets = ((files.get_file_from_path(path), anchors) for path, anchors in self.links.items())
        page.content, page.toc, page._title_from_render = self.content, self.toc, self.title
        page.present_anchor_ids = self.anchors
        page.links_to_anchors = {file: anchors for file, anchors in targets if file}


class Share:
    """A process' share of the pages: a page is theirs who ask for it first.

    Args:
        folder: Where all that share make a file for each page they take.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: set[str] = set()

    def takes(self, page: str) -> bool:
        """Whether the page at a source path belongs to this share, now or since it asked before."""
        with suppress(FileExistsError):
            (self._folder / digest([page.encode()])).touch(exist_ok=False)
            self._own.add(page)
        return page in self._own


class Half(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Listens to a build by MkDocs and converts only half of its pages.

    Args:
        share: What belongs to this half.

    Attributes:
        left: The pages that this build doesn't convert.
        converted: Those of this half, by source path.
    """

    def __init__(self, share: Share) -> None:
        super().__init__()
        self._share = share
        self.left: list[Page] = []
        self.converted: dict[str, Converted] = {}

    def on_pre_page(self, page: Page, /, **_: object) -> None:
        """Leave the page, if it is the other's or was converted before."""
        if page.file.src_uri in self.converted or not self._share.takes(page.file.src_uri):
            self.left.append(page)
            page.render = lambda *_: setattr(page, "content", "")  # type: ignore[method-assign]

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Keep what became of a page of this half, with its part of the search index."""
        if page in self.left[-1:]:
            return
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        entries, anchors = _entries(page, search_index(config)), page.present_anchor_ids or set()
        found = Converted(html, page.toc, page._title_from_render, anchors, links, entries)
        self.converted[page.file.src_uri] = found


def settings(config: Path, half: Half, folder: str | None = None) -> MkDocsConfig:
    """The settings of a strict build to which a half listens; the site goes into another folder if one is given."""
    found = load_config(str(config), strict=True, site_dir=folder)
    found.plugins["half"] = half
    quicken(found.theme)
    quicken_anchors()
    found.plugins.on_startup(command="build", dirty=False)
    return found


def search_index(config: MkDocsConfig) -> Any:  # noqa: ANN401  # the theme has no types
    """The search index that is being made; None without one."""
    return getattr(config.plugins.get(SEARCH), "search_index", None)


def _entries(page: Page, index: Any) -> list[dict[str, object]]:  # noqa: ANN401  # the same
    """What a page puts into the search index, taken out again: it is put there when the page is built."""
    if index is None:
        return []
    index.add_entry_from_context(page)
    entries, index.entries = index.entries, []
    return list(entries)
