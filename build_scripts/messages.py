"""Validation errors as findings: the road to the value, what is wrong there, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .wording import choices, nearest, shortened, wording
from .yaml_error import Path_

KEY = "[key]"
"""What pydantic adds to the road when a key is wrong, not its value."""


@dataclass(frozen=True)
class Explained:
    """One finding; `key` when it stands at the key rather than at the value."""

    path: Path_
    key: bool
    message: str
    remedy: str

    @property
    def where(self) -> str:
        """The road in words, such as ``statistics[0].value``."""
        return road(self.path)


def road(path: Path_) -> str:
    """A path as people write it.

    >>> road(("statistics", 0, "value"))
    'statistics[0].value'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def explain(error: ValidationError, model: type[BaseModel]) -> list[Explained]:
    """Every error of one file."""
    return [_explained(each, model) for each in error.errors(include_url=False)]


def _explained(error: ErrorDetails, model: type[BaseModel]) -> Explained:
    path, models = _followed(error["loc"], model)
    kind, found, context = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "extra_forbidden":
        return Explained(path, True, f"there is no field “{shortened(path[-1])}” here", _fields(path, models))
    if kind == "missing":
        return Explained(path, False, "this field is missing", "add it")
    if kind == "union_tag_not_found":
        return Explained(path, False, "this block has no “kind”", "add one, such as “kind: text”")
    if kind == "union_tag_invalid" and isinstance(found, dict):
        return Explained((*path, "kind"), False, *_kind(found["kind"], context["expected_tags"]))
    if found is None and path and isinstance(path[-1], int):
        return Explained(path, False, "there is nothing after the dash", "write the item or delete the dash")
    return Explained(path, error["loc"][-1:] == (KEY,), *wording(kind, found, context))


def _kind(found: object, expected: str) -> tuple[str, str]:
    if not isinstance(found, str):
        return wording("literal_error", found, {"expected": expected})
    kinds = choices(expected)
    return f"there is no kind “{shortened(found)}”", nearest(found, kinds, f"choose one of {', '.join(kinds)}")


def _fields(path: Path_, models: list[type[BaseModel]]) -> str:
    if path == ("id",):
        return "delete it: the file's name is its id"
    names = sorted({name for model in models for name in model.model_fields})
    return nearest(path[-1], names, f"the fields are {', '.join(names)}")


def _followed(location: tuple[int | str, ...], model: type[BaseModel]) -> tuple[Path_, list[type[BaseModel]]]:
    """Pydantic's road without the steps that are not in the file, and the models that its last step stands in.

    Where a model is chosen by its `kind`, pydantic names the kind as a step of its own.
    """
    path: list[int | str] = []
    hint: object = model
    beside: list[type[BaseModel]] = []
    for part in location:
        models = list(_models(hint))
        chosen = next((each for each in models if len(models) > 1 and part == _tag(each)), None)
        if chosen:
            hint = chosen
        elif part != KEY:
            path.append(part)
            beside, hint = models, _inside(hint, part)
    return tuple(path), beside


def _tag(model: type[BaseModel]) -> object:
    """The `kind` that chooses a model."""
    info = model.model_fields.get("kind")
    return get_args(info.annotation)[0] if info else None


def _models(hint: object) -> Iterator[type[BaseModel]]:
    """The models of which a value with this annotation is one."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    elif get_origin(hint) not in (list, dict):
        for part in get_args(hint):
            yield from _models(part)


def _inside(hint: object, part: int | str) -> object:
    """The annotation one step further: an item, a value of a dict, a field."""
    if get_origin(hint) in (list, dict):
        return get_args(hint)[-1]
    for model in _models(hint):
        return model.model_fields[str(part)].annotation if part in model.model_fields else None
    return next((found for each in get_args(hint) if (found := _inside(each, part))), None)
