"""What calculators are made of: inputs, results, examples, problems and the outcome of one calculation."""

from ._said import Said, english, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Row = dict[str, float | None]  # numbers by column or input; None is “not entered”
    Line = Mapping[str, float | str | None]  # the same where some are texts
    Results = dict[str, float | str | list[float | None] | list[str] | None]
    Part = str | list[float | str | int]  # a text, or a number with its unit and digits
    Working = list[str | list[float | str | int]]
else:
    Row = Line = Results = Part = Working = object

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
        names: Other names by which a table’s header may call it.
        costly: Whether an answer takes longer the larger this is; comparisons of interpreters then ask small ones.
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
        costly: bool = False,
    ) -> None:
        self.name = name
        self.unit = unit
        self.minimum = minimum
        self.maximum = maximum
        self.whole = whole
        self.names = names or []
        self.costly = costly

    def fault(self, value: object, row: int | None = None) -> "Problem | None":
        """Say why this number can’t be taken; None when it can."""
        if not isinstance(value, (int, float)) or value is True or value is False or value - value != 0:
            return refusal("not_a_number", "This is not a number; enter digits such as 12500.", self.name, row)
        code = self._fault_code(value)
        if not code:
            return None
        return refusal(code, self._fault_text(code, value), self.name, row)

    def _fault_code(self, value: float) -> str:
        if self.minimum is not None and value < self.minimum:
            return "below_minimum"
        if self.maximum is not None and value > self.maximum:
            return "above_maximum"
        if self.whole and value != int(value):
            return "not_whole"
        return "too_near_zero" if 0 < abs(value) < SMALLEST else ""

    def _fault_text(self, code: str, value: float) -> Said:
        return {
            "below_minimum": say("{value} is too small; enter {minimum} or more.", value=value, minimum=self.minimum),
            "above_maximum": say("{value} is too large; enter {maximum} or less.", value=value, maximum=self.maximum),
            "not_whole": say("{value} is not a whole number; leave out the fraction.", value=value),
            "too_near_zero": say("This is too near zero to compute with; enter 0 or leave it out."),
        }[code]


class Text:
    """One text a person enters, alone or as a column of a table.

    Args:
        name: The id, lowercase with underscores.
        choices: The only texts taken, in lowercase; empty for any.
        longest: How many letters are taken.
        names: Other names by which a table’s header may call it.
    """

    unit = "text"
    minimum = None
    maximum = None
    whole = False

    def __init__(
        self, name: str, *, choices: list[str] | None = None, longest: int = 80, names: list[str] | None = None
    ) -> None:
        self.name = name
        self.choices = choices or []
        self.longest = longest
        self.names = names or []

    def fault(self, value: object, row: int | None = None) -> "Problem | None":
        """Say why this text can’t be taken; None when it can."""
        if not isinstance(value, str):
            return refusal("not_a_text", "This is not a text; put it in quotes.", self.name, row)
        if self.choices and value not in self.choices:
            choices = [say(choice) for choice in self.choices]
            text = "“{typed}” is none of the choices, which are {choices}; or leave it empty."
            return refusal("no_choice", say(text, typed=value, choices=choices), self.name, row)
        if len(value) > self.longest:
            said = say("This text has {letters} letters; {most} are the most.", letters=len(value), most=self.longest)
            return refusal("too_long", said, self.name, row)
        return None


class Result:
    """One thing a calculator gives: a number, a text, or a list of them.

    Args:
        name: The id, lowercase with underscores.
        unit: ``ratio`` (shown as a percentage), ``count``, ``money``, ``text`` or ``rows`` (row numbers from 1).
        digits: Decimal digits shown.
        text: The definition in plain English.
        undefined: What is needed when there is no number.
        many: Whether a table gives a list, one number for each row.
        along: The result whose list of names this list follows, one entry for each name.
        texts: The texts it can be, where these are ours and not what somebody entered.
    """

    def __init__(
        self,
        name: str,
        unit: str,
        digits: int,
        text: str,
        undefined: str,
        *,
        many: bool = False,
        along: str = "",
        texts: list[str] | None = None,
    ) -> None:
        self.name = name
        self.unit = unit
        self.digits = digits
        self.text = text
        self.undefined = undefined
        self.many = many
        self.along = along
        self.texts = texts or []


class Example:
    """Inputs that show a calculator at work; a module’s first one is the page’s default."""

    def __init__(self, example_id: str, inputs: "Line", rows: "Sequence[Line] | None" = None) -> None:
        self.id = example_id
        self.inputs = inputs
        self.rows: Sequence[Line] = rows or []


class Problem:
    """A refusal (there is no result) or a note (something the reader should know about the result).

    Args:
        code: What kind of problem, for programs.
        level: ``refusal`` or ``note``.
        said: One plain sentence with the remedy; ``text`` is the same in English.
        field: The input or column, if it is about one.
        row: The table’s row, counted from 1 without the header.
    """

    def __init__(
        self, code: str, level: str, said: Said | str, field: str | None = None, row: int | None = None
    ) -> None:
        self.code = code
        self.level = level
        self.said = say(said) if isinstance(said, str) else said
        self.text = english(self.said)
        self.field = field
        self.row = row


def refusal(code: str, said: Said | str, field: str | None = None, row: int | None = None) -> Problem:
    """A problem that leaves no result."""
    return Problem(code, "refusal", said, field, row)


def note(code: str, said: Said | str, field: str | None = None) -> Problem:
    """A problem that the reader should know of while the result stands."""
    return Problem(code, "note", said, field)


class Outcome:
    """What one calculation gives; a result that is absent or None is undefined.

    ``workings`` are formulas with numbers in them, for results whose definition alone doesn’t say which.
    """

    def __init__(self) -> None:
        self.results: Results = {}
        self.problems: list[Problem] = []
        self.workings: dict[str, Working] = {}


def number_in(line: Line, name: str) -> float | None:
    """A number of a line that has texts as well."""
    value = line.get(name)
    return None if isinstance(value, str) else value


def text_in(line: Line, name: str) -> str:
    """A text of a line; empty where none is entered."""
    value = line.get(name)
    return value if isinstance(value, str) else ""
