"""YAML to plain data, with the position of every node, refusing what a reader of YAML would misread.

What comes out is text, exact numbers, true and false, lists and fields. `no`, `on`, dates, `1_000`, `0x1F` and `1:30`
stay the text they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from .content_file import check_characters, text_of
from .yaml_data import Doubt, data_of
from .yaml_error import UNREADABLE, Path_, YamlError, in_words, position
from .yaml_events import events, quick_events
from .yaml_node import DEEPEST_NESTING, Data, refusals, scalar

__all__ = ["Data", "Document", "Path_", "parse", "read"]

KEPT_TEXTS = 5_000
"""Two states of a guide are compared, and a preview reads all of it after each change: most files are as they were."""


@dataclass
class Places:
    """Where each value and key of a file stands, by line and column; of texts and numbers also from where to where."""

    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    spans: dict[Path_, tuple[int, int]] = field(default_factory=dict)


@dataclass
class Document:
    """One file's data, where each value and key stands, and what is wrong with it as YAML.

    `data` is None when the file could not be read to its end.
    """

    data: Data = None
    errors: list[YamlError] = field(default_factory=list)
    text: str = ""

    @cached_property
    def places(self) -> Places:
        """Of a text without a fault they are looked up when somebody asks."""
        return placed(self.text).places if self.text else Places()


def read(path: Path) -> Document:
    """Read one file; whatever is wrong with it is among the document's errors."""
    try:
        return parse(text_of(path))
    except YamlError as error:
        return Document(errors=[error])


@lru_cache(maxsize=KEPT_TEXTS)
def parse(text: str) -> Document:
    """Read one text; whatever is wrong with it is among the document's errors. What was read before is given again."""
    try:
        check_characters(text)
    except YamlError as error:
        return Document(errors=[error])
    try:
        return Document(data_of(text), text=text)
    except Doubt:
        return placed(text)


def placed(text: str) -> Document:
    """The same with the places known."""
    return quickly(text) or carefully(text)


def quickly(text: str) -> Document | None:
    """A text without a fault, as libyaml reads it; None when there may be one, which only PyYAML can place."""
    found = quick_events(text)
    reader = _Reader(text, iter(found or ()))
    try:
        reader.read()
    except YamlError:
        return None
    return None if reader.document.errors else reader.document


def carefully(text: str) -> Document:
    """Any text as PyYAML reads it, up to where it can't go on."""
    loader = yaml.SafeLoader(text)
    reader = _Reader(text, events(loader))
    try:
        reader.read()
    except YamlError as error:
        reader.stop(error)
    except yaml.MarkedYAMLError as error:
        reader.stop(in_words(error, text))
    except (ValueError, OverflowError):  # PyYAML hands an escape such as "\U00110000" to chr()
        reader.stop(YamlError(position(loader.get_mark()), *UNREADABLE))
    return reader.document


class _Reader:
    def __init__(self, text: str, found: Iterator[yaml.Event]) -> None:
        self.text = text
        self.events = found
        self.places = Places()
        self.document = Document(text=text)
        self.document.places = self.places

    def read(self) -> None:
        data = self._value(next(self.events), ()) if self._next_document() else None
        if data is None and not self.document.errors:
            raise YamlError((1, 1), "the file is empty", "write its fields or delete the file")
        second = self._next_document()
        if second:
            remedy = "keep one document a file: remove “---”"
            raise YamlError(position(second.start_mark), "a second document starts here", remedy)
        self.document.data = data

    def stop(self, error: YamlError) -> None:
        """Note where reading ended, unless that line's error is known already."""
        if all(known.line != error.line for known in self.document.errors):
            self.document.errors.append(error)

    def _next_document(self) -> yaml.Event | None:
        return next((event for event in self.events if isinstance(event, yaml.DocumentStartEvent)), None)

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _value(self, event: yaml.Event, path: Path_) -> Data:
        _refuse_depth(event, len(path))
        self.places.values[path] = position(event.start_mark)
        self.document.errors += refusals(event, path, self.text)
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self._fields(path))
        if isinstance(event, yaml.SequenceStartEvent):
            return [self._value(each, (*path, index)) for index, each in enumerate(self._until(yaml.SequenceEndEvent))]
        if not isinstance(event, yaml.ScalarEvent):
            return None
        self.places.spans[path] = _span(event, self.text)
        return scalar(event)

    def _fields(self, path: Path_) -> Iterator[tuple[str, Data]]:
        for event in self._until(yaml.MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._skip(next(self.events), len(path) + 1)
            else:
                self.places.keys[*path, key] = position(event.start_mark)
                yield key, self._value(next(self.events), (*path, key))

    def _key(self, event: yaml.Event, path: Path_) -> str | None:
        """The key, or None when its field can't be read."""
        self.document.errors += refusals(event, path, self.text)
        if isinstance(event, yaml.AliasEvent):
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._skip(event, len(path) + 1)
            self._refuse(event, "a key must be a word", "put text that starts with “{” or “[” in quotes", path)
            return None
        key, first = str(event.value), self.places.keys.get((*path, event.value))
        if key == "<<":
            self._refuse(event, "merge keys are not read", "write the fields out", path)
        elif first:
            self._refuse(event, f"the key “{key}” stands here twice (first on line {first[0]})", "keep one")
        else:
            return key
        return None

    def _refuse(self, event: yaml.Event, message: str, remedy: str, unread: Path_ | None = None) -> None:
        self.document.errors.append(YamlError(position(event.start_mark), message, remedy, unread=unread))

    def _skip(self, event: yaml.Event, level: int) -> None:
        """Pass over a value that has no place."""
        depth = 0
        while True:
            _refuse_depth(event, level + depth)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if not depth:
                return
            event = next(self.events)


def _span(event: yaml.ScalarEvent, text: str) -> tuple[int, int]:
    """From where to where a scalar stands, without the line that only says that a block of text follows."""
    start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
    return (text.find("\n", start) + 1 or start if event.style in ("|", ">") else start), end


def _refuse_depth(event: yaml.Event, level: int) -> None:
    if level >= DEEPEST_NESTING and isinstance(event, yaml.CollectionStartEvent):
        message = f"nested more than {DEEPEST_NESTING} levels deep"
        raise YamlError(position(event.start_mark), message, "flatten it")
