"""A screen that nobody sees, for a browser that wants one."""

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager

from tests import debian

from .background import running

SCREEN = ["-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
PATIENCE_IN_S = 60


@contextmanager
def display() -> Iterator[str]:
    """Run Xvfb on a number that it finds free; the value for ``DISPLAY``."""
    xvfb = debian.program("xvfb", "Xvfb")
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), *SCREEN]
    with os.fdopen(reading) as number, os.fdopen(writing, "w") as said, running(command, pass_fds=[writing]):
        said.close()
        yield f":{_line(number.fileno())}"


def _line(reading: int) -> str:
    """What Xvfb says once it is there.

    Raises:
        RuntimeError: When it says nothing.
    """
    ready, _, _ = select.select([reading], [], [], PATIENCE_IN_S)
    line = os.read(reading, 16).decode().strip() if ready else ""
    if not line:
        raise RuntimeError("Xvfb did not start")
    return line
