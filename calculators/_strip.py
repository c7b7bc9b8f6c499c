"""A strip of numbers: where each one stands on an axis from zero, packed so that none hides another.

Places are shares of the axis, so that one strip fits every width; dots are packed for the narrowest.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._fields import Results

MOST_DOTS = 200
FEWEST_DOTS = 2
_AIR = 1.03  # the axis goes to just beyond the largest number
_DOT = 0.034  # a dot’s share of the narrowest axis
_MOST_TICKS = 5
_MARKS = ("median", "mean", "low", "high")


def strip_of(stems: list[str], results: "Results") -> "dict[str, Any] | None":
    """The strip of the first of these rates that each row has; None where there is nothing to show.

    ``dots`` are row number, place and level (0 on the axis, then above and below it), ``ticks`` the value and the place
    of each label of the axis, and ``digits`` its decimals; ``marks`` are places, None beyond the axis.
    """
    for stem in stems:
        each = results.get(stem + "_per_post")
        if isinstance(each, list):
            return _strip(stem, [value if isinstance(value, float) else None for value in each], results)
    return None


def _strip(stem: str, values: list[float | None], results: "Results") -> "dict[str, Any] | None":
    rows = [(value, index + 1) for index, value in enumerate(values) if value is not None]
    if not FEWEST_DOTS <= len(rows) <= MOST_DOTS or max(rows)[0] <= 0:
        return None
    step, digits = nice_step(max(rows)[0])
    end = max(rows)[0] * _AIR
    ticks = [[step * count, step * count / end] for count in range(int(end / step) + 1)]
    marks = {"median": results.get(stem + "_median"), "mean": results.get(stem + "_mean")}
    marks.update({"low": results.get(stem + "_median_low"), "high": results.get(stem + "_median_high")})
    places = {name: _share(marks[name], end) for name in _MARKS}
    rows.sort()
    levels = _levels(rows, end)
    dots = [[row, value / end, levels[place]] for place, (value, row) in enumerate(rows)]
    return {"stem": stem, "ticks": ticks, "digits": digits, "dots": dots, "marks": places}


def _share(value: object, end: float) -> float | None:
    return value / end if isinstance(value, float) and value <= end else None


def nice_step(most: float) -> tuple[float, int]:
    """The distance of ticks for numbers up to ``most``: 1, 2 or 5 times a power of ten, and the percent’s decimals.

    >>> nice_step(0.2042), nice_step(0.0148), nice_step(3.0)
    ((0.05, 0), (0.005, 1), (1.0, 0))
    """
    power, digits = 1.0, 0
    while most < _MOST_TICKS * power / 10:
        power = power / 10
        digits = digits + 1
    while most >= _MOST_TICKS * power:
        power = power * 10
    for times in (0.1, 0.2, 0.5, 1.0):
        step = power * times
        if most < _MOST_TICKS * step:
            return round_step(step), max(0, digits - (2 if times == 1.0 else 1))
    return power, max(0, digits - 2)


def round_step(step: float) -> float:
    """A step without the dirt of repeated divisions, so that every interpreter has the same."""
    scale = 1.0
    while step * scale < 1 and scale < 1e12:
        scale = scale * 10
    return int(step * scale + 0.5) / scale


def _levels(rows: list[tuple[float, int]], end: float) -> list[int]:
    """The level of each dot, nearest to the axis, at which it hides no earlier one."""
    ends: dict[int, float] = {}
    levels = []
    for value, _ in rows:
        place, level = value / end, 0
        while level in ends and place - ends[level] < _DOT:
            level = -level if level < 0 else -level - 1
        ends[level] = place
        levels.append(level)
    return levels
