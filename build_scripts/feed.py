"""An Atom feed: what a reader's feed program asks for now and then."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

FEED = "changes.xml"
"""Where changed statistics can be followed."""

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One item: its title and text are plain, its address is its identity."""

    title: str
    text: str
    address: str
    day: str


def atom(title: str, author: str, page: str, own: str, day: str, entries: Iterable[Entry]) -> bytes:
    """A feed's bytes.

    Args:
        title: Its name.
        author: Whose it is.
        page: The address of the page that says the same.
        own: The feed's own address.
        day: The day of its last change.
        entries: The newest first.
    """
    feed = ET.Element("feed", xmlns=ATOM)
    _add(feed, "title", title)
    _add(feed, "id", page)
    _add(feed, "updated", _instant(day))
    ET.SubElement(feed, "link", rel="self", href=own, type="application/atom+xml")
    ET.SubElement(feed, "link", href=page)
    _add(ET.SubElement(feed, "author"), "name", author)
    for each in entries:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "title", each.title)
        _add(entry, "id", each.address)
        _add(entry, "updated", _instant(each.day))
        ET.SubElement(entry, "link", href=each.address)
        _add(entry, "content", each.text)
    ET.indent(feed, " ")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
