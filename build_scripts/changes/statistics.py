"""Statistics that changed, came, went or were given another id."""

from decimal import Decimal

from ..bibliography import attribution
from ..model.guide import Guide
from ..model.source import Statistic
from ..places import Place, Places
from ..values import Values
from .model import Detail, Item


class _Side:
    """One state of the guide: each statistic with what is told of it."""

    def __init__(self, guide: Guide) -> None:
        self.guide, self.values = guide, Values(guide)
        self.statistics = {each.id: each for source in guide.sources.values() for each in source.statistics}
        self.places = Places(guide).by_id()

    def told(self, id_: str) -> dict[str, str]:
        """Every fact of a statistic in words, by the name of its field."""
        each, source = self.statistics[id_], self.values.source_of(id_)
        settings = self.guide.settings
        return {
            "value": self.text(id_),
            "unit": settings.units[each.unit].name,
            "measures": each.measures,
            "definition": settings.definitions[each.definition],
            "population": each.population,
            "period": each.period,
            "source": attribution(source),
            "grade": each.grade or source.grade,
            "basis": each.basis,
            "aggregate": each.aggregate,
            "superseded by": each.superseded_by or "",
            "revisions": ", ".join(sorted(revision.date for revision in each.revisions)),
            "facets": ", ".join(f"{facet}: {word}" for facet, word in sorted(each.facets.items())),
        }

    def text(self, id_: str) -> str:
        return self.values.text(self.values.resolve(id_))

    def title(self, id_: str) -> str:
        return f"{self.text(id_)} {self.statistics[id_].measures}"


def statistics(before: Guide, after: Guide) -> list[Item]:
    """Changed and renamed ones first, then the added, then the removed."""
    old, new = _Side(before), _Side(after)
    was = _renamed(old, new)
    kept = {id_: was.get(id_, id_) for id_ in new.statistics if was.get(id_, id_) in old.statistics}
    changed = [found for id_, former in kept.items() if (found := _changed(old, former, new, id_))]
    added = [Item("statistic", id_, new.title(id_), "added", shown=_shown(new, id_)) for id_ in _gone(new, kept)]
    removed = [
        Item("statistic", id_, old.title(id_), "removed", shown=_shown(old, id_)) for id_ in _gone(old, kept.values())
    ]
    return [*changed, *added, *removed]


def _gone(side: _Side, kept: object) -> list[str]:
    names = set(kept)  # type: ignore[call-overload]  # a dict's keys or values
    return [id_ for id_ in side.statistics if id_ not in names]


def _renamed(old: _Side, new: _Side) -> dict[str, str]:
    """New id → old id, where value, measure and source are the same and only one fits."""
    gone = [id_ for id_ in old.statistics if id_ not in new.statistics]
    found: dict[str, str] = {}
    for id_ in new.statistics:
        alike = [former for former in gone if _core(old, former) == _core(new, id_)]
        if id_ not in old.statistics and len(alike) == 1:
            found[id_] = alike[0]
            gone.remove(alike[0])
    return found


def _core(side: _Side, id_: str) -> tuple[object, ...]:
    each, source = side.statistics[id_], side.values.source_of(id_)
    return each.value, each.low, each.high, each.unit, each.measures, source.producer, source.title


def _changed(old: _Side, former: str, new: _Side, id_: str) -> Item | None:
    told, now = old.told(former), new.told(id_)
    details = tuple(Detail(name, told[name], now[name]) for name in now if told[name] != now[name])
    if not details and former == id_:
        return None
    return Item(
        kind="statistic",
        id=id_,
        title=now["measures"],
        state="changed" if former == id_ else "renamed",
        was=None if former == id_ else former,
        details=details,
        relative=relative(old.statistics[former], new.statistics[id_]),
        shown=_shown(new, id_),
    )


def relative(old: Statistic, new: Statistic) -> str | None:
    """By how much one number changed; None for another unit, a range, or from nought.

    The sign is always written, so that “+3.2%” can't be read as a share.
    """
    if old.value is None or new.value is None or old.value in (0, new.value) or old.unit != new.unit:
        return None
    share = (new.value - old.value) / abs(old.value) * 100
    digits = Decimal("0.1") if abs(share) < 100 else Decimal(1)
    return f"{share.quantize(digits):+}%".replace("-", "−")


def _shown(side: _Side, id_: str) -> tuple[Place, ...]:
    return tuple(side.places.get(id_, ()))
