"""Where readers meet what a content file says: the page, the chart, the claim, the calculator's box."""

from collections.abc import Iterator
from dataclasses import dataclass

from .composer import Composer
from .model.calculator import CalculatorPage
from .model.figure import Figure
from .model.guide import Guide, Settings
from .model.section import Claim, Section
from .uses import Use, uses
from .validate import files_of
from .values import Values


@dataclass(frozen=True, order=True)
class Place:
    """Where a reader meets something.

    Attributes:
        kind: What it is there: ``page``, ``chart``, ``claim``, ``calculator default``, ``benchmark`` or ``source``.
        title: The name of the page, chart, claim, box or source.
        target: Its address as `addresses.address` takes it.
    """

    kind: str
    title: str
    target: str


class Places:
    """The places of one guide."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._models = files_of(guide)
        self._plain = Composer(guide, Values(guide), "").writer.plain

    def by_id(self) -> dict[str, list[Place]]:
        """Each id that is named anywhere, with the places that name it, each once."""
        found: dict[str, dict[Place, None]] = {}
        for use in uses(self._models):
            for place in self._of_use(use):
                found.setdefault(use.id, {})[place] = None
        return {id_: list(there) for id_, there in found.items()}

    def of(self, file: str) -> Place:
        """Where a whole content file is read."""
        model, id_ = self._models[file], _id(file)
        if isinstance(model, Section):
            return Place("page", model.nav_title, f"section:{id_}")
        if isinstance(model, Claim):
            return Place("claim", self._plain(model.title), f"claim:{id_}")
        if isinstance(model, CalculatorPage):
            return Place("page", model.nav_title, f"calculator:{id_}")
        if isinstance(model, Settings):
            return Place("page", model.short_title, "page:home")
        return Place("source", self.guide.sources[id_].producer, f"source:{id_}")

    def _of_use(self, use: Use) -> Iterator[Place]:
        model = self._models[use.file]
        figure = _figure(use, model) if isinstance(model, Section) else None
        if figure:
            yield from self._of_figure(f"{_id(use.file)}/{figure.id}", figure)
        elif isinstance(model, CalculatorPage) and use.path[-1] == "default":
            title = f"{model.nav_title}: {model.inputs[str(use.path[1])].label}"
            yield Place("calculator default", title, f"calculator:{_id(use.file)}")
        elif isinstance(model, CalculatorPage) and use.path[0] == "benchmarks":
            yield Place("benchmark", model.nav_title, f"calculator:{_id(use.file)}")
        else:
            yield self.of(use.file)

    def _of_figure(self, ref: str, figure: Figure) -> Iterator[Place]:
        yield Place("chart", self._plain(figure.title), f"figure:{ref}")
        home = self.guide.settings.home
        if ref in (home.hero, *(chapter.figure for chapter in home.chapters)):
            yield self.of("content/guide.yml")


def _figure(use: Use, section: Section) -> Figure | None:
    block = section.blocks[use.path[1]] if use.path[0] == "blocks" and isinstance(use.path[1], int) else None
    return block if isinstance(block, Figure) else None


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")
