"""Facts: units, definitions and facets are known, like is compared with like, grade C is history or a warning."""

from collections.abc import Iterator

from ..model.base import ReferenceKind, TextKind
from ..model.figure import Bars, Dots, Figure, Pictogram, Ranges, StackedBar
from ..model.guide import Guide
from ..model.source import Source
from ..prose import references
from ..validate import Checked, Finding, Rule, every_marked, figures_of
from ..values import IncomparableError, UnknownReferenceError, Value
from ..walk import marked
from ..wording import nearest

ONE_AXIS = (Pictogram, Ranges, Dots, Bars, StackedBar)
"""Figures that put several values on one axis."""


def statistics_use_known_words(checked: Checked) -> Iterator[Finding]:
    """A statistic's unit, definition and facets are named in guide.yml."""
    settings = checked.guide.settings
    known = {"unit": set(settings.units), "definition": set(settings.definitions)}
    for id_, source in checked.guide.sources.items():
        file = f"content/sources/{id_}.yml"
        for index, statistic in enumerate(source.statistics):
            for name, names in known.items():
                word = getattr(statistic, name)
                if word not in names:
                    remedy = nearest(word, names, f"add it under “{name}s” in guide.yml")
                    yield Finding(file, ("statistics", index, name), f"there is no {name} “{word}”", remedy)
            for facet in statistic.facets:
                if facet not in settings.facets:
                    path = ("statistics", index, "facets", facet)
                    remedy = nearest(facet, set(settings.facets), "add it under “facets” in guide.yml")
                    yield Finding(file, path, f"there is no facet “{facet}”", remedy)


def successors_exist(checked: Checked) -> Iterator[Finding]:
    """A statistic is superseded by one that exists."""
    names = checked.names("statistic")
    for id_, source in checked.guide.sources.items():
        for index, statistic in enumerate(source.statistics):
            newer = statistic.superseded_by
            if newer and newer not in names:
                path = ("statistics", index, "superseded_by")
                remedy = nearest(newer, names, "name the newer statistic's id")
                yield Finding(f"content/sources/{id_}.yml", path, f"there is no statistic “{newer}”", remedy)


def figures_compare_like_with_like(checked: Checked) -> Iterator[Finding]:
    """Values of different units never share an axis, and of different definitions only where `mixes` says so."""
    for file, path, figure in _figures(checked):
        values = [value for value in _values(checked, figure) if not value.operation]
        units = {value.unit for value in values}
        definitions = {value.definition for value in values if value.statistic}
        if isinstance(figure, ONE_AXIS) and len(units) > 1:
            names = ", ".join(sorted(units))
            yield Finding(file, path, f"the units {names} share an axis", "draw one figure a unit")
        if isinstance(figure, ONE_AXIS) and len(definitions) > 1 and not figure.mixes:
            names = ", ".join(sorted(str(name) for name in definitions))
            remedy = "draw one figure a definition, or say in “mixes” why they stand together"
            yield Finding(file, path, f"the definitions {names} share an axis", remedy)


def pictograms_show_shares(checked: Checked) -> Iterator[Finding]:
    """A pictogram of a hundred shows a share between 0 and 100 percent."""
    for file, path, figure in _figures(checked):
        if isinstance(figure, Pictogram):
            for index, grid in enumerate(figure.grids):
                value = _value(checked, grid.value)
                if value and not (value.unit == "percent" and 0 <= value.number <= 100):
                    where = (*path, "grids", index, "value")
                    yield Finding(file, where, f"“{grid.value}” is no share of 100", "name a percentage")


def grade_c_never_leads(checked: Checked) -> Iterator[Finding]:
    """Grade C feeds no chapter of the home page, unless a claim is checked there or the ledger says what it is."""
    for index, chapter in enumerate(checked.guide.settings.home.chapters):
        figure = _figure(checked.guide, chapter.figure)
        if not figure or chapter.claim or figure.ledger.grade:
            continue
        weak = [
            each.id
            for value in _values(checked, figure)
            for each in value.statistics
            if _grade(checked, each.id) == "C"
        ]
        if weak:
            path = ("home", "chapters", index, "figure")
            message = f"“{weak[0]}” has grade C and leads a chapter of the home page"
            yield Finding("content/guide.yml", path, message, "name the claim it belongs to, or say so in its ledger")


def statistics_are_shown(checked: Checked) -> Iterator[Finding]:
    """A statistic that no page cites is forgotten or superfluous."""
    shown = {name for ref in _every_reference(checked) for part in (" / ", " - ") for name in ref.split(part)}
    for id_, source in checked.guide.sources.items():
        for index, statistic in enumerate(source.statistics):
            if statistic.id not in shown:
                path = ("statistics", index, "id")
                message = f"nothing shows the statistic “{statistic.id}”"
                yield Finding(f"content/sources/{id_}.yml", path, message, "cite it or delete it", warning=True)


def copies_are_declared(checked: Checked) -> Iterator[Finding]:
    """A source that nobody opened says which copy was read."""
    for id_, source in checked.guide.sources.items():
        if not source.opened and not source.read_in:
            message = "nobody opened the original, and no copy is named"
            yield Finding(f"content/sources/{id_}.yml", ("opened",), message, "name what was read under “read_in”")


def _figures(checked: Checked) -> Iterator[tuple[str, tuple[str | int, ...], Figure]]:
    for id_, section in checked.guide.sections.items():
        for index, block in enumerate(section.blocks):
            if isinstance(block, Figure):
                yield f"content/sections/{id_}.yml", ("blocks", index), block


def _figure(guide: Guide, ref: str) -> Figure | None:
    section, _, id_ = ref.partition("/")
    figures = figures_of(guide, section) if section in guide.sections else []
    return next((figure for figure in figures if figure.id == id_), None)


def _values(checked: Checked, figure: Figure) -> list[Value]:
    refs = [each.text for each in marked(figure) if isinstance(each.kind, ReferenceKind) and each.kind.to == "value"]
    found = [_value(checked, ref) for ref in refs]
    return [value for value in found if value]


def _value(checked: Checked, ref: str) -> Value | None:
    try:
        return checked.values.resolve(ref, mixed=True)
    except (UnknownReferenceError, IncomparableError):
        return None


def _grade(checked: Checked, statistic: str) -> str:
    source: Source = checked.values.source_of(statistic)
    own = next(each.grade for each in source.statistics if each.id == statistic)
    return own or source.grade


def _every_reference(checked: Checked) -> Iterator[str]:
    for _, each in every_marked(checked):
        if isinstance(each.kind, ReferenceKind):
            yield each.text
        elif isinstance(each.kind, TextKind) and each.kind.markdown:
            yield from (reference.body for reference in references(each.text))


RULES: list[Rule] = [
    statistics_use_known_words,
    successors_exist,
    figures_compare_like_with_like,
    pictograms_show_shares,
    grade_c_never_leads,
    statistics_are_shown,
    copies_are_declared,
]
