"""The surface of a picture that leaves the site: text as outlines, marks in literal colours, nothing from outside."""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markupsafe import Markup

from ..charts.svg import element, number
from .inks import Inks
from .picture_styles import Lettering, PictureStyles
from .typefaces import EM, Letter, Typefaces

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ANCHORS = {None: 0.0, "start": 0.0, "middle": 0.5, "end": 1.0}
OTHER_FACES = "sans-serif"
"""Sets the letters that neither typeface has."""


@dataclass(frozen=True)
class Type:
    """How a text on a sheet is set."""

    family: str
    size: float
    weight: int
    leading: float
    ink: str
    tracking: float = 0.0


@dataclass
class Sheet:
    """Collects the parts of one picture.

    Attributes:
        width: In pixels.
        inks: Tokens with literal colours.
        styles: What the classes of marks mean in these inks.
        typefaces: Sets the text.
        name: Makes the ids of outlines unique where several sheets end up in one file.
        parts: Finished elements.
    """

    width: float
    inks: Inks
    styles: PictureStyles
    typefaces: Typefaces
    name: str = ""
    parts: list[Markup] = field(default_factory=list)
    used: dict[str, None] = field(default_factory=dict)

    def rect(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle."""
        self.parts.append(element("rect", x=x, y=y, width=width, height=height, fill=self.inks[f"--g-{ink}"]))

    def mark(self, name: str, class_: str, **attributes: float) -> None:
        """One mark in the style of its class."""
        self.parts.append(element(name, **self.styles.paint(class_), **attributes))

    def length(self, words: str, type_: Type) -> float:
        """The width of one line."""
        return self.typefaces.line(words, type_.family, type_.weight, type_.tracking).width * type_.size

    def cut(self, words: str, room: float, type_: Type) -> str:
        """As many words as fit on one line; “…” for the rest."""
        if self.length(words, type_) <= room:
            return words
        fitting = (words[:end].rstrip() for end in range(len(words), 0, -1))
        return next((f"{each}…" for each in fitting if self.length(f"{each}…", type_) <= room), "")

    def text(self, x: float, y: float, words: str, type_: Type, anchor: str = "start") -> float:
        """One line with its base line at `y`; its width is given back."""
        fill = {"fill": self.inks[f"--g-{type_.ink}"]}
        lettering = Lettering(type_.family, type_.size, type_.weight, type_.tracking)
        markup, width = self._lettered(words, lettering, (x, y), anchor, fill)
        self.parts.append(markup)
        return width

    def wrap(self, words: str, room: float, type_: Type) -> list[str]:
        """Words on as few lines as fit the room."""
        return self.typefaces.wrap(words, room / type_.size, type_.family, type_.weight, type_.tracking)

    def balanced(self, words: str, room: float, type_: Type) -> list[str]:
        """Words on as few lines as fit the room, the lines about equally long."""
        lines = self.wrap(words, room, type_)
        narrower = room
        while len(self.wrap(words, narrower - type_.size, type_)) == len(lines) and narrower > 2 * type_.size:
            narrower -= type_.size
        return self.wrap(words, narrower, type_)

    def column(self, x: float, y: float, words: str, room: float, type_: Type, *, balanced: bool = False) -> float:
        """A text on as many lines as it needs from `y` on, its top; the place under it is given back."""
        lines = (self.balanced if balanced else self.wrap)(words, room, type_)
        rise = y + (type_.leading - type_.size) / 2 + type_.size * 0.8
        for index, line in enumerate(lines):
            self.text(x, rise + index * type_.leading, line, type_)
        return y + len(lines) * type_.leading

    def place(self, picture: Markup, x: float, y: float, scale: float = 1.0) -> None:
        """A picture made of classes, resolved to literal colours, with its text as outlines."""
        root = ElementTree.fromstring(f"<g>{picture}</g>")
        inner = [self._resolved(child) for svg in root for child in svg]
        turn = f"translate({number(x)} {number(y)})" + ("" if scale == 1.0 else f" scale({scale:.4f})")
        self.parts.append(element("g", *inner, transform=turn))

    def svg(self, height: float, title: str, description: str) -> bytes:
        """The finished file, on ground."""
        words = element("title", title, id="title") + element("desc", description, id="description")
        ground = element("rect", width=self.width, height=height, fill=self.inks["--g-ground"])
        return self._root(height, words + ground, role="img", aria_labelledby="title description")

    def bare(self, height: float) -> bytes:
        """The picture alone, to be put on a larger one."""
        return self._root(height, Markup(""))

    def _root(self, height: float, first: Markup, **attributes: str) -> bytes:
        glyphs = [element("path", id=f"{self.name}{each}", d=self.typefaces.outline(each)) for each in self.used]
        size = {"width": number(self.width), "height": number(height)}
        size["viewBox"] = f"0 0 {size['width']} {size['height']}"
        spaces = {"xmlns": SVG, "xmlns:xlink": XLINK}
        root = element("svg", first, element("defs", *glyphs), *self.parts, **spaces, **size, **attributes)
        return f"{root}\n".encode()

    def _resolved(self, node: ElementTree.Element) -> Markup:
        attributes = dict(node.attrib)
        classes = attributes.pop("class", "")
        attributes.pop("data-row", None)  # of the page's table
        paint = self.styles.paint(classes)
        if node.tag == "text":
            place = (float(attributes["x"]), float(attributes["y"]))
            lettering = self.styles.lettering(classes)
            fill = {"fill": self.inks["--g-ink"]} | paint
            turn = {"transform": attributes["transform"]} if "transform" in attributes else {}
            markup, _ = self._lettered(node.text or "", lettering, place, attributes.get("text-anchor"), fill)
            return element("g", markup, **turn) if turn else markup
        children = [self._resolved(child) for child in node]
        return element(node.tag, *children, **{**attributes, **paint})

    def _lettered(
        self,
        words: str,
        lettering: Lettering,
        place: tuple[float, float],
        anchor: str | None,
        paint: dict[str, str],
    ) -> tuple[Markup, float]:
        family, size = _own(lettering.family), lettering.size
        line = self.typefaces.line(words, family, lettering.weight, lettering.tracking)
        width = (line.width - (lettering.tracking if words else 0)) * size
        x = place[0] - ANCHORS[anchor] * width
        letters = [self._letter(letter) for letter in line.letters]
        letters += [
            element("text", each.text, x=each.at, font_family=OTHER_FACES, font_size=EM, font_weight=lettering.weight)
            for each in line.strange
        ]
        scale = size / EM
        turn = f"translate({number(x)} {number(place[1])}) scale({scale:.4f})"
        set_ = element("g", *letters, transform=turn, fill=paint["fill"])
        return (_halo(letters, turn, paint, scale) + set_ if "stroke" in paint else set_), width

    def _letter(self, letter: Letter) -> Markup:
        self.used[letter.outline] = None
        place = f' x="{letter.at}"' if letter.at else ""
        return Markup(f'<use{place} xlink:href="#{self.name}{letter.outline}"/>')


def _halo(letters: list[Markup], turn: str, paint: dict[str, str], scale: float) -> Markup:
    """The ground around a text, under all of its letters: one letter's halo must not cut the letter before it."""
    width = number(float(paint["stroke-width"]) / scale)
    return element(
        "g",
        *letters,
        transform=turn,
        fill=paint["stroke"],
        stroke=paint["stroke"],
        stroke_width=width,
        stroke_linejoin=paint["stroke-linejoin"],
    )


def _own(families: str) -> str:
    """The first family of a list, the guide's own.

    >>> _own('"Public Sans", system-ui')
    'Public Sans'
    """
    return re.split(r"\s*,\s*", families)[0].strip('"')
