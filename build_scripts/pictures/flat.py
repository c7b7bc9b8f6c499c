"""A typeset page as one flat SVG: pictures in it become groups, so that every program can open and edit them."""

import base64
from xml.etree import ElementTree

from .joined_letters import join_letters
from .sheet import SVG, XLINK

IMAGE, GROUP, ROOT = f"{{{SVG}}}image", f"{{{SVG}}}g", f"{{{SVG}}}svg"
DATA = "data:image/svg+xml;base64,"
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)


def flat(page: bytes, title: str, description: str) -> bytes:
    """The page in whole pixels instead of points, titled and described, pictures unwrapped, a path for each line."""
    root = ElementTree.fromstring(page)
    for node in [*root.iter()]:
        for index, child in enumerate(node):
            if child.tag == IMAGE:
                node[index] = _unwrapped(child)
    join_letters(root)
    width, height = (int(float(root.attrib[name].removesuffix("pt"))) for name in ("width", "height"))
    for name, size in {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}.items():
        root.set(name, size)
    root.set("role", "img")
    root.set("aria-labelledby", "title description")
    for index, (name, words) in enumerate({"title": title, "desc": description}.items()):
        node = ElementTree.Element(f"{{{SVG}}}{name}", {"id": "title" if name == "title" else "description"})
        node.text = words
        root.insert(index, node)
    return ElementTree.tostring(root) + b"\n"


def _unwrapped(image: ElementTree.Element) -> ElementTree.Element:
    """The picture inside of an image element, where and as large as the image was."""
    inner = ElementTree.fromstring(base64.b64decode(image.attrib[f"{{{XLINK}}}href"].removeprefix(DATA)))
    scale = float(image.attrib["width"]) / float(inner.attrib["width"])
    size = "" if abs(scale - 1) < 1e-3 else f" scale({scale:.5g})"
    group = ElementTree.Element(GROUP, {"transform": f"{image.get('transform', '')}{size}".strip()})
    group.extend(list(inner))
    return group
