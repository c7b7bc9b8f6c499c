"""What one node of a YAML file means, and what must not stand on it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from yaml.events import AliasEvent, Event, ScalarEvent

from .content_file import FORBIDDEN, unprintable
from .yaml_error import Path_, YamlError, position

DEEPEST_NESTING = 20
"""Levels. The deepest model has eight."""

LONGEST_NUMBER = 40
"""Characters; what is longer stays text, which no field for numbers takes."""

NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
SWALLOWED = re.compile(r"[ \t]+(#[^\s#]\S{0,30})")
"""A comment that looks like text: `The #1 mill`, `Label it #ad`."""

NAMED = {"": None, "~": None, "null": None, "true": True, "false": False}
"""Words that are no text."""

type Data = str | int | Decimal | bool | list[Data] | dict[str, Data] | None


def scalar(event: ScalarEvent) -> Data:
    """The value of a scalar; in quotes, or in a block of text, it is text whatever it says."""
    text = str(event.value)
    if event.style:
        return text
    if text in NAMED:
        return NAMED[text]
    if text[0] not in "+-0123456789" or len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return text
    return Decimal(text) if "." in text else int(text)


def refusals(event: Event, path: Path_, text: str) -> Iterator[YamlError]:
    """Anchor, alias, tag, a character that can't be shown, text lost to a comment; `text` is the whole file."""
    anchor = getattr(event, "anchor", None)
    place = position(event.start_mark) if anchor or getattr(event, "tag", None) else (1, 1)
    if anchor:
        alias = isinstance(event, AliasEvent)
        sign = "*" if alias else "&"
        message = f"anchors and aliases are not read (“{sign}{anchor}”)"
        yield YamlError(place, message, _quote("write the value out", sign), unread=path if alias else None)
    if getattr(event, "tag", None):
        yield YamlError(place, "tags are not read", _quote("write the plain value", "!"), unread=path)
    if isinstance(event, ScalarEvent):
        yield from _unlike_text(event, path, text)


def _unlike_text(event: ScalarEvent, path: Path_, text: str) -> Iterator[YamlError]:
    forbidden = FORBIDDEN.search(event.value)
    if forbidden:
        yield YamlError(position(event.start_mark), *unprintable(forbidden[0]), unread=path)
    end = None if event.style else event.end_mark
    swallowed = SWALLOWED.match(text, end.index) if end else None
    if swallowed:
        message = f"the text ends before “{swallowed[1]}”: “ #” starts a comment"
        remedy = "put the text in quotes; if it is a comment, put a space after “#”"
        yield YamlError(position(event.start_mark), message, remedy, unread=path)


def _quote(remedy: str, sign: str) -> str:
    return f"{remedy}, or put text that starts with “{sign}” in quotes"
