"""Documents by Typst: a template of ours, data beside it, the guide's own typefaces, a fixed date.

Content reaches a template as JSON and is put on the page as strings: nothing that an editor writes is read as markup.
"""

import hashlib
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Final, Literal

import typst

from ..write import write
from .typefaces import Typefaces

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

    def recipe(self, template: str) -> bytes:
        """All that a document depends on besides its data."""
        return b"".join([version("typst").encode(), hashlib.sha256(_source(template)).digest(), self._typefaces.recipe])

    def typeset(self, template: str, data: str, kind: Kind, day: str) -> bytes:
        """The finished document."""
        stamp = datetime.fromisoformat(day).replace(tzinfo=UTC)
        made = self._compiler.compile(
            _source(template),
            format=kind,
            sys_inputs={"data": data},
            timestamp=stamp,
            pdf_standards=ACCESSIBLE if kind == "pdf" else None,
        )
        return made if isinstance(made, bytes) else b"".join(made or [])

    @cached_property
    def _compiler(self) -> typst.Compiler:
        write(self._typefaces.files(), self._folder)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[self._folder])
        return typst.Compiler(font_paths=fonts)


def _source(template: str) -> bytes:
    """A template after what all of them share."""
    return b"\n".join((TEMPLATES / name).read_bytes() for name in ("shared.typ", template))
