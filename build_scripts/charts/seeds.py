"""Seeds of a sunflower: points that fill a disc evenly, and a few of them picked far from each other."""

import math

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

type Point = tuple[float, float]


def seeds(count: int, spacing: float) -> list[Point]:
    """`count` points around the origin, each with the same area to itself.

    Two discs of one spacing have areas true to their counts.
    """
    return [_seed(index, spacing) for index in range(count)]


def radius(count: int, spacing: float) -> float:
    """The radius of the disc that `count` points fill."""
    return spacing * math.sqrt(count / math.pi)


def spread(points: list[Point], wanted: int, edge: float, kept: list[int] | None = None) -> list[int]:
    """Indices of `wanted` points, far from each other, from the `kept` ones and from the edge; always the same.

    >>> spread([(0, 0), (1, 0), (5, 0), (9, 0)], 2, edge=10)
    [0, 2]
    """
    chosen = list(kept or [])
    room = [_room(point, edge) for point in points]
    for index in chosen:
        _take(points, room, index)
    for _ in range(min(wanted, len(points) - len(chosen))):
        best = max(range(len(points)), key=room.__getitem__)
        chosen.append(best)
        _take(points, room, best)
    return chosen[len(kept or []) :]


def _seed(index: int, spacing: float) -> Point:
    distance, angle = radius(1, spacing) * math.sqrt(index + 0.5), index * GOLDEN_ANGLE
    return distance * math.cos(angle), distance * math.sin(angle)


def _room(point: Point, edge: float) -> float:
    """Twice the way to the edge: a pick at the rim would look like none."""
    return 2 * (edge - math.hypot(*point))


def _take(points: list[Point], room: list[float], index: int) -> None:
    x, y = points[index]
    for other, (at_x, at_y) in enumerate(points):
        room[other] = min(room[other], math.hypot(at_x - x, at_y - y))
    room[index] = -1.0
