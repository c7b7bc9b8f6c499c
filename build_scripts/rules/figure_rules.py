"""Figures: like is compared with like, and a share is a share."""

from collections.abc import Iterator

from ..model.base import ReferenceKind
from ..model.figure import BandsFigure, Bars, Dots, Figure, Pictogram, Ranges, StackedBar
from ..validate import Checked, Finding, Rule
from ..values import Value
from ..walk import marked

ONE_AXIS = (Pictogram, Ranges, Dots, Bars, StackedBar)
"""Figures that put several values on one axis."""


def figures_compare_like_with_like(checked: Checked) -> Iterator[Finding]:
    """Values of different units never share an axis, and of different definitions only where `mixes` says so."""
    for file, path, figure in _figures(checked):
        values = [value for value in values_of(checked, figure) if not value.operation]
        units = {value.unit for value in values}
        definitions = {value.definition for value in values if value.statistic}
        if isinstance(figure, ONE_AXIS) and len(units) > 1:
            names = ", ".join(sorted(units))
            yield Finding(file, path, f"the units {names} share an axis", "draw one figure a unit")
        if isinstance(figure, ONE_AXIS) and len(definitions) > 1 and not figure.mixes:
            names = ", ".join(sorted(str(name) for name in definitions))
            remedy = "draw one figure a definition, or say in “mixes” why they stand together"
            yield Finding(file, path, f"the definitions {names} share an axis", remedy)


def bands_share_a_scale(checked: Checked) -> Iterator[Finding]:
    """The rows of a bands figure have one unit."""
    units = {bands.id: bands.unit for source in checked.guide.sources.values() for bands in source.bands}
    for file, path, figure in _figures(checked):
        if isinstance(figure, BandsFigure):
            found = {units[row.bands] for row in figure.rows if row.bands in units}
            if len(found) > 1:
                names = ", ".join(sorted(found))
                yield Finding(file, path, f"the units {names} share an axis", "draw one figure a unit")


def pictograms_show_shares(checked: Checked) -> Iterator[Finding]:
    """A pictogram of a hundred shows a share between 0 and 100 percent."""
    for file, path, figure in _figures(checked):
        if isinstance(figure, Pictogram):
            for index, grid in enumerate(figure.grids):
                value = checked.found(grid.value)
                if value and not (value.unit == "percent" and len(value.numbers) == 1 and 0 <= value.number <= 100):
                    where = (*path, "grids", index, "value")
                    yield Finding(file, where, f"“{grid.value}” is no share of 100", "name a percentage")


def _figures(checked: Checked) -> Iterator[tuple[str, tuple[str | int, ...], Figure]]:
    for id_, section in checked.guide.sections.items():
        for index, block in enumerate(section.blocks):
            if isinstance(block, Figure):
                yield f"content/sections/{id_}.yml", ("blocks", index), block


def values_of(checked: Checked, figure: Figure) -> list[Value]:
    """What a figure shows, without what can't be resolved."""
    refs = [each.text for each in marked(figure) if isinstance(each.kind, ReferenceKind) and each.kind.to == "value"]
    return [value for ref in refs if (value := checked.found(ref))]


RULES: list[Rule] = [figures_compare_like_with_like, bands_share_a_scale, pictograms_show_shares]
