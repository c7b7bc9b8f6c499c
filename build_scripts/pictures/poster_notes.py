"""What stands under a panel of the poster: the cells of the ledger line as two short texts."""

from dataclasses import dataclass

from ..charts.drawing import Drawing, ended, opened
from ..composer import Composer
from ..ledger import Cell, ledger
from ..model.figure import Figure
from ..model.source import NOT_STATED
from .sheet import Sheet, Type

TEXT = Type("Public Sans", 17, 400, 24.2, "ink")
OVER = 32.0
"""Air and rule over the first text of a row."""

MARK = 34.0
"""The width of a grade's box with the air beside it."""


@dataclass(frozen=True)
class Notes:
    """The texts under a panel.

    Attributes:
        what: What is mixed, what was measured, on whom, when, and what is to be known of the grade.
        source: Where it comes from.
        grades: The letters, shown as boxes.
    """

    what: str
    source: str
    grades: tuple[str, ...]

    def height(self, sheet: Sheet, width: float) -> float:
        """About how high they are on lines of that width."""
        words = f"{self.what} Source: {self.source}"
        return OVER + len(sheet.wrap(words, width - MARK * len(self.grades), TEXT)) * TEXT.leading


def notes(figure: Figure, drawing: Drawing, composer: Composer) -> Notes:
    """The ledger line as running text; cells that say nothing are left out."""
    cells = {cell.name: cell for cell in ledger(figure, drawing, composer)}
    source = cells.pop("Source")
    mixes = composer.writer.plain(figure.mixes) if figure.mixes else ""
    said = [mixes, *(_said(cell) for cell in cells.values() if cell.words != NOT_STATED)]
    return Notes(
        what=" ".join(ended(opened(each)) for each in said if each),
        source=ended(source.words),
        grades=cells["Grade"].grades,
    )


def _said(cell: Cell) -> str:
    if cell.name != "Grade" or not cell.words:
        return cell.words
    return f"Grade: {cell.words}" if cell.grades else f"Grade {cell.words}"
