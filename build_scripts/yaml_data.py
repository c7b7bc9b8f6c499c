"""The data alone of a YAML text in which nothing can be wrong; where its values stand is left to be asked later.

A guide has thousands of texts without a fault, of which nobody ever asks for a place: noting none of them reads
three times as fast.
"""

import re
from collections.abc import Callable

import yaml
from yaml import (
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from .content_file import FORBIDDEN
from .yaml_events import QUICK, read_otherwise, read_otherwise_in_flow
from .yaml_node import DEEPEST_NESTING, Data, scalar

SWALLOWED = re.compile(r"[ \t]#[^\s#]")
"""What may be a comment that looks like text, wherever it stands."""


class Doubt(Exception):  # noqa: N818  # no error: it says that somebody else has to look
    """There may be a fault, or libyaml may read otherwise than PyYAML."""


def data_of(text: str) -> Data:
    """The data of a text, whose characters are known to be allowed.

    Raises:
        Doubt: When there may be anything to say about it, were it only that it is empty.
    """
    if read_otherwise(text) or ("#" in text and SWALLOWED.search(text)):
        raise Doubt
    try:
        return _Values(text).document()
    except (yaml.YAMLError, ValueError):
        raise Doubt from None


class _Values:
    def __init__(self, text: str) -> None:
        self.text = text
        self.next: Callable[[], yaml.Event] = QUICK(text).get_event

    def document(self) -> Data:
        """What the one document of the text says."""
        self.next()
        if not isinstance(self.next(), DocumentStartEvent):
            raise Doubt
        data = self.value(self.next(), 0)
        self.next()
        if data is None or not isinstance(self.next(), StreamEndEvent):
            raise Doubt
        return data

    def value(self, event: yaml.Event, level: int) -> Data:
        """A value with all that is inside of it."""
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        if not isinstance(event, CollectionStartEvent) or event.anchor or event.tag or level >= DEEPEST_NESTING:
            raise Doubt
        found, end = self.fields(level) if isinstance(event, MappingStartEvent) else self.items(level)
        if event.flow_style and read_otherwise_in_flow(self.text, event, end):
            raise Doubt
        return found

    def fields(self, level: int) -> tuple[Data, yaml.Event]:
        """The fields of a mapping, each once, and the event that ends it."""
        found: dict[str, Data] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise Doubt
            self.scalar(event)
            key = event.value
            if key in found or key == "<<":
                raise Doubt
            found[key] = self.value(self.next(), level + 1)
        return found, event

    def items(self, level: int) -> tuple[Data, yaml.Event]:
        """The items of a list, and the event that ends it."""
        found: list[Data] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            found.append(self.value(event, level + 1))
        return found, event

    def scalar(self, event: yaml.ScalarEvent) -> Data:
        """One word, number or text; between double quotes an escape may stand for anything."""
        if event.anchor or event.tag or (event.style == '"' and FORBIDDEN.search(event.value)):
            raise Doubt
        return scalar(event)
