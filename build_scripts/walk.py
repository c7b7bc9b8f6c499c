"""Every text and reference of a model, found by the annotations of its fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from .model.base import ReferenceKind, TextKind
from .yaml_reader import Path_


@dataclass(frozen=True)
class Marked:
    """One value an editor wrote, with how its field says it is to be read."""

    path: Path_
    text: str
    kind: TextKind | ReferenceKind


def marked(model: BaseModel) -> Iterator[Marked]:
    """All marked values, however deep, in the order of the fields."""
    yield from _walk(model, (), None)


def _walk(value: object, path: Path_, annotation: Any) -> Iterator[Marked]:  # noqa: ANN401  # annotations have no type
    if isinstance(value, BaseModel):
        for field in _fields(type(value)):
            yield from _field(getattr(value, field.name), path, field)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(each, (*path, key), _argument(annotation, 1))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _walk(each, (*path, index), _argument(annotation, 0))
    elif isinstance(value, str):
        yield from (Marked(path, value, kind) for kind in _kinds(annotation))


@dataclass(frozen=True)
class _Field:
    name: str
    kinds: tuple[TextKind | ReferenceKind, ...]
    """How its text is to be read, where it is one text."""
    annotation: Any


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    """A model's fields with anything marked in them; asked for once a model, since a guide has thousands of each."""
    found = (
        _Field(name, tuple(_marks(info.metadata) or _kinds(info.annotation)), info.annotation)
        for name, info in model.model_fields.items()
    )
    return tuple(field for field in found if field.kinds or _has_models(field.annotation))


def _has_models(annotation: Any) -> bool:  # noqa: ANN401
    own = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return own or any(_has_models(part) for part in getattr(annotation, "__args__", ()))


def _field(value: object, path: Path_, field: _Field) -> Iterator[Marked]:
    if isinstance(value, str):
        yield from (Marked((*path, field.name), value, kind) for kind in field.kinds)
    elif isinstance(value, BaseModel | dict | list):
        yield from _walk(value, (*path, field.name), field.annotation)


def _argument(annotation: Any, index: int) -> Any:  # noqa: ANN401
    arguments = getattr(annotation, "__args__", ())
    return arguments[index] if len(arguments) > index else None


def _kinds(annotation: Any) -> list[TextKind | ReferenceKind]:  # noqa: ANN401
    own = _marks(getattr(annotation, "__metadata__", ()))
    return own or [kind for part in getattr(annotation, "__args__", ()) for kind in _kinds(part)]


def _marks(metadata: Iterable[Any]) -> list[TextKind | ReferenceKind]:
    return [each for each in metadata if isinstance(each, TextKind | ReferenceKind)]
