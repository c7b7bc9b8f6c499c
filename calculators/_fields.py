"""What calculators are made of: inputs, results, examples, problems and the outcome of one calculation."""

from ._words import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    Row = dict[str, float | None]  # numbers by column or input; None is “not entered”
    Results = dict[str, float | list[float | None] | None]
    Values = dict[str, float | str | None]
else:
    Row = Results = Values = object

SMALLEST = 0.000000001  # a nearer neighbour of zero could make a quotient overflow
LARGEST = 1000000000000


class Input:
    """One number a person enters, alone or as a column of a table.

    Args:
        name: The id, lowercase with underscores.
        unit: ``count``, ``money`` or ``ratio`` (3% is 0.03).
        minimum: The smallest number taken.
        maximum: The largest number taken.
        whole: Whether a fraction is refused.
        names: Other names by which a table's header may call it.
    """

    def __init__(
        self,
        name: str,
        unit: str,
        *,
        minimum: float | None = 0,
        maximum: float | None = LARGEST,
        whole: bool = False,
        names: list[str] | None = None,
    ) -> None:
        self.name = name
        self.unit = unit
        self.minimum = minimum
        self.maximum = maximum
        self.whole = whole
        self.names = names or []

    def fault(self, value: float, row: int | None = None) -> "Problem | None":
        """Say why this number can't be taken; None when it can."""
        if not _is_number(value):
            return refusal("not_a_number", "This is not a number; enter digits such as 12500.", self.name, row)
        code = self._fault_code(value)
        if not code:
            return None
        shown: Values = {"value": value, "minimum": self.minimum, "maximum": self.maximum}
        subject = "This" if code == "too_near_zero" else show(value)
        return refusal(code, f"{subject} {self._remedy(code)}", self.name, row, shown)

    def _fault_code(self, value: float) -> str:
        if self.minimum is not None and value < self.minimum:
            return "below_minimum"
        if self.maximum is not None and value > self.maximum:
            return "above_maximum"
        if self.whole and value != int(value):
            return "not_whole"
        return "too_near_zero" if 0 < abs(value) < SMALLEST else ""

    def _remedy(self, code: str) -> str:
        return {
            "below_minimum": f"is too small; enter {show(self.minimum)} or more.",
            "above_maximum": f"is too large; enter {show(self.maximum)} or less.",
            "not_whole": "is not a whole number; leave out the fraction.",
            "too_near_zero": "is too near zero to compute with; enter 0 or leave it out.",
        }[code]


class Result:
    """One number a calculator gives.

    Args:
        name: The id, lowercase with underscores.
        unit: ``ratio`` (shown as a percentage), ``count``, ``money`` or ``rows`` (a list of row numbers from 1).
        digits: Decimal digits shown.
        text: The definition in plain English.
        undefined: What is needed when there is no number.
        many: Whether a table gives a list, one number for each row.
    """

    def __init__(self, name: str, unit: str, digits: int, text: str, undefined: str, *, many: bool = False) -> None:
        self.name = name
        self.unit = unit
        self.digits = digits
        self.text = text
        self.undefined = undefined
        self.many = many


class Example:
    """Inputs that show a calculator at work; a module's first one is the page's default."""

    def __init__(self, example_id: str, inputs: Row, rows: list[Row] | None = None) -> None:
        self.id = example_id
        self.inputs = inputs
        self.rows = rows or []


class Problem:
    """A refusal (there is no result) or a note (something the reader should know about the result).

    Args:
        code: What kind of problem, for translations.
        level: ``refusal`` or ``note``.
        text: One plain English sentence with the remedy.
        field: The input or column, if it is about one.
        row: The table's row, counted from 1 without the header.
        values: What the sentence mentions, for translations.
    """

    def __init__(
        self,
        code: str,
        level: str,
        text: str,
        field: str | None = None,
        row: int | None = None,
        values: Values | None = None,
    ) -> None:
        self.code = code
        self.level = level
        self.text = text
        self.field = field
        self.row = row
        self.values: Values = values or {}


def refusal(
    code: str,
    text: str,
    field: str | None = None,
    row: int | None = None,
    values: Values | None = None,
) -> Problem:
    """A problem that leaves no result."""
    return Problem(code, "refusal", text, field, row, values)


def note(code: str, text: str, field: str | None = None, values: Values | None = None) -> Problem:
    """A problem that the reader should know of while the result stands."""
    return Problem(code, "note", text, field, None, values)


class Outcome:
    """What one calculation gives; a result that is absent or None is undefined."""

    def __init__(self) -> None:
        self.results: Results = {}
        self.problems: list[Problem] = []


def _is_number(value: object) -> bool:
    if value is True or value is False or not isinstance(value, (int, float)):
        return False
    return value - value == 0  # neither NaN nor an infinity
