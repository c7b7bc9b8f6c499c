"""Sources, claims, sections, charts, calculators and their worked examples that changed, came or went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from ..composer import Composer
from ..model.figure import Figure
from ..model.guide import Guide
from ..values import Value, Values
from .details import details
from .model import Detail, Item

KINDS = ("source", "claim", "section", "calculator")


@dataclass(frozen=True)
class _Named:
    """The things of one kind in one state of the guide, with their titles."""

    models: Mapping[str, BaseModel]
    titles: dict[str, str]


def items(before: Guide, after: Guide, renamed: dict[str, str]) -> list[Item]:
    """Every kind in turn, then charts, worked examples and the guide's settings; `renamed` gives a file's old name."""
    old, new = _kinds(before), _kinds(after)
    found = [item for kind in KINDS for item in _of_kind(kind, old[kind], new[kind], _former(kind, renamed))]
    sections = {f"{new_id}/": f"{old_id}/" for new_id, old_id in _former("section", renamed).items()}
    found += _of_kind("chart", old["chart"], new["chart"], _moved(new["chart"], sections))
    changed = details(before.settings, after.settings)
    settings = [Item("settings", "guide.yml", "Settings of the guide", "changed", details=changed)] if changed else []
    return [*found, *_examples(before, after), *settings]


def _kinds(guide: Guide) -> dict[str, _Named]:
    plain = Composer(guide, Values(guide), "").writer.plain
    figures = {
        f"{id_}/{block.id}": block
        for id_, section in guide.sections.items()
        for block in section.blocks
        if isinstance(block, Figure)
    }
    return {
        "source": _Named(guide.sources, {id_: f"{each.producer}: {each.title}" for id_, each in guide.sources.items()}),
        "claim": _Named(guide.claims, {id_: plain(each.title) for id_, each in guide.claims.items()}),
        "section": _Named(guide.sections, {id_: plain(each.title) for id_, each in guide.sections.items()}),
        "calculator": _Named(guide.pages, {id_: plain(each.title) for id_, each in guide.pages.items()}),
        "chart": _Named(figures, {ref: plain(each.title) for ref, each in figures.items()}),
    }


def _former(kind: str, renamed: dict[str, str]) -> dict[str, str]:
    """New id → old id of one kind's renamed files."""
    folder = f"content/{kind}s/"
    pairs = ((new, old) for new, old in renamed.items() if new.startswith(folder) and old.startswith(folder))
    return {new.removeprefix(folder)[:-4]: old.removeprefix(folder)[:-4] for new, old in pairs}


def _moved(charts: _Named, sections: dict[str, str]) -> dict[str, str]:
    """The old id of each chart whose section was renamed."""
    return {ref: old + ref[len(new) :] for ref in charts.models for new, old in sections.items() if ref.startswith(new)}


def _of_kind(kind: str, old: _Named, new: _Named, was: dict[str, str]) -> Iterator[Item]:
    told = ("statistics",) if kind == "source" else ("blocks",) if kind == "section" else ()
    kept = {id_: was.get(id_, id_) for id_ in new.models if was.get(id_, id_) in old.models}
    for id_, former in kept.items():
        differing = details(old.models[former], new.models[id_], told)
        if former != id_:
            yield Item(kind, id_, new.titles[id_], "renamed", was=former, details=differing)
        elif differing:
            yield Item(kind, id_, new.titles[id_], "changed", details=differing)
    yield from (Item(kind, id_, new.titles[id_], "added") for id_ in new.models if id_ not in kept)
    gone = [id_ for id_ in old.models if id_ not in kept.values()]
    yield from (Item(kind, id_, old.titles[id_], "removed") for id_ in gone)


def _examples(before: Guide, after: Guide) -> Iterator[Item]:
    """Worked examples that are answered differently; those of a new or removed calculator are told with it."""
    old, new = _answers(before), _answers(after)
    for ref, told in new.items():
        former = old.get(ref, {})
        differing = [
            Detail(name, former[name], told[name]) for name in told if former.get(name, told[name]) != told[name]
        ]
        if differing:
            yield Item(
                "worked example", ref, after.pages[ref.partition(".")[0]].nav_title, "changed", details=tuple(differing)
            )


def _answers(guide: Guide) -> dict[str, dict[str, str]]:
    values = Values(guide)
    return {
        f"{id_}.{example.id}": {
            name: _text(values.resolve(f"{id_}.{example.id}.{name}"), values) for name in example.numbers
        }
        for id_, spec in guide.calculators.items()
        for example in spec.examples
    }


def _text(value: Value, values: Values) -> str:
    if not value.many:
        return values.text(value)
    return ", ".join("–" if each is None else values.format(each, value.unit, value.digits) for each in value.numbers)
