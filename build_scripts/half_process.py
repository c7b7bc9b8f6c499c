"""The process that converts half of the pages, seen from the one that builds the site: it starts early."""

import pickle
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

import material.plugins.search.plugin  # noqa: F401  # what MkDocs will load is loaded while there is time

from .half import Converted, Share

PROJECT = Path(__file__).resolve().parent.parent
MODULE = f"{__package__}.other_half"


class Other(Protocol):
    """Who converts the other half of the pages.

    Attributes:
        share: What is converted here, of the same pages.
    """

    share: Share

    def take(self, page: str) -> None:
        """Let it convert a page, by its source path, that is staged before others."""

    def begin(self) -> None:
        """Let it convert its share of all pages: they are staged."""

    def converted(self) -> dict[str, Converted]:
        """Its pages by source path, once it has them all; none of them when it has failed."""


class HalfProcess:
    """The process.

    Args:
        config: Where the staged `mkdocs.yml` is when the first page is staged.
    """

    def __init__(self, config: Path) -> None:
        self._room = tempfile.TemporaryDirectory(prefix="guide-pages-")
        self.share = Share(Path(self._room.name))
        command = [sys.executable, "-m", MODULE, str(config.resolve()), self._room.name]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL  # what is wrong is found again here, and told then
        self._process = subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, stderr=nowhere)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._room, self._process:
            self._process.kill()

    @property
    def _pipe(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def take(self, page: str) -> None:
        """Let it convert a page, by its source path, that is staged before others."""
        self._tell(page)

    def begin(self) -> None:
        """Let it convert its share of all pages: they are staged."""
        self._tell("")

    def _tell(self, line: str) -> None:
        with suppress(BrokenPipeError):
            self._pipe.write(f"{line}\n".encode())
            self._pipe.flush()

    def converted(self) -> dict[str, Converted]:
        """Its pages by source path, once it has them all; none of them when it has failed."""
        given, _ = self._process.communicate()
        found: dict[str, Converted] = pickle.loads(given) if self._process.returncode == 0 else {}
        return found
