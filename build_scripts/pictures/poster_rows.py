"""Which panels of the poster stand side by side."""

from collections.abc import Sequence


def shortest(alone: Sequence[float], paired: Sequence[float | None]) -> list[int]:
    """How many panels each row holds, one or two, in their order, so that the whole is shortest.

    Args:
        alone: The height of each panel in a row of its own.
        paired: The height of the row that a panel shares with the next one; None where it can't.

    >>> shortest([500, 500, 500], [700, 600, None])
    [1, 2]
    """
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end, height in enumerate(alone, start=1):
        ways = [(best[end - 1][0] + height, [*best[end - 1][1], 1])]
        shared = paired[end - 2] if end > 1 else None
        if shared is not None:
            ways.append((best[end - 2][0] + shared, [*best[end - 2][1], 2]))
        best.append(min(ways))
    return best[-1][1]
