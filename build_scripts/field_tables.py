"""The fields of every content file in tables, from the models: name, type, required or not, meaning, example."""

import inspect
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from .load import MODELS
from .model.base import ADDRESS, DATE, ID, ReferenceKind, TextKind, WordKind
from .model.guide import Settings
from .model.translation import Translated, TranslatedGuide

TEXTS = {
    TextKind(markdown=False, cites=False): "plain text",
    TextKind(markdown=True, cites=False): "a line of Markdown",
    TextKind(markdown=True, cites=True): "Markdown",
}
PATTERNS = {ID: "an id", DATE: "a date", ADDRESS: "an address"}
PLAIN: dict[object, str] = {str: "text", int: "a whole number", bool: "true or false", Decimal: "a number"}
LONGEST_EXAMPLE = 72
"""Characters."""


type Examples = dict[tuple[type[BaseModel], str], str]


@dataclass(frozen=True)
class Type:
    """What may stand in a field: in words, which go on with the names of the models, if there are any."""

    words: str
    models: tuple[type[BaseModel], ...] = ()


@dataclass(frozen=True)
class Row:
    """One field."""

    name: str
    type: Type
    required: bool
    meaning: str
    example: str


@dataclass(frozen=True)
class Table:
    """One model: a file, or what stands inside of one.

    Attributes:
        name: The model's name in words.
        meaning: Its docstring.
        file: The files of which it is the whole; empty for what stands inside of one.
        rows: Its fields in their order.
    """

    name: str
    meaning: str
    file: str
    rows: tuple[Row, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return anchor(self.name)


def anchor(name: str) -> str:
    """The id of a table's heading."""
    return f"fields-{name.lower().replace(' ', '-')}"


def named(model: type[BaseModel]) -> str:
    """A model's name in words.

    >>> named(Settings)
    'Guide'
    """
    if model is Settings:
        return "Guide"
    words = "".join(f" {each}" if each.isupper() else each for each in model.__name__).strip()
    return words[0] + words[1:].lower()


def tables(written: Iterable[BaseModel]) -> list[Table]:
    """Every model that an editor can write, each file's own followed by those inside of it; each stands once.

    Args:
        written: Content to take examples from.
    """
    files: dict[str, type[BaseModel]] = {"content/guide.yml": Settings}
    files |= {f"content/{name}/….yml": model for name, model in MODELS.items()}
    files |= {"content/translations/…/guide.yml": TranslatedGuide, "content/translations/…/…/….yml": Translated}
    seen: dict[type[BaseModel], str] = {}
    for file, model in files.items():
        seen[model] = file
        for each in _inside(model):
            seen.setdefault(each, "")
    examples: Examples = {}
    for content in written:
        _gather(content, examples)
    return [_table(model, file, examples) for model, file in seen.items()]


def _gather(model: BaseModel, examples: Examples) -> None:
    """Note the first telling value of each field, however deep."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        parts = value if isinstance(value, list) else [*value.values()] if isinstance(value, dict) else [value]
        for each in parts:
            if isinstance(each, BaseModel):
                _gather(each, examples)
        if isinstance(value, str | int | Decimal) and value != info.default:
            said = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
            examples.setdefault((type(model), name), shorten(said, LONGEST_EXAMPLE, placeholder=" …"))


def _inside(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        for each in typed(info.annotation, info.metadata).models:
            yield each
            yield from _inside(each)


def _table(model: type[BaseModel], file: str, examples: Examples) -> Table:
    rows = tuple(_row(name, info, examples.get((model, name), "")) for name, info in model.model_fields.items())
    return Table(named(model), inspect.cleandoc(model.__doc__ or ""), file, rows)


def _row(name: str, info: FieldInfo, example: str) -> Row:
    said = next((each.description for each in _fields(info) if each.description), None)
    given = next((str(each.examples[0]) for each in _fields(info) if each.examples), "")
    kind = typed(info.annotation, info.metadata)
    return Row(name, kind, info.is_required(), said or _implied(kind), example or given)


def _implied(kind: Type) -> str:
    """What a field means that has no words of its own."""
    if len(kind.models) == 1:
        return inspect.cleandoc(kind.models[0].__doc__ or "")
    return "Says what sort of block this is." if kind.words.startswith("“") else ""


def _fields(info: FieldInfo) -> Iterator[FieldInfo]:
    """What is said of a field, from its own words to those of the kind of value it holds."""
    yield info
    yield from (each for part in _parts(info.annotation) for each in part if isinstance(each, FieldInfo))


def _parts(annotation: Any) -> Iterator[list[Any]]:  # noqa: ANN401  # annotations have no type
    """The marks on a value and on what it may be instead of nothing."""
    yield list(getattr(annotation, "__metadata__", ()))
    if get_origin(annotation) in (Union, types.UnionType):
        for each in get_args(annotation):
            yield from _parts(each)


def typed(annotation: Any, marks: list[Any]) -> Type:  # noqa: ANN401
    """What an annotation allows, in words."""
    if hasattr(annotation, "__metadata__"):
        return typed(annotation.__origin__, [*marks, *annotation.__metadata__])
    if get_origin(annotation) in (Union, types.UnionType):
        return _either([typed(each, marks) for each in get_args(annotation) if each is not type(None)])
    if get_origin(annotation) is Literal:
        words = get_args(annotation)
        return Type(f"one of {', '.join(words)}" if len(words) > 1 else f"“{words[0]}”")
    if get_origin(annotation) is list:
        inner = typed(get_args(annotation)[0], [])
        return Type(f"a list of: {inner.words}", inner.models)
    if get_origin(annotation) is dict:
        inner = typed(get_args(annotation)[1], [])
        return Type(f"by id: {inner.words}", inner.models)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Type("", (annotation,))
    return Type(next(_marked(marks), PLAIN.get(annotation, "text")))


def _either(kinds: list[Type]) -> Type:
    if len(kinds) == 1:
        return kinds[0]
    words = ", ".join(each.words.removeprefix("one of ") for each in kinds if each.words not in ("", "one of "))
    return Type(f"one of {words}", tuple(m for each in kinds for m in each.models))


def _marked(marks: list[Any]) -> Iterator[str]:
    """What the marks on a text say of it, the most telling first."""
    for each in marks:
        if isinstance(each, TextKind):
            yield TEXTS[each]
        elif isinstance(each, ReferenceKind):
            yield "a value" if each.to == "value" else f"the id of a {each.to}"
        elif isinstance(each, WordKind):
            yield f"the id of a {each.to}"
    for each in marks:
        if isinstance(each, StringConstraints) and each.pattern in PATTERNS:
            yield PATTERNS[str(each.pattern)]
