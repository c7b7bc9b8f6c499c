"""Documents by Typst: a template of ours, data beside it, the guide's own typefaces, a fixed date.

Content reaches a template as JSON and is put on the page as strings: nothing that an editor writes is read as markup.
"""

import hashlib
import pickle
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Final, Literal

import typst

from ..write import write
from .typefaces import Typefaces

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATES = Path(__file__).parent / "typst"
type Kind = Literal["pdf", "svg"]
ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1: tagged, with a title, a language, and words for every picture; Typst refuses what falls short."""


class Typesetter:
    """Typesets templates.

    Args:
        typefaces: The fonts.
        folder: Where they are laid down, since Typst reads fonts from a folder.
    """

    def __init__(self, typefaces: Typefaces, folder: Path) -> None:
        self._typefaces = typefaces
        self._folder = folder
        self._laying = Lock()

    def recipe(self, template: str) -> bytes:
        """All that a document depends on besides its data."""
        return b"".join([version("typst").encode(), hashlib.sha256(_source(template)).digest(), self._typefaces.recipe])

    def typeset(self, template: str, data: str, kind: Kind, day: str) -> bytes:
        """The finished document."""
        return typeset(self._compiler, Order(_source(template), data, kind, day))

    def typeset_apart(self, template: str, data: str, kind: Kind, day: str) -> bytes:
        """The same by a process of its own, which takes the memory that it needed with it when it ends."""
        work = pickle.dumps((self._laid_down(), Order(_source(template), data, kind, day)))
        return subprocess.run(
            [sys.executable, "-m", __name__], cwd=PROJECT, input=work, capture_output=True, check=True
        ).stdout

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return compiler(self._laid_down())

    def _laid_down(self) -> Path:
        with self._laying:
            write(self._typefaces.files(), self._folder)
        return self._folder


@dataclass(frozen=True)
class Order:
    """What is to be typeset: a template's source, its data as JSON, the form that is wanted, and its date."""

    source: bytes
    data: str
    kind: Kind
    day: str


def compiler(fonts: Path) -> typst.Compiler:
    """Typst with the fonts of a folder and no others but its own."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts])
    return typst.Compiler(font_paths=found)


def typeset(by: typst.Compiler, order: Order) -> bytes:
    """The finished document."""
    made = by.compile(
        order.source,
        format=order.kind,
        sys_inputs={"data": order.data},
        timestamp=datetime.fromisoformat(order.day).replace(tzinfo=UTC),
        pdf_standards=ACCESSIBLE if order.kind == "pdf" else None,
    )
    return made if isinstance(made, bytes) else b"".join(made or [])


def _source(template: str) -> bytes:
    """A template after what all of them share."""
    return b"\n".join((TEMPLATES / name).read_bytes() for name in ("shared.typ", template))


def main() -> None:
    """Typeset what the standard input asks for, into the standard output."""
    fonts, order = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(typeset(compiler(fonts), order))


if __name__ == "__main__":
    main()
