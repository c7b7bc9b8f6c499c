"""Sample figures about bread, one YAML file each with the numbers that they show: the style guide's, and the tests'.

A case has a `figure`, and any of `statistics`, `observations` (lists that a calculator would give) and `bands`.
What it doesn't say is filled in here.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from .charts import draw
from .charts.drawing import Drawing
from .composer import Composer
from .figures import pen
from .model.figure import AnyFigure, Figure
from .model.guide import Chapter, Guide, Home, Settings, Unit
from .model.source import Source
from .values import Value, Values
from .yaml_events import QUICK

GOLDEN = Path(__file__).resolve().parent.parent / "tests/charts/golden"
CASES = sorted(GOLDEN.glob("*/*.yml"))

STATISTIC = {
    "measures": "weight of loaves",
    "definition": "weight",
    "population": "loaves of one town",
    "period": "2025",
}
SOURCE = {
    "producer": "The Old Mill",
    "title": "Loaves",
    "published": "2025",
    "kind": "survey",
    "accessed": "2026-01-01",
    "grade": "B",
    "grade_reason": "One town.",
}
SETTINGS = Settings(
    title="Bread",
    short_title="Bread",
    description="About bread.",
    licence="CC BY 4.0",
    updated="2026-01-01",
    sections=["dough"],
    definitions={"weight": "Weight"},
    home=Home(headline="Bread", lead="Bread.", chapters=[Chapter(figure="dough/figure")]),
    units={
        "percent": Unit(name="percent", suffix="%"),
        "grams": Unit(name="grams", suffix=" g"),
        "minutes": Unit(name="minutes", suffix=" min"),
        "euros": Unit(name="euros", currency="EUR"),
    },
)


class Decimals(QUICK):  # type: ignore[misc]  # PyYAML's types leave open which loader it is
    """Reads 3.70 as it is written."""


def _exact(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(str(loader.construct_scalar(node)))


Decimals.add_constructor("tag:yaml.org,2002:float", _exact)


class Given(Values):
    """The values of a case: its statistics, and its observations in place of a calculator's."""

    def __init__(self, guide: Guide, observations: dict[str, Value]) -> None:
        super().__init__(guide)
        self.observations = observations

    def resolve(self, ref: str, *, mixed: bool = False) -> Value:
        """The value of a reference."""
        return self.observations[ref] if ref in self.observations else super().resolve(ref, mixed=mixed)


@dataclass(frozen=True)
class Case:
    """A figure with what is needed to draw it."""

    figure: Figure
    composer: Composer

    def draw(self) -> Drawing:
        """The figure, drawn."""
        return draw(self.figure, pen(self.figure, self.composer))


def read(path: Path) -> dict[str, Any]:
    """The raw case."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Decimals)  # a safe loader
    return found


def case(raw: dict[str, Any], read_in: str | None = None) -> Case:
    """A case ready to draw."""
    statistics = [STATISTIC | {"id": id_} | given for id_, given in raw.get("statistics", {}).items()]
    copy = {"read_in": {"publisher": read_in}} if read_in else {}
    source = Source.model_validate(SOURCE | copy | {"statistics": statistics, "bands": raw.get("bands", [])})
    guide = Guide(SETTINGS, {}, {"old-mill": source}, {}, {}, {})
    values = Given(guide, {name: _observations(given) for name, given in raw.get("observations", {}).items()})
    figure: Figure = TypeAdapter[Figure](AnyFigure).validate_python({"id": "figure", "title": "Bread."} | raw["figure"])
    return Case(figure, Composer(guide, values, "guide/dough.md"))


def _observations(given: dict[str, Any]) -> Value:
    numbers = tuple(None if number is None else Decimal(number) for number in given["numbers"])
    return Value(numbers, given["unit"], given["digits"], many=True)
