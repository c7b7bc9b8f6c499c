"""A break-even line: how large one number has to be beside another one, and where both are now.

Both axes are equal and begin at zero, so that the steepness of the line is the ratio. Places are shares of an axis.
"""

from ._strip import nice_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._fields import Results

_AIR = 1.3  # the axes go beyond the larger number


def slope_of(names: list[str], results: "Results") -> "dict[str, Any] | None":
    """The line of the results named ``x``, ``y`` and ``ratio``, in this order; None where one of them is unknown or 0.

    ``line`` is where the line leaves the plot, ``point`` where both numbers stand, ``ticks`` value and place of each
    label, the same on both axes, and ``digits`` their decimals.
    """
    found = [_above_zero(results.get(name)) for name in names]
    if not names or 0.0 in found:
        return None
    x, y, ratio = found
    end = max(x, y) * _AIR
    step, digits = nice_step(end)
    return {
        "x": names[0],
        "y": names[1],
        "ratio": names[2],
        "ticks": [[step * count, step * count / end] for count in range(int(end / step) + 1)],
        "digits": digits,
        "line": [1 / ratio, 1.0] if ratio > 1 else [1.0, ratio],
        "point": [x / end, y / end],
    }


def _above_zero(value: object) -> float:
    return value if isinstance(value, float) and value > 0 else 0.0
