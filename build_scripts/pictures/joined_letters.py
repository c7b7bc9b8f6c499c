"""Lines of a finished drawing as one path each, instead of a reference for every letter."""

import re
from collections.abc import Iterable
from functools import cache
from xml.etree.ElementTree import Element

from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path

from .outline_pen import OutlinePen
from .sheet import SVG, XLINK

USE, PATH, SYMBOL, DEFS = (f"{{{SVG}}}{name}" for name in ("use", "path", "symbol", "defs"))
HREF = f"{{{XLINK}}}href"
GRID = 10
"""Points of a line lie on so many steps of a pixel: a twentieth of a line of small print."""

CLOSING = re.compile(r"[hlv][^a-z]+z")
"""A straight way back to where an outline began, which its end draws anyway."""

BEGIN = re.compile(r"^m(-?\d+) ?(-?\d+)")
SCALE = re.compile(r"scale\(([\d.]+)\)")
PAINT = ("fill", "fill-rule")


def join_letters(root: Element) -> None:
    """Every group of nothing but letters becomes a path; outlines that nothing refers to any more go."""
    outlines = {each.attrib["id"]: each for each in root.iter() if each.tag in (SYMBOL, PATH) and "id" in each.attrib}
    shapes = {id_: _shape(each) for id_, each in outlines.items()}
    for parent in [*root.iter()]:
        for index, group in enumerate(parent):
            if len(group) and all(_is_letter(each, shapes) for each in group):
                parent[index] = _line(group, shapes)
    used = {each.get(HREF, each.get("href", ""))[1:] for each in root.iter(USE)}
    for parent in [*root.iter()]:
        for each in [each for each in parent if each.get("id") in outlines.keys() - used]:
            parent.remove(each)


def _shape(outline: Element) -> str:
    return (outline if outline.tag == PATH else outline[0]).attrib["d"]


def _is_letter(node: Element, shapes: dict[str, str]) -> bool:
    return node.tag == USE and node.get(HREF, "")[1:] in shapes


def _line(group: Element, shapes: dict[str, str]) -> Element:
    """The group as a path that takes its place, its paint and its transform."""
    turn = group.get("transform", "")
    found = SCALE.search(turn)
    steps = GRID * (float(found[1]) if found else 1.0)
    paint = {name: value for name, value in group[0].items() if name in PAINT} | dict(group.items())
    if "stroke-width" in paint:
        paint["stroke-width"] = f"{float(paint['stroke-width']) * steps:.5g}"
    line = "".join(_letter(shapes[each.attrib[HREF][1:]], steps, *_place(each, steps)) for each in group)
    return Element(PATH, {**paint, "transform": f"{turn} scale({1 / steps:.6g})".strip(), "d": line})


def _place(letter: Element, steps: float) -> Iterable[int]:
    return (round(float(letter.get(name, "0")) * steps) for name in ("x", "y"))


def _letter(shape: str, steps: float, x: int, y: int) -> str:
    outline = _outline(shape, steps)
    return BEGIN.sub(lambda found: f"M{x + int(found[1])} {y + int(found[2])}", outline)


@cache
def _outline(shape: str, steps: float) -> str:
    """A letter in whole steps, each point from the one before; it begins where `BEGIN` finds it."""
    pen = OutlinePen()
    parse_path(shape, TransformPen(pen, (steps, 0, 0, steps, 0, 0)))
    path = pen.path.removeprefix("m0 0") if pen.path.startswith("m0 0m") else pen.path
    return CLOSING.sub("z", path)
