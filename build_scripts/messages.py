"""Validation errors in an editor's words: where, what was expected and found, what to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .yaml_reader import Path_

NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
LONGEST_QUOTE = 40
EXPECTED = {
    "string": "text",
    "dict": "fields (key: value)",
    "list": "a list (lines that start with “- ”)",
    "int": "a whole number",
    "bool": "true or false",
    "model": "fields (key: value)",
}
PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("an id", "use lowercase letters, digits and single hyphens"),
    r"^\d{4}-\d{2}-\d{2}$": ("a date", "write it as year-month-day, such as 2026-11-23, in quotes"),
    r"^https://[^\s]+$": ("an address that starts with https://", "give the publisher's page or leave the field out"),
}


@dataclass(frozen=True)
class Explained:
    """One finding: the road to the value and the words."""

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


def quoted(value: object) -> str:
    """The value as found, short enough for a line."""
    if isinstance(value, dict):
        return "fields"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"“{str(value).lower()}”"
    text = " ".join(str(value).split())
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return f"the text “{short}”" if isinstance(value, str) else f"the number {short}"


def _explained(error: ErrorDetails, model: type[BaseModel]) -> Explained:
    path = _path(error["loc"])
    kind, found, context = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "extra_forbidden":
        return Explained(path, True, f"there is no field “{path[-1]}” here", _did_you_mean(path, model))
    if kind == "missing":
        return Explained(path, False, "this field is missing", "add it")
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _kind(path, found, context)
    message, remedy = _wording(kind, found, context)
    return Explained(path, False, message, remedy)


def _wording(kind: str, found: object, context: dict[str, Any]) -> tuple[str, str]:
    if found is None:
        return "there is nothing after the colon", "write a value or delete the line"
    if kind == "value_error":
        message, _, remedy = str(context["error"]).partition("; ")
        if not remedy:
            return f"{message}, found {quoted(found)}", "write the figure alone, without quotes, signs or words"
        return message, remedy
    if kind == "string_pattern_mismatch":
        expected, remedy = PATTERNS.get(context["pattern"], ("text of another form", "see the README"))
        return f"expected {expected}, found {quoted(found)}", remedy
    if kind == "literal_error":
        return _choice(found, re.findall(r"'([^']*)'", context["expected"]))
    if kind in ("string_too_short", "too_short"):
        return "there must be at least one", "write it or delete the field"
    if kind == "too_long":
        return f"at most {context['max_length']} are allowed, found {context['actual_length']}", "remove some"
    if kind == "greater_than_equal":
        return f"expected {context['ge']} or more, found {quoted(found)}", "correct the number"
    expected = EXPECTED.get(kind.removesuffix("_type"), "another kind of value")
    remedy = "put it in quotes" if expected == "text" and not isinstance(found, dict | list) else "correct the value"
    return f"expected {expected}, found {quoted(found)}", remedy


def _choice(found: object, choices: list[str]) -> tuple[str, str]:
    near = get_close_matches(str(found), choices, n=1)
    remedy = f"did you mean “{near[0]}”?" if near else "choose one of them"
    return f"expected one of {', '.join(choices)}; found {quoted(found)}".replace("; ", ", "), remedy


def _kind(path: Path_, found: object, context: dict[str, Any]) -> Explained:
    if "expected_tags" not in context:
        return Explained(path, False, "this block has no “kind”", "add one, such as “kind: text”")
    kinds = re.findall(r"'([^']*)'", context["expected_tags"])
    near = get_close_matches(str(context["tag"]), kinds, n=1)
    remedy = f"did you mean “{near[0]}”?" if near else f"choose one of {', '.join(kinds)}"
    return Explained((*path, "kind"), False, f"there is no kind “{context['tag']}”", remedy)


def _did_you_mean(path: Path_, model: type[BaseModel]) -> str:
    names = sorted({name for fields in _models_at(path[:-1], model) for name in fields.model_fields})
    near = get_close_matches(str(path[-1]), names, n=1)
    if path == ("id",):
        return "delete it: the file's name is its id"
    return f"did you mean “{near[0]}”?" if near else f"the fields are {', '.join(names)}"


def _models_at(path: Path_, model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that may stand at the end of a path: every model reachable by its field names."""
    level: list[type[BaseModel]] = [model]
    for part in path:
        if isinstance(part, str):
            fields = [each.model_fields[part].annotation for each in level if part in each.model_fields]
            level = [found for annotation in fields for found in models_in(annotation)] or level
    yield from level


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Every model named in an annotation, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)


def _path(location: tuple[int | str, ...]) -> Path_:
    """The road through the file: pydantic also names a block's kind, which is no step in it."""
    return location[:2] + location[3:] if location[:1] == ("blocks",) else location
