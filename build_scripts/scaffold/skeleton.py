"""Fields and their meanings as YAML: the comments are the models' own descriptions."""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from ..yaml_reader import parse

COMMENT_COLUMN = 34
"""Comments line up where the values leave room."""


def skeleton(model: type[BaseModel], values: Mapping[str, object], notes: Mapping[str, str] | None = None) -> str:
    """One field a line, each with its description, or with the note given for it here."""
    told = {name: info.description or "" for name, info in model.model_fields.items()} | dict(notes or {})
    return "".join(_field(name, value, told.get(name, "")) for name, value in values.items())


def item(text: str) -> str:
    """The fields as an item of a list: “- ” before the first, the others below it."""
    lines = text.splitlines(keepends=True)
    return "".join(f"{'  - ' if number == 0 else '    '}{line}" for number, line in enumerate(lines))


def _field(name: str, value: object, meaning: str) -> str:
    line = f"{name}: {_scalar(value)}"
    return f"{line:<{COMMENT_COLUMN}}  # {meaning}\n" if meaning else f"{line}\n"


def _scalar(value: object) -> str:
    """Plain where YAML reads it as the same text, else in quotes."""
    text = str(value)
    plain = not isinstance(value, str) or parse(f"a: {text}").data == {"a": text}
    return text if plain else json.dumps(text, ensure_ascii=False)
