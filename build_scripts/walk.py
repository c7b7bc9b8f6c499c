"""Every text and reference of a model, found by the annotations of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass
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
        for name, info in type(value).model_fields.items():
            yield from _field(getattr(value, name), (*path, name), info.metadata, info.annotation)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(each, (*path, key), _argument(annotation, 1))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _walk(each, (*path, index), _argument(annotation, 0))
    elif isinstance(value, str):
        yield from (Marked(path, value, kind) for kind in _kinds(annotation))


def _field(value: object, path: Path_, metadata: list[Any], annotation: Any) -> Iterator[Marked]:  # noqa: ANN401
    kinds = [each for each in metadata if isinstance(each, TextKind | ReferenceKind)]
    if isinstance(value, str) and kinds:
        yield from (Marked(path, value, kind) for kind in kinds)
    else:
        yield from _walk(value, path, annotation)


def _argument(annotation: Any, index: int) -> Any:  # noqa: ANN401
    arguments = getattr(annotation, "__args__", ())
    return arguments[index] if len(arguments) > index else None


def _kinds(annotation: Any) -> list[TextKind | ReferenceKind]:  # noqa: ANN401
    own = [each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, TextKind | ReferenceKind)]
    return own or [kind for part in getattr(annotation, "__args__", ()) for kind in _kinds(part)]
