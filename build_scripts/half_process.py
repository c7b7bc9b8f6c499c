"""The process that converts half of the pages: it starts early, and works as soon as everything is staged."""

import logging
import os
import pickle
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

import material.plugins.search.plugin  # noqa: F401  # what MkDocs will load is loaded while there is time
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .garbage import seldom_collected
from .half import Converted, Half, settings

PROJECT = Path(__file__).resolve().parent.parent


class Other(Protocol):
    """Who converts the other half of the pages."""

    def begin(self, config: Path) -> None:
        """Let it convert its half of the staged pages."""

    def converted(self) -> dict[str, Converted]:
        """Its pages by source path, once it has them all; none of them when it has failed."""


class HalfProcess:
    """The process, seen from the one that builds the site."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", __name__]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL  # what is wrong is found again here, and told then
        self._process = subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, stderr=nowhere)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process:
            self._process.kill()

    @property
    def _pipe(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def begin(self, config: Path) -> None:
        """Let it convert its half of the staged pages."""
        with suppress(BrokenPipeError):
            self._pipe.write(f"{config.resolve()}\n".encode())
            self._pipe.flush()

    def converted(self) -> dict[str, Converted]:
        """Its pages by source path, once it has them all; none of them when it has failed."""
        given, _ = self._process.communicate()
        found: dict[str, Converted] = pickle.loads(given) if self._process.returncode == 0 else {}
        return found


class _DoneError(BaseException):
    """The half is converted. Not an `Exception`: MkDocs would report it as a fault."""


class _Told(logging.Handler):
    """Collects what is told about one page."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note it."""
        self.lines.append((record.levelno, record.getMessage()))


class _OtherHalf(Half):  # type: ignore[no-untyped-call]  # its base has no types
    """Converts the half that the building process leaves, and builds nothing."""

    def __init__(self, told: _Told) -> None:
        super().__init__(1)
        self._told = told

    def on_pre_page(self, page: Page, /, **_: object) -> None:
        """Begin with a page."""
        self._told.lines = []
        super().on_pre_page(page)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """End with it."""
        super().on_page_content(html, page=page, config=config, files=files)
        if page.file.src_uri in self.converted:
            found = self.converted[page.file.src_uri]
            self.converted[page.file.src_uri] = replace(found, told=self._told.lines)

    def on_env(self, env: Environment, /, **_: object) -> None:
        """All pages are read."""
        raise _DoneError


def convert(config: Path) -> dict[str, Converted]:
    """Half of the pages, by source path."""
    told = _Told()
    half, log = _OtherHalf(told), logging.getLogger("mkdocs")
    log.addHandler(told)
    log.propagate = False
    with tempfile.TemporaryDirectory() as nowhere:
        try:
            build(settings(config, half, nowhere))
        except _DoneError:
            return half.converted
    raise AssertionError("MkDocs reads all pages before it builds one")


def main() -> None:
    """Wait for the name of the configuration, and answer with the pages."""
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may get into the answer
    config = sys.stdin.readline().strip()
    seldom_collected()
    if config:
        with answer:
            pickle.dump(convert(Path(config)), answer)


if __name__ == "__main__":
    main()
