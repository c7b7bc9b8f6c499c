"""The site as MkDocs builds it, kept in memory so that a single page can be built anew."""

import shutil
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page, build  # 1.6.1 is the last 1.x: nothing moves there
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..policy import aligned, policy
from ..problem import Problem
from ..seal import THEME

SEARCH = "material/search"


@dataclass(frozen=True)
class _Kept:
    """What MkDocs made of a configuration on its way to the pages."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class _Keeper(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Listens to one build of the whole site."""

    def __init__(self, proceed: Callable[[], None]) -> None:
        self._proceed = proceed
        self._nav = Navigation([], [])
        self.kept: _Kept | None = None

    def on_nav(self, nav: Navigation, /, **_: object) -> None:
        """Keep the nav, to which pages belong."""
        self._nav = nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep all that pages are built with."""
        self.kept = _Kept(config, files, self._nav, env)

    def on_pre_page(self, page: Page, /, **_: object) -> None:
        """Give up where something newer waits."""
        self._proceed()

    def on_post_page(self, output: str, /, **_: object) -> None:
        """The same, once a page is made."""
        self._proceed()


class MkDocsSite:
    """The built site: whole at first and when its settings or its pages are others, else page by page.

    Attributes:
        folder: Where it stands; another one after each build of the whole.
        policy: The policy that its pages have.
    """

    def __init__(self, config: Path, theme: Path, room: Path) -> None:
        self._config, self._docs, self._theme, self._room = config, config.parent / "docs", theme, room
        self._numbers = count(1)
        self._kept: _Kept | None = None
        self._settings: list[bytes] = []
        self._sources: dict[str, bytes] = {}
        self._unindexed: dict[str, Page] = {}
        self.folder = room / "none"
        self.policy = ""

    def is_whole(self) -> bool:
        """Whether settings, theme and pages are still those that the whole site was built with."""
        return self._settings == self._settings_now() and self._sources.keys() == self._sources_now().keys()

    def outdated(self) -> list[str]:
        """The staged pages that have changed since they were built."""
        return [path for path, source in self._sources_now().items() if self._sources.get(path) != source]

    def build(self, proceed: Callable[[], None]) -> list[Problem]:
        """Build the whole site beside the one that stands, and let it take over; what breaks the policy is told.

        Args:
            proceed: Called before each page; what it raises ends the building, and the old site stays.
        """
        folder, keeper = self._room / str(next(self._numbers)), _Keeper(proceed)
        settings, sources = self._settings_now(), self._sources_now()
        config = load_config(str(self._config), site_dir=str(folder))
        config.plugins["preview"] = keeper
        try:
            build(config)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        old, self.folder = self.folder, folder
        self._kept, self._settings, self._sources, self._unindexed = keeper.kept, settings, sources, {}
        if index := self._search:
            index.add_entry_from_context = self._index_later
        shutil.rmtree(old, ignore_errors=True)
        return self._judged()

    def page(self, path: str) -> bool:
        """Build one page anew from its staged file; False when it came after the whole was built."""
        file = self._kept.files.get_file_from_path(path) if self._kept else None
        if self._kept is None or file is None or file.page is None:
            return False
        kept, source = self._kept, (self._docs / path).read_bytes()
        _populate_page(file.page, kept.config, kept.files)
        _build_page(file.page, kept.config, kept.files.documentation_pages(), kept.nav, kept.env)
        self._sources[path] = source
        return True

    def index(self) -> None:
        """Write the search index anew, with the pages that were built since."""
        if index := self._search:
            urls = self._unindexed.keys()
            index.entries = [each for each in index.entries if each["location"].partition("#")[0] not in urls]
            for page in self._unindexed.values():
                type(index).add_entry_from_context(index, page)
            self._unindexed = {}
        if self._kept:
            self._kept.config.plugins.on_post_build(config=self._kept.config)

    @property
    def _search(self) -> Any:  # noqa: ANN401  # the theme's own, without types
        """The search index, if there is one."""
        return getattr(self._kept.config.plugins.get(SEARCH), "search_index", None) if self._kept else None

    def _index_later(self, page: Page) -> None:
        """Keep a page as it is for the index: to read it takes as long as to build it, and nobody searches yet."""
        self._unindexed[page.url] = copy(page)

    def _judged(self) -> list[Problem]:
        pages = {path.relative_to(self.folder).as_posix(): path for path in sorted(self.folder.rglob("*.html"))}
        texts = {name: aligned(path.read_text(encoding="utf-8")) for name, path in pages.items()}
        found = policy(texts, (path.read_text(encoding="utf-8") for path in sorted(THEME.glob("*.html"))))
        self.policy = found.text
        return found.problems

    def _settings_now(self) -> list[bytes]:
        theme = sorted(path for path in self._theme.rglob("*") if path.is_file())
        return [self._config.read_bytes(), *(path.read_bytes() for path in theme)]

    def _sources_now(self) -> dict[str, bytes]:
        return {path.relative_to(self._docs).as_posix(): path.read_bytes() for path in sorted(self._docs.rglob("*.md"))}
