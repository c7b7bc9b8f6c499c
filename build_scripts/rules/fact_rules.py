"""Facts: units, definitions and facets are known, and nothing is there that no page shows."""

from collections.abc import Iterator

from ..revisions import changes_of
from ..validate import Checked, Finding, Rule
from ..wording import nearest


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


def bands_use_known_units(checked: Checked) -> Iterator[Finding]:
    """The unit of bands is named in guide.yml."""
    units = set(checked.guide.settings.units)
    for id_, source in checked.guide.sources.items():
        for index, bands in enumerate(source.bands):
            if bands.unit not in units:
                remedy = nearest(bands.unit, units, "add it under “units” in guide.yml")
                path = ("bands", index, "unit")
                yield Finding(f"content/sources/{id_}.yml", path, f"there is no unit “{bands.unit}”", remedy)


def successors_exist(checked: Checked) -> Iterator[Finding]:
    """A statistic is superseded by another that exists."""
    names = checked.names("statistic")
    for id_, source in checked.guide.sources.items():
        for index, statistic in enumerate(source.statistics):
            newer, file, path = statistic.superseded_by, f"content/sources/{id_}.yml", ("statistics", index)
            remedy = "name the newer statistic's id"
            if newer == statistic.id:
                yield Finding(file, (*path, "superseded_by"), f"“{newer}” can't supersede itself", remedy)
            elif newer and newer not in names:
                remedy = nearest(newer, names, remedy)
                yield Finding(file, (*path, "superseded_by"), f"there is no statistic “{newer}”", remedy)


def successors_end(checked: Checked) -> Iterator[Finding]:
    """Following the newer figure leads to one that nothing supersedes."""
    newer = {each.id: each.superseded_by for source in checked.guide.sources.values() for each in source.statistics}
    for id_, source in checked.guide.sources.items():
        for index, statistic in enumerate(source.statistics):
            seen, last = {statistic.id}, statistic.superseded_by
            while last and last not in seen:
                seen.add(last)
                last = newer.get(last)
            if last == statistic.id and statistic.superseded_by != statistic.id:
                path, message = ("statistics", index, "superseded_by"), f"“{last}” supersedes itself in a circle"
                yield Finding(f"content/sources/{id_}.yml", path, message, "leave the newest one's out")


def revisions_change_something(checked: Checked) -> Iterator[Finding]:
    """An old value is not the one that followed it, and no change is later than the guide's own day."""
    updated = checked.guide.settings.updated
    for id_, source in checked.guide.sources.items():
        file = f"content/sources/{id_}.yml"
        for index, statistic in enumerate(source.statistics):
            for change in changes_of(id_, statistic):
                day, path = change.revision.date, ("statistics", index, "revisions", change.index)
                if change.old == change.new:
                    message = f"the figure did not change on {day}: the same value followed"
                    yield Finding(file, path, message, "write what stood there before, or delete this revision")
                if day > updated:
                    message = f"{day} is after “updated” in guide.yml ({updated})"
                    yield Finding(file, (*path, "date"), message, "correct one of the two")


def statistics_are_shown(checked: Checked) -> Iterator[Finding]:
    """A statistic that no page cites is forgotten or superfluous; a superseded one keeps its permalink."""
    shown = checked.used
    for id_, source in checked.guide.sources.items():
        for index, statistic in enumerate(source.statistics):
            if statistic.id not in shown and not statistic.superseded_by:
                path = ("statistics", index, "id")
                message = f"nothing shows the statistic “{statistic.id}”"
                yield Finding(f"content/sources/{id_}.yml", path, message, "cite it or delete it", "unshown")


def sources_are_cited(checked: Checked) -> Iterator[Finding]:
    """A source without statistics that nothing cites is forgotten or superfluous."""
    named = checked.used
    for id_, source in checked.guide.sources.items():
        given = {id_, *(each.id for each in source.bands)}
        if not source.statistics and not given & named:
            remedy = "cite it or delete its file"
            yield Finding(f"content/sources/{id_}.yml", (), f"nothing cites the source “{id_}”", remedy, "uncited")


def copies_are_declared(checked: Checked) -> Iterator[Finding]:
    """A source that nobody opened says which copy was read."""
    for id_, source in checked.guide.sources.items():
        if not source.opened and not source.read_in:
            message = "nobody opened the original, and no copy is named"
            yield Finding(f"content/sources/{id_}.yml", ("opened",), message, "name what was read under “read_in”")


RULES: list[Rule] = [
    statistics_use_known_words,
    bands_use_known_units,
    successors_exist,
    successors_end,
    revisions_change_something,
    statistics_are_shown,
    sources_are_cited,
    copies_are_declared,
]
WARNINGS = {"unshown", "uncited"}
