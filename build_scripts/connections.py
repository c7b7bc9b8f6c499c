"""What belongs together in a guide: parts that name the same statistics, sources and calculators, or each other.

Calculators that ask for the same numbers belong together as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from .model.base import ReferenceKind
from .model.guide import Guide
from .prose import links, references
from .site_map import ordered_calculators
from .walk import marked

KINDS = {"@": "source", "=": "value"}
"""What the references in a text name, by their marks."""


class Connections:
    """How near the parts of a guide are to one another.

    A part is a section, a claim or a calculator, written as `addresses.address` takes it. Parts are the nearer the more
    they have in common, and what few parts name says more than what many do.
    """

    def __init__(self, guide: Guide) -> None:
        self._sources = {each.id: id_ for id_, source in guide.sources.items() for each in source.statistics}
        self._named = {part: [part, *self._things(model)] for part, model in _parts(guide)}
        for id_ in guide.pages:
            self._named[f"calculator:{id_}"] += [f"input:{each.name}" for each in guide.calculators[id_].inputs]
        self._order = {part: place for place, part in enumerate(self._named)}
        self._naming: dict[str, list[str]] = defaultdict(list)
        for part, things in self._named.items():
            for thing in dict.fromkeys(things):
                self._naming[thing].append(part)

    def nearest(self, parts: Sequence[str]) -> list[str]:
        """Other parts, the nearest to these first; those with nothing in common are left out."""
        nearness: dict[str, float] = defaultdict(float)
        for thing in dict.fromkeys(thing for part in parts for thing in self._named[part]):
            naming = self._naming[thing]
            for other in naming:
                nearness[other] += 1 / len(naming)
        others = nearness.keys() - parts
        return sorted(others, key=lambda part: (-nearness[part], self._order[part]))

    def _things(self, model: BaseModel) -> Iterator[str]:
        for each in marked(model):
            if isinstance(each.kind, ReferenceKind):
                yield from self._named_by(each.kind.to, each.text)
            elif each.kind.markdown:
                for reference in references(each.text):
                    yield from self._named_by(KINDS.get(reference.mark, ""), reference.body)
                for link in links(each.text):
                    yield from self._named_by(*link.split(":", 1))

    def _named_by(self, kind: str, name: str) -> Iterator[str]:
        """A reference as the things it names: of a statistic also its source, of a figure its section."""
        if kind in ("value", "statistic"):
            for ref in re.split(r" [/-] ", name):
                calculator, dot, _ = ref.partition(".")
                yield from [f"calculator:{calculator}"] if dot else [f"statistic:{ref}", f"source:{self._sources[ref]}"]
        elif kind:
            yield f"section:{name.partition('/')[0]}" if kind == "figure" else f"{kind}:{name}"


def _parts(guide: Guide) -> Iterator[tuple[str, BaseModel]]:
    yield from ((f"section:{id_}", guide.sections[id_]) for id_ in guide.settings.sections)
    yield from ((f"claim:{id_}", guide.claims[id_]) for id_ in guide.settings.claims)
    yield from ((f"calculator:{id_}", guide.pages[id_]) for id_ in ordered_calculators(guide))
