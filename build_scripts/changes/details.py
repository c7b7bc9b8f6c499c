"""The fields of two models that differ, texts apart: numbers, choices, dates, addresses, ids."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from ..model.base import TextKind
from ..walk import marked
from ..yaml_error import Path_
from .model import Detail

NAMES = ("id", "name", "claim", "calculator", "figure", "kind")
"""What tells the items of a list apart; an item's place would change whenever one is put before it."""


def details(old: BaseModel, new: BaseModel, without: tuple[str, ...] = ()) -> tuple[Detail, ...]:
    """Every field that differs, by its road; `without` names fields that are told otherwise."""
    before, after = _leaves(old, without), _leaves(new, without)
    roads = [*before, *(road for road in after if road not in before)]
    pairs = [Detail(road, before.get(road, ""), after.get(road, "")) for road in roads]
    return tuple(each for each in pairs if each.old != each.new)


def _leaves(model: BaseModel, without: tuple[str, ...]) -> dict[str, str]:
    texts = {each.path for each in marked(model) if isinstance(each.kind, TextKind)}
    data = {name: value for name, value in model.model_dump(exclude_defaults=True).items() if name not in without}
    return dict(_walk(data, (), (), texts))


def _walk(value: object, path: Path_, road: Path_, texts: set[Path_]) -> Iterator[tuple[str, str]]:
    """Leaves that are no text, by their road; a list of plain values is one leaf."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(each, (*path, key), (*road, key), texts)
    elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        for index, (name, each) in enumerate(zip(_names(value), value, strict=True)):
            yield from _walk(each, (*path, index), (*road, name), texts)
    elif value is not None and not {path, (*path, 0)} & texts:
        yield ".".join(map(str, road)), _word(value)


def _word(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _names(items: list[object]) -> list[str]:
    """One name an item; items of one name are counted."""
    seen: Counter[str] = Counter()
    names = []
    for each in items:
        name = next((str(each[key]) for key in NAMES if key in each), "") if isinstance(each, dict) else ""
        seen[name] += 1
        names.append(name if name and seen[name] == 1 else f"{name} {seen[name]}".strip())
    return names
