"""YAML to plain data, with the position of every node, refusing what a reader of YAML would misread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Protocol

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

LARGEST_FILE = 1_000_000
"""Bytes. A content file is a few kilobytes; more is a mistake or an attack."""

DEEPEST_NESTING = 20
"""Levels. The deepest model has eight."""

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+$")

type Path_ = tuple[str | int, ...]
type Data = str | int | Decimal | bool | list[Data] | dict[str, Data] | None


class YamlError(ValueError):
    """What is wrong with a file as YAML; line and column count from 1."""

    def __init__(self, line: int, column: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.remedy = line, column, message, remedy


@dataclass
class Document:
    """One file's data and where each value and key stands."""

    data: Data = None
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)


def read(path: Path) -> Document:
    """Read one file.

    Raises:
        YamlError: At the first thing that can't be read safely.
    """
    text = _text(path)
    _refuse_tabs(text)
    try:
        _refuse_events(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError(line, 1, f"the character #x{error.character:04x} is not allowed", "delete it") from None
    if node is None:
        raise YamlError(1, 1, "the file is empty", "write its fields or delete the file")
    document = Document()
    document.data = _data(node, (), document)
    return document


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            size = f"{path.stat().st_size / 1e6:.1f} MB"
            raise YamlError(1, 1, f"the file has {size}, more than {LARGEST_FILE / 1e6:.0f} MB", "split it up")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise YamlError(line, 1, "the file is not UTF-8", "save it again with the encoding UTF-8") from None
    except OSError as error:
        raise YamlError(1, 1, f"the file can't be read ({error.strerror})", "make it a readable file") from None


def _refuse_tabs(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            raise YamlError(number, indent.index("\t") + 1, "the line is indented with a tab", "use spaces")


def _refuse_events(text: str) -> None:
    """Walk the events, before any node is built: no anchors, aliases, tags, second documents or deep nesting."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line, column = _mark(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            name = getattr(event, "anchor", "")
            raise YamlError(line, column, f"anchors and aliases are not read (“{name}”)", "write the value out")
        tag = getattr(event, "tag", None)
        if tag:
            raise YamlError(line, column, f"tags are not read (“{tag}”)", "write the plain value")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise YamlError(line, column, "a second document starts here", "keep one document a file: remove “---”")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST_NESTING:
            raise YamlError(line, column, f"nested more than {DEEPEST_NESTING} levels deep", "flatten it")


def _syntax_error(error: yaml.MarkedYAMLError) -> YamlError:
    mark = error.problem_mark or error.context_mark
    line, column = _mark(mark)
    problem = (error.problem or error.context or "it can't be read").replace("\n", " ")
    remedy = "check quotes, colons and indentation here and on the line above"
    if "mapping values are not allowed" in problem:
        problem, remedy = "a second colon on this line", "put the text in quotes"
    elif "cannot start any token" in problem:
        problem, remedy = "text can't start with this character", "put the text in quotes"
    return YamlError(line, column, f"this is not YAML: {problem}", remedy)


def _data(node: Node, path: Path_, document: Document) -> Data:
    document.values[path] = _position(node)
    if isinstance(node, MappingNode):
        return dict(_pairs(node, path, document))
    if isinstance(node, SequenceNode):
        return [_data(item, (*path, index), document) for index, item in enumerate(node.value)]
    return _scalar(str(node.value), plain=isinstance(node, ScalarNode) and node.style is None)


def _pairs(node: MappingNode, path: Path_, document: Document) -> Iterator[tuple[str, Data]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        line, column = _position(key_node)
        if not isinstance(key_node, ScalarNode):
            raise YamlError(line, column, "a key must be a word", "write a plain key")
        key = str(key_node.value)
        if key == "<<":
            raise YamlError(line, column, "merge keys are not read", "write the fields out")
        if key in seen:
            raise YamlError(line, column, f"the key “{key}” stands here twice (first on line {seen[key]})", "keep one")
        seen[key] = line
        document.keys[(*path, key)] = (line, column)
        yield key, _data(value_node, (*path, key), document)


def _scalar(text: str, *, plain: bool) -> Data:
    if not plain:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if INTEGER.match(text) and len(text) < 20:
        return int(text)
    return Decimal(text) if DECIMAL.match(text) and len(text) < 40 else text


def _position(node: Node) -> tuple[int, int]:
    return _mark(node.start_mark)


class _Mark(Protocol):
    line: int
    column: int


def _mark(mark: _Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
