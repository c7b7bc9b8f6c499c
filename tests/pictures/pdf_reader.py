"""A document as another program reads it: its tags, its links, its contents, its text."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def opened(content: bytes) -> PdfReader:
    """The document."""
    return PdfReader(io.BytesIO(content))


def root(content: bytes) -> Any:  # noqa: ANN401  # whatever the file holds
    """The document's catalogue."""
    return opened(content).trailer["/Root"]


def tags(content: bytes) -> Iterator[tuple[str, str | None]]:
    """Each tag of the structure in reading order, with the words for what can't be read."""
    yield from _tags(root(content)["/StructTreeRoot"])


def _tags(node: Any) -> Iterator[tuple[str, str | None]]:  # noqa: ANN401
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif hasattr(node, "get"):
        if node.get("/S"):
            yield str(node["/S"]).removeprefix("/"), str(node["/Alt"]) if "/Alt" in node else None
        if "/K" in node and not isinstance(node["/K"], int):
            yield from _tags(node["/K"])


def outline(content: bytes) -> list[str]:
    """Every entry of the outline, whatever its depth."""
    return list(_titles(opened(content).outline))


def _titles(entries: Any) -> Iterator[str]:  # noqa: ANN401
    for each in entries:
        if isinstance(each, list):
            yield from _titles(each)
        else:
            yield str(each.title)


def addresses(content: bytes) -> list[str]:
    """Where the links that leave the document lead."""
    found = []
    for page in opened(content).pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            found += [str(action["/URI"])] if "/URI" in action else []
    return found


def text(content: bytes) -> str:
    """All its words, on one line."""
    return " ".join(" ".join(page.extract_text() for page in opened(content).pages).split())
