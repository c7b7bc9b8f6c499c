"""A ratio for each row of a table, and what the rows say together."""

from ._fields import Row
from ._intervals import FEWEST, around, far_off, median_interval, pooled_interval, typical_interval
from ._said import Said, in_rows, say, word
from ._sums import mean, median, total


class Ratios:
    """The sum of some columns divided by another, row by row.

    A row with a blank among these columns, or with zero to divide by, has no ratio and is left out.

    Args:
        parts: The columns that are added up.
        divisor: The column to divide by.
        rows: Numbers by column; a row without any number is only a place holder.
    """

    def __init__(self, parts: list[str], divisor: str, rows: list[Row]) -> None:
        self.parts = parts
        self.divisor = divisor
        self.rows = rows
        self._pairs = [_pair(parts, divisor, row) for row in rows]
        self._used = [pair for pair in self._pairs if pair is not None]
        self.used = len(self._used)
        self.rates = [part / whole for part, whole in self._used]
        self.each = [None if pair is None else pair[0] / pair[1] for pair in self._pairs]

    def columns(self) -> list[list[float]]:
        """What is added up, column by column, of the rows that are used."""
        rows = [row for place, row in enumerate(self.rows) if self._pairs[place] is not None]
        return [[row[part] or 0.0 for row in rows] for part in self.parts]

    def wholes(self) -> list[float]:
        """What each row that is used is divided by."""
        return [whole for _, whole in self._used]

    def mean(self) -> float:
        """The ratios added up and divided by how many there are; needs a row that is used."""
        return mean(self.rates)

    def median(self) -> float:
        """The ratio in the middle; needs a row that is used."""
        return median(self.rates)

    def pooled(self) -> float:
        """All parts divided by all divisors, so that large rows weigh more; needs a row that is used."""
        return total([part for part, _ in self._used]) / total([whole for _, whole in self._used])

    def median_range(self) -> tuple[float | None, float | None, float | None]:
        """Low, high and coverage of the median: exact from six rows on, on logarithms (without coverage) from three."""
        found = median_interval(self.rates)
        if found:
            return found
        low, high = typical_interval(self.rates) or (None, None)
        return low, high, None

    def mean_range(self) -> tuple[float | None, float | None]:
        """Student’s interval; nothing where a row lies far off or the interval would reach below nought."""
        if self.used < FEWEST or far_off(self.rates):
            return None, None
        return _positive(around(self.rates))

    def pooled_range(self) -> tuple[float | None, float | None]:
        """The delta method’s interval; nothing where it would reach below nought."""
        found = pooled_interval(self._used)
        return _positive(found) if found else (None, None)

    def far_off(self) -> list[int] | None:
        """The rows, counted from 1, whose ratio lies far from the others; None when that can’t be told."""
        if self.used < FEWEST:
            return []
        found = far_off(self.rates)
        numbers = [index + 1 for index, ratio in enumerate(self.each) if ratio is not None]
        return None if found is None else [numbers[place] for place in found]

    def above(self, most: float) -> list[int]:
        """The rows, counted from 1, whose ratio is above a limit."""
        return [index + 1 for index, ratio in enumerate(self.each) if ratio is not None and ratio > most]

    def left_out(self, many: bool) -> list[Said]:
        """Why rows are left out, such as “likes blank in rows 1 and 8”; of a single one, without its number."""
        reasons = []
        for name in self._names():
            blank = [index + 1 for index, row in enumerate(self.rows) if row.get(name) is None and is_entered(row)]
            reasons += [blank_in(name, blank)] if blank else []
        zero = [index + 1 for index, row in enumerate(self.rows) if row.get(self.divisor) == 0]
        if not many:
            return [say("{name} is 0", name=word(self.divisor))] if zero else []
        return reasons + ([zero_in(self.divisor, zero)] if zero else [])

    def _names(self) -> list[str]:
        names = list(self.parts)
        names.append(self.divisor)
        return names


def blank_in(name: str, numbers: list[int]) -> Said:
    """“likes blank in rows 1 and 8”."""
    return say("{name} blank in {rows}", name=word(name), rows=in_rows(numbers))


def zero_in(name: str, numbers: list[int]) -> Said:
    """“reach 0 in row 3”."""
    return say("{name} 0 in {rows}", name=word(name), rows=in_rows(numbers))


def is_entered(row: Row) -> bool:
    """Whether a row holds any number."""
    return any(value is not None for value in row.values())


def _positive(interval: tuple[float, float]) -> tuple[float | None, float | None]:
    return interval if interval[0] >= 0 else (None, None)


def _pair(parts: list[str], divisor: str, row: Row) -> tuple[float, float] | None:
    values = [value for value in [row.get(part) for part in parts] if value is not None]
    whole = row.get(divisor)
    if len(values) < len(parts) or not whole:
        return None
    return total(values), whole
