"""From digits with marks between them to one number: which mark is the decimal one, which group thousands."""

from ._said import Said, say

DIGITS = "0123456789"
MARKS = ",.' "
MOST_DIGITS = 15  # what a double holds exactly


class UnreadableError(ValueError):
    """The text can’t be read as one number: ``code`` says why, ``said`` what to do with what is ``typed``."""

    def __init__(self, code: str, said: Said) -> None:
        super().__init__(code)
        self.code = code
        self.said = said


class Parts:
    """The digits before and after the decimal mark, and whether somebody could have meant another number."""

    def __init__(self, whole: str, fraction: str = "", *, doubtful: bool = False) -> None:
        self.whole = whole
        self.fraction = fraction.rstrip("0")
        self.doubtful = doubtful

    def times(self, power: int) -> float:
        """The number times ten to a power, rounded once and therefore the same in every interpreter."""
        digits = self._digits()
        exponent = power - len(self.fraction)
        divisor: int = 10 ** abs(exponent)
        return int(digits) * divisor if exponent >= 0 else int(digits) / divisor

    def written(self, power: int, mark: str) -> str:
        """The number times ten to a power as digits that can be read in one way only."""
        digits = self._digits()
        places = len(self.fraction) - power
        if places <= 0:
            return digits + "0" * -places
        zero = "0" if places == 3 else ""  # three decimals would look like thousands again
        return digits[: len(digits) - places] + mark + digits[len(digits) - places :] + zero

    def _digits(self) -> str:
        digits = (self.whole + self.fraction).lstrip("0")
        if len(digits) > MOST_DIGITS or len(self.fraction) > MOST_DIGITS:
            text = "“{typed}” has too many digits; round it to {most} or fewer."
            raise UnreadableError("too_many_digits", say(text, most=MOST_DIGITS))
        return digits or "0"


def split(body: str, mark: str, *, whole: bool, power: int) -> Parts:
    """Split digits and marks at the decimal mark.

    Args:
        body: Digits with points, commas, apostrophes or spaces among them.
        mark: The language’s decimal mark.
        whole: Whether only a whole number makes sense, so that three last digits must be thousands.
        power: The power of ten of a suffix; before one, three last digits are no thousands.
    """
    groups, marks = _groups(body)
    if not marks:
        return Parts(body)
    last = marks[-1]
    if last not in ",." or last in marks[:-1]:
        indian = len(groups[1]) == 2
        return Parts(_joined(groups, marks), doubtful=last == mark or indian)
    if len(marks) == 1:
        return _one_mark(groups[0], groups[1], last == mark, mark, whole, power)
    before = _joined(groups[:-1], marks[:-1])
    if last != mark and len(groups[-1]) == 3:
        raise _two_ways(before, groups[-1], mark, power)
    return Parts(before, groups[-1], doubtful=last != mark)


def _one_mark(before: str, after: str, is_decimal: bool, mark: str, whole: bool, power: int) -> Parts:
    """``12.5``, ``12,500`` and the like: one point or one comma, which is or isn’t the language’s decimal mark."""
    if len(after) == 3 and 1 <= len(before) <= 3 and before[0] != "0":
        if is_decimal and whole and not power:
            return Parts(before + after, doubtful=True)
        if is_decimal != (power > 0):
            raise _two_ways(before, after, mark, power)
        if not is_decimal:
            return Parts(before + after, doubtful=not whole)
    usual = is_decimal or (len(after) > 0 and before in ("", "0")) or len(after) in (1, 2)
    if not usual or before + after == "":
        raise _odd()
    return Parts(before, after, doubtful=not is_decimal)


def _groups(body: str) -> tuple[list[str], str]:
    groups, marks = [""], ""
    for letter in body:
        if letter in DIGITS:
            groups[-1] += letter
        else:
            groups.append("")
            marks += letter
    return groups, marks


def _joined(groups: list[str], marks: str) -> str:
    """Join grouped thousands; the Indian way has groups of two before the last three digits."""
    sizes = [len(group) for group in groups]
    same = all(mark == marks[0] for mark in marks)
    western = all(size == 3 for size in sizes[1:]) and 1 <= sizes[0] <= 3
    indian = sizes[-1] == 3 and all(size == 2 for size in sizes[1:-1]) and 1 <= sizes[0] <= 2
    if not (same and (western or indian)) or groups[0][0] == "0":
        raise _odd()
    return "".join(groups)


def _odd() -> UnreadableError:
    return UnreadableError("odd_marks", say("“{typed}” has its marks in odd places; write it without them."))


def _two_ways(before: str, after: str, mark: str, power: int) -> UnreadableError:
    thousands, decimals = Parts(before + after).written(power, mark), Parts(before, after).written(power, mark)
    text = "“{typed}” can be read two ways; write {thousands} or {decimals}."
    return UnreadableError("two_ways", say(text, thousands=thousands, decimals=decimals))
