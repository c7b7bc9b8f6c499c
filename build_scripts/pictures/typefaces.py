"""The guide's two typefaces outside of a browser: how wide a text is, and its letters as outlines."""

import hashlib
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import fontTools
import uharfbuzz

from .kept import Kept

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FACES = {"Besley": "besley", "Public Sans": "public-sans"}
SUBSETS = ("latin", "latin-ext")
"""In the order in which a letter is looked for."""
STYLES = ("normal", "italic")

EM = 1000
"""Outlines are in thousandths of the size, rounded: finer than any printer."""

STRANGE_WIDTH = 0.62
"""The width of a letter that neither face has, in sizes: the viewer's own face sets it."""


@dataclass(frozen=True)
class Letter:
    """One glyph of a line: its name among all outlines, and where it begins, in thousandths of the size."""

    outline: str
    at: int


@dataclass(frozen=True)
class Strange:
    """Letters that no font of ours has, and where they begin, in thousandths of the size."""

    text: str
    at: int


@dataclass(frozen=True)
class Line:
    """A text on one line; its width is in sizes."""

    letters: tuple[Letter, ...]
    strange: tuple[Strange, ...]
    width: float


@dataclass(frozen=True)
class Face:
    """One font at one weight."""

    name: str
    font: uharfbuzz.Font


class Typefaces:
    """Sets text in the locked fonts of `node_modules`; what HarfBuzz reads of them is kept."""

    def __init__(self, node_modules: Path, kept: Kept) -> None:
        self._folder = node_modules / "@fontsource-variable"
        self._kept = kept
        self._faces: dict[tuple[str, int], list[Face]] = {}
        self._lines: dict[tuple[str, str, int, float], Line] = {}
        self._outlines: dict[str, str] = {}

    @cached_property
    def recipe(self) -> bytes:
        """All that letters depend on: the locked fonts, and what reads and shapes them."""
        fonts = [self._woff(face, subset, style) for face in FACES.values() for subset in SUBSETS for style in STYLES]
        read_by = [fontTools.version.encode(), uharfbuzz.__version__.encode(), Path(__file__).read_bytes()]
        return b"".join(hashlib.sha256(part).digest() for part in [*fonts, *read_by])

    def files(self) -> dict[str, bytes]:
        """Each font as a file that other programs read; a subset besides the first has a family of its own."""
        return {
            f"{face}-{subset}-{style}.ttf": _renamed(self._woff(face, subset, style), family_name(family, subset))
            for family, face in FACES.items()
            for subset in SUBSETS
            for style in STYLES
        }

    def line(self, text: str, family: str, weight: int, tracking: float = 0.0) -> Line:
        """A text on one line; `tracking` is added after each letter, in sizes."""
        key = (text, family, weight, tracking)
        if key not in self._lines:
            self._lines[key] = self._set(text, self._family(family, weight), tracking)
        return self._lines[key]

    def outline(self, name: str) -> str:
        """The path of a letter that some line holds, y downwards in thousandths of the size."""
        return self._outlines[name]

    def wrap(self, text: str, room: float, family: str, weight: int, tracking: float = 0.0) -> list[str]:
        """Words on as few lines as fit the room, which is in sizes."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.line(longer, family, weight, tracking).width <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _set(self, text: str, faces: list[Face], tracking: float) -> Line:
        at, letters, strange = 0.0, [], []
        for part, face in _by_face(text, faces):
            if face is None:
                strange.append(Strange(part, round(at * EM)))
                at += STRANGE_WIDTH * len(part)
            else:
                found, width = self._shaped(part, face, at, tracking)
                letters += found
                at += width
        return Line(tuple(letters), tuple(strange), at)

    def _shaped(self, text: str, face: Face, start: float, tracking: float) -> tuple[list[Letter], float]:
        """Letters with kerning and ligatures, and their width in sizes."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(face.font, buffer, {"liga": tracking == 0.0})
        letters, at, unit = [], start, 1 / face.font.face.upem
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            name = f"{face.name}-{glyph.codepoint}"
            if name not in self._outlines:
                self._outlines[name] = _outline(face.font, glyph.codepoint)
            if self._outlines[name]:
                letters.append(Letter(name, round(EM * (at + unit * place.x_offset))))
            at += unit * place.x_advance + tracking
        return letters, at - start

    def _family(self, family: str, weight: int) -> list[Face]:
        key = (family, weight)
        if key not in self._faces:
            self._faces[key] = [
                Face(
                    f"{family[0].lower()}{index or ''}-{weight}",
                    _font(self._plain(self._woff(FACES[family], subset)), weight),
                )
                for index, subset in enumerate(SUBSETS)
            ]
        return self._faces[key]

    def _plain(self, woff: bytes) -> bytes:
        return self._kept.get("ttf", lambda: _saved(_read(woff)), woff, fontTools.version.encode())

    def _woff(self, face: str, subset: str, style: str = "normal") -> bytes:
        return (self._folder / face / f"files/{face}-{subset}-wght-{style}.woff2").read_bytes()


def family_name(family: str, subset: str) -> str:
    """The family that a subset is known by outside of a browser.

    >>> family_name("Besley", "latin"), family_name("Besley", "latin-ext")
    ('Besley', 'Besley latin-ext')
    """
    return family if subset == SUBSETS[0] else f"{family} {subset}"


def _read(woff: bytes) -> "TTFont":
    from fontTools.ttLib import TTFont  # it takes long to import, and most builds need none of it

    return TTFont(io.BytesIO(woff), recalcTimestamp=False)


def _renamed(woff: bytes, family: str) -> bytes:
    font = _read(woff)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
    return _saved(font)


def _saved(font: "TTFont") -> bytes:
    font.flavor = None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _font(content: bytes, weight: int) -> uharfbuzz.Font:
    font = uharfbuzz.Font(uharfbuzz.Face(content))
    font.set_variations({"wght": weight})
    return font


def _by_face(text: str, faces: list[Face]) -> list[tuple[str, Face | None]]:
    """The text cut where another font has to take over; a letter is set by the first font that has it."""
    parts: list[tuple[str, Face | None]] = []
    for letter in text:
        face = next((each for each in faces if each.font.get_nominal_glyph(ord(letter)) is not None), None)
        if parts and parts[-1][1] is face:
            parts[-1] = (parts[-1][0] + letter, face)
        else:
            parts.append((letter, face))
    return parts


def _outline(font: uharfbuzz.Font, glyph: int) -> str:
    from fontTools.pens.transformPen import TransformPen

    from .outline_pen import OutlinePen

    pen, scale = OutlinePen(), EM / font.face.upem
    font.draw_glyph_with_pen(glyph, TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
    return pen.path
