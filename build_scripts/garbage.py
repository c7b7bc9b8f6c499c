"""Python's search for garbage, in a process that ends soon."""

import gc

MADE = 50_000
"""Objects made before the new ones are looked through; Python's own number costs a build a sixth of its time."""


def seldom_collected() -> None:
    """What is here stays, and what comes is looked through seldom: a build makes little that refers to itself."""
    gc.freeze()
    gc.set_threshold(MADE, 20, 20)


def never_collected() -> None:
    """Nothing that is here is looked through again: a process that ends has no use for the room."""
    gc.freeze()
