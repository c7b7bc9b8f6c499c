"""Programs that run beside a test and end with it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

LEAVE_IN_S = 20
"""Seconds for a program to end when it is asked to."""


@contextmanager
def running(command: list[str], **options: object) -> Iterator[None]:
    """Run a program until the block ends, silently."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(LEAVE_IN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
