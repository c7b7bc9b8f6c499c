"""What the second process does: it converts pages as they are staged, then its share of all that are left."""

import logging
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from jinja2 import Environment
from mkdocs.commands.build import _populate_page, build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from .garbage import never_collected, seldom_collected
from .half import Converted, Half, Share, settings


class _DoneError(BaseException):
    """The half is converted. Not an `Exception`: MkDocs would report it as a fault."""


class _NotYetError(Exception):
    """A page asks for what isn't known before all pages are staged."""


class _Unknown(Files):
    """The site's files while some of them are still to come: a page that links to any has to wait."""

    def get_file_from_path(self, path: str) -> NoReturn:
        """Nobody can tell."""
        raise _NotYetError(path)


class _Told(logging.Handler):
    """Collects what is told about one page."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note it."""
        self.lines.append((record.levelno, record.getMessage()))


class _OtherHalf(Half):  # type: ignore[no-untyped-call]  # its base has no types
    """Converts its share, and builds nothing."""

    def __init__(self, share: Share, told: _Told) -> None:
        super().__init__(share)
        self._told = told

    def on_pre_page(self, page: Page, /, **_: object) -> None:
        """Begin with a page."""
        self._told.lines = []
        super().on_pre_page(page)

    def on_page_markdown(self, markdown: str, /, *, page: Page, files: Files, **_: object) -> None:
        """A page without a title of its own has the nav's, which names all pages."""
        if isinstance(files, _Unknown) and "title" not in page.meta:
            raise _NotYetError

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """End with it."""
        before = len(self.converted)
        super().on_page_content(html, page=page, config=config, files=files)
        if len(self.converted) > before:
            found = self.converted[page.file.src_uri]
            self.converted[page.file.src_uri] = replace(found, told=self._told.lines)

    def on_env(self, env: Environment, /, **_: object) -> None:
        """All pages are read."""
        raise _DoneError


def convert(config: Path, share: Share, staged: Iterable[str]) -> dict[str, Converted]:
    """A share of the pages, by source path.

    Args:
        config: The staged `mkdocs.yml`, which is there when the first page is.
        share: What is converted here.
        staged: The source paths of pages, as they are staged; at their end all is.
    """
    told = _Told()
    half, log = _OtherHalf(share, told), logging.getLogger("mkdocs")
    log.addHandler(told)
    log.propagate = False
    with tempfile.TemporaryDirectory() as nowhere:
        _convert_ahead(config, half, nowhere, staged)
        try:
            build(settings(config, half, nowhere))
        except _DoneError:
            return half.converted
    raise AssertionError("MkDocs reads all pages before it builds one")


def _convert_ahead(config: Path, half: Half, folder: str, staged: Iterable[str]) -> None:
    """Convert pages while others are still rendered, as far as they can be told without these."""
    found = None
    for name in staged:
        if found is None:
            found = settings(config, half, folder)
            found = found.plugins.on_config(found)
        page = Page(None, File(name, found.docs_dir, found.site_dir, found.use_directory_urls), found)
        with suppress(_NotYetError):
            _populate_page(page, found, _Unknown([]))


def _named(lines: Iterable[str]) -> Iterator[str]:
    """The lines before the first empty one; there has to be one."""
    for line in lines:
        if line == "\n":
            return
        yield line.removesuffix("\n")
    raise EOFError


def main() -> None:
    """Read the names of staged pages, and answer with a share of all pages."""
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may get into the answer
    config, share = Path(sys.argv[1]), Share(Path(sys.argv[2]))
    seldom_collected()
    with answer:
        pickle.dump(convert(config, share, _named(sys.stdin)), answer)
    never_collected()


if __name__ == "__main__":
    main()
