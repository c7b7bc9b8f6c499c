"""Half of a site's pages: two processes convert Markdown at once, and each leaves every second page to the other."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

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


class Half(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Listens to a build by MkDocs and converts only half of its pages.

    Args:
        number: 0 or 1, for the one half or the other.

    Attributes:
        left: The pages of the other half.
        converted: Those of this one, by source path.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._count = number, 0
        self.left: list[Page] = []
        self.converted: dict[str, Converted] = {}

    def on_pre_page(self, page: Page, /, **_: object) -> None:
        """Leave the page, if it is the other's."""
        self._count += 1
        if self._count % 2 == self._number:
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
