"""What every picture is made with: the inks of the site, the meaning of its classes, its typefaces, the cache."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import resvg_py

from .inks import Band, Inks, inks
from .kept import FOLDER, Kept
from .picture_styles import PictureStyles
from .sheet import Sheet
from .typefaces import Typefaces
from .typesetter import Kind, Typesetter

OWN_STYLES = Path(__file__).with_name("pictures.css")
SCALE = 2
"""Pixels of a PNG for each pixel of the picture."""


@dataclass(frozen=True)
class Studio:
    """Makes pictures in the looks of the site whose sources lie in `project`.

    Attributes:
        project: The generator's own folder, with style sheets and fonts.
        kept: What was made before.
    """

    project: Path
    kept: Kept
    _looks: dict[Band, tuple[Inks, PictureStyles]] = field(default_factory=dict, repr=False)

    @cached_property
    def typefaces(self) -> Typefaces:
        """The two faces."""
        return Typefaces(self.project / "node_modules")

    @cached_property
    def _sheets(self) -> tuple[str, str]:
        styles = self.project / "docs/stylesheets"
        marks = (styles / "figure.css").read_text(encoding="utf-8") + OWN_STYLES.read_text(encoding="utf-8")
        return (styles / "tokens.css").read_text(encoding="utf-8"), marks

    def sheet(self, width: float, band: Band = "none", name: str = "") -> Sheet:
        """A sheet for one picture."""
        return Sheet(width, *self._look(band), self.typefaces, name)

    def document(self, template: str, data: dict[str, object], kind: Kind, updated: str) -> bytes:
        """A document typeset from a template and its data, dated with the day on which the content was checked."""
        recipe = (self._typesetter.recipe(template), _text(data).encode(), f"{kind} {updated}".encode())
        return self.kept.get(kind, lambda: self.typeset_anew(template, data, kind, updated), *recipe)

    def typeset_anew(self, template: str, data: dict[str, object], kind: Kind, updated: str) -> bytes:
        """The document typeset now, whatever was made before."""
        return self._typesetter.typeset(template, _text(data), kind, updated)

    def inks(self, band: Band = "none") -> Inks:
        """The literal colours on paper or in a band."""
        return self._look(band)[0]

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(self.typefaces.files(), self.kept.folder.with_name("typefaces"))

    def _look(self, band: Band) -> tuple[Inks, PictureStyles]:
        """The literal colours on paper or in a band, and what the classes of marks mean in them."""
        if band not in self._looks:
            tokens, marks = self._sheets
            found = inks(tokens, band)
            self._looks[band] = (found, PictureStyles(marks, found))
        return self._looks[band]

    def png(self, svg: bytes, scale: float = SCALE) -> bytes:
        """The same picture in pixels; always the same, unless a letter is in neither typeface."""
        recipe = f"{resvg_py.__version__} {scale}".encode()
        return self.kept.get("png", lambda: _png(svg.decode(), scale), svg, recipe)


def studio(project: Path, cache: Path) -> Studio:
    """A studio that keeps what it makes under `cache`."""
    return Studio(project, Kept(cache / FOLDER))


def _text(data: dict[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _png(svg: str, scale: float) -> bytes:
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, skip_system_fonts="<text" not in svg)
