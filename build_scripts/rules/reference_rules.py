"""References: everything named exists, everything that exists is named."""

from collections import Counter
from collections.abc import Iterator

from ..model.base import ReferenceKind
from ..model.section import Heading
from ..validate import Checked, Finding, Rule, figures_of
from ..values import IncomparableError, UnknownReferenceError
from ..walk import Marked
from ..wording import nearest


def ids_exist(checked: Checked) -> Iterator[Finding]:
    """A field that names a source, section, claim, calculator, statistic, figure or bands names one that exists."""
    for file, each in checked.marked:
        if isinstance(each.kind, ReferenceKind) and each.kind.to != "value":
            names = checked.names(each.kind.to)
            if each.text not in names:
                remedy = nearest(each.text, names, f"write its file or name one of {len(names)} that exist")
                yield Finding(file, each.path, f"there is no {each.kind.to} “{each.text}”", remedy)


def values_exist(checked: Checked) -> Iterator[Finding]:
    """A field that names a value names a statistic or a result of a worked example."""
    for file, each in checked.marked:
        if isinstance(each.kind, ReferenceKind) and each.kind.to == "value":
            yield from value_findings(checked, file, each.path, each.text)
            yield from _undrawable(checked, file, each)


def _undrawable(checked: Checked, file: str, each: Marked) -> Iterator[Finding]:
    value, wants_list = checked.found(each.text), each.path[-1] == "values"
    if value and value.many and not wants_list:
        yield Finding(
            file, each.path, f"“{each.text}” is a list, here stands one number", "name its mean or its median"
        )
    elif value and not value.many and wants_list:
        remedy = "name a result with one value an observation"
        yield Finding(file, each.path, f"“{each.text}” is one number, here stands a list", remedy)
    elif value and not value.many and None in value.numbers:
        yield Finding(file, each.path, f"“{each.text}” is undefined", "name a result that the example gives")


def value_findings(checked: Checked, file: str, path: tuple[str | int, ...], ref: str) -> Iterator[Finding]:
    """What is wrong with one reference to a value; only what is computed may still be wrong when it is found."""
    if checked.found(ref) and not any(operation in ref for operation in (" / ", " - ")):
        return
    try:
        checked.values.resolve(ref, mixed=_says_that_it_mixes(checked, file, path))
    except UnknownReferenceError as error:
        remedy = f"did you mean “{error.suggestion}”?" if error.suggestion else "name a statistic or a worked example"
        yield Finding(file, path, f"there is no value “{error.ref}”", remedy)
    except IncomparableError as error:
        yield Finding(file, path, f"“{ref}” can't be computed: {error}", "name two values of one definition")


def _says_that_it_mixes(checked: Checked, file: str, path: tuple[str | int, ...]) -> bool:
    model: object = checked.models[file]
    for part in path:
        if getattr(model, "mixes", None):
            return True
        model = getattr(model, part) if isinstance(part, str) and not isinstance(model, dict) else _item(model, part)
    return False


def _item(model: object, part: str | int) -> object:
    return model[part] if isinstance(model, dict | list) else None  # type: ignore[index]  # the path fits the model


def ids_are_unique(checked: Checked) -> Iterator[Finding]:
    """The ids of statistics and of bands are unique in the guide, those of headings and figures in their section."""
    guide = checked.guide
    for kind in ("statistics", "bands"):
        seen: dict[str, str] = {}
        for id_, source in guide.sources.items():
            for index, each in enumerate(getattr(source, kind)):
                first = seen.setdefault(each.id, id_)
                if (first, index) != (id_, [other.id for other in getattr(source, kind)].index(each.id)):
                    message = f"the id “{each.id}” is taken (sources/{first}.yml)"
                    yield Finding(f"content/sources/{id_}.yml", (kind, index, "id"), message, "choose another id")


def anchors_are_unique(checked: Checked) -> Iterator[Finding]:
    """Headings and figures of one section have different ids."""
    for id_, section in checked.guide.sections.items():
        anchors = [block.id for block in section.blocks if isinstance(block, Heading)]
        anchors += [figure.id for figure in figures_of(checked.guide, id_)]
        for anchor, count in Counter(anchors).items():
            if count > 1:
                yield Finding(
                    f"content/sections/{id_}.yml", ("blocks",), f"the id “{anchor}” stands here twice", "change one"
                )


def files_are_listed(checked: Checked) -> Iterator[Finding]:
    """A section or claim that has a file is in the guide's list."""
    settings = checked.guide.settings
    for name, listed, there in (
        ("sections", settings.sections, checked.guide.sections),
        ("claims", settings.claims, checked.guide.claims),
    ):
        for id_ in there:
            if id_ not in listed:
                message = f"“{id_}” is not in the guide: guide.yml doesn't list it under “{name}”"
                yield Finding(f"content/{name}/{id_}.yml", (), message, "add it there or delete this file")


def files_are_listed_once(checked: Checked) -> Iterator[Finding]:
    """The guide lists each section and each claim once."""
    for name in ("sections", "claims"):
        listed = getattr(checked.guide.settings, name)
        for index, id_ in enumerate(listed):
            if id_ in listed[:index]:
                yield Finding("content/guide.yml", (name, index), f"“{id_}” stands here twice", "keep one")


RULES: list[Rule] = [
    ids_exist,
    values_exist,
    ids_are_unique,
    anchors_are_unique,
    files_are_listed,
    files_are_listed_once,
]
