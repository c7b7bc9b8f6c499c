"""What every picture is made with: the inks of the site, the meaning of its classes, its typefaces, the cache."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import resvg_py

from ..archive import digest
from ..charts.canvas import Canvas
from .inks import Band, Inks, inks
from .kept import FOLDER, Kept
from .picture_styles import PictureStyles
from .sheet import Sheet
from .typefaces import Typefaces
from .typesetter import Kind, Typesetter
from .webp import webp

OWN_STYLES = Path(__file__).with_name("pictures.css")
DRAWING = (Path(__file__).parent, Path(__file__).parents[1] / "charts")
"""Where the code lies that draws."""
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
        return Typefaces(self.project / "node_modules", self.kept)

    @cached_property
    def _sheets(self) -> tuple[str, str]:
        styles = self.project / "docs/stylesheets"
        marks = (styles / "figure.css").read_text(encoding="utf-8") + OWN_STYLES.read_text(encoding="utf-8")
        return (styles / "tokens.css").read_text(encoding="utf-8"), marks

    def sheet(self, width: float, band: Band = "none", name: str = "") -> Sheet:
        """A sheet for one picture."""
        return Sheet(width, *self._look(band), self.typefaces, name)

    def drawn(self, draw: Callable[[], bytes], *said: object) -> bytes:
        """A picture on a sheet, drawn anew when what it says is new or what it is drawn with has changed.

        Args:
            draw: Draws it.
            said: All that tells it from other pictures of the same kind, as text or as plain data.
        """
        return self.kept.get("svg", draw, self._tools, *(repr(each).encode() for each in said))

    def literal(self, canvas: Canvas, band: Band = "none", name: str = "") -> str:
        """A picture made of classes in literal colours, alone; `name` makes its ids unique."""
        picture = canvas.svg("")

        def draw() -> bytes:
            sheet = self.sheet(canvas.width, band, name)
            sheet.place(picture, 0, 0)
            return sheet.bare(canvas.height + 2)

        return self.drawn(draw, picture, canvas.width, canvas.height, band, name).decode()

    def document(self, template: str, data: dict[str, object], kind: Kind, updated: str, apart: bool = False) -> bytes:
        """A document typeset from a template and its data.

        Args:
            template: Its name.
            data: What the template puts on the page.
            kind: The form.
            updated: Its date: the day on which the content was checked.
            apart: Whether it is long enough for a process of its own.
        """
        text, by = _text(data), self._typesetter
        recipe = (by.recipe(template), text.encode(), f"{kind} {updated}".encode())
        typeset = by.typeset_apart if apart else by.typeset
        return self.kept.get(kind, lambda: typeset(template, text, kind, updated), *recipe)

    def typeset_anew(self, template: str, data: dict[str, object], kind: Kind, updated: str) -> bytes:
        """The document typeset now, whatever was made before."""
        return self._typesetter.typeset(template, _text(data), kind, updated)

    def inks(self, band: Band = "none") -> Inks:
        """The literal colours on paper or in a band."""
        return self._look(band)[0]

    @cached_property
    def _tools(self) -> bytes:
        """What every sheet depends on besides what is put on it: typefaces, styles, and how they are used."""
        code = [path.read_bytes() for folder in DRAWING for path in sorted(folder.glob("*.py"))]
        return digest([self.typefaces.recipe, *(sheet.encode() for sheet in self._sheets), *code]).encode()

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(self.typefaces, self.kept.folder.with_name("typefaces"))

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

    def webp(self, svg: bytes, scale: float) -> bytes:
        """The same for pages: the pixels of the PNG in fewer bytes."""
        recipe = f"{resvg_py.__version__} {version('pillow')} {scale}".encode()
        return self.kept.get("webp", lambda: webp(_png(svg.decode(), scale)), svg, recipe)


def studio(project: Path, cache: Path) -> Studio:
    """A studio that keeps what it makes under `cache`."""
    return Studio(project, Kept(cache / FOLDER))


def _text(data: dict[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _png(svg: str, scale: float) -> bytes:
    return resvg_py.svg_to_bytes(svg_string=svg, zoom=scale, skip_system_fonts="<text" not in svg)
