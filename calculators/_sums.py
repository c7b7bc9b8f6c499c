"""Sums and averages, added from left to right so that every interpreter gives the same last bit."""


def total(numbers: list[float]) -> float:
    """Add the numbers in their order; nothing adds up to 0."""
    added = 0.0
    for number in numbers:
        added = added + number
    return added


def mean(numbers: list[float]) -> float:
    """The sum divided by how many there are; needs at least one."""
    return total(numbers) / len(numbers)


def median(numbers: list[float]) -> float:
    """The middle one in order of size, or the mean of the middle two; needs at least one."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
