"""A slower processor: a browser's renderers run only a part of the time, every thread of them alike.

DevTools slow down a page's main thread alone; workers and the threads that compile WebAssembly stay as fast as they
are. Stopping and continuing the whole process slows all of them by one factor. Linux only, as it reads /proc.

    python -m tests.bench.slowdown BROWSER_PID FACTOR
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PERIOD_IN_S = 0.004
LOOK_EVERY = 5
"""Periods between two looks for new renderers."""


@contextmanager
def slowed(browser: int, factor: int) -> Iterator[None]:
    """Slow the browser's renderers down for as long as this lasts."""
    if factor == 1:
        yield
        return
    command = [sys.executable, "-m", __name__, str(browser), str(factor)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        if process.stdout is None or process.stdout.readline() != b"slow\n":
            raise RuntimeError("the renderers could not be slowed down")
        yield
    finally:
        process.terminate()
        process.communicate(timeout=10)


def descendants(pid: int) -> Iterator[int]:
    """Every process below this one."""
    for child in _read(f"/proc/{pid}/task/{pid}/children").split():
        yield int(child)
        yield from descendants(int(child))


def renderers(browser: int) -> set[int]:
    """The processes that run pages and their workers."""
    return {pid for pid in descendants(browser) if b"--type=renderer" in _read(f"/proc/{pid}/cmdline")}


class Duty:
    """Keeps the time that the renderers run at one part in so many of all time."""

    def __init__(self, browser: int, factor: int) -> None:
        self.browser = browser
        self.factor = factor
        self.found: set[int] = set()
        self.begin = time.perf_counter()
        self.ran = 0.0

    def period(self) -> None:
        """Run, then stand still until the balance is right; what came late is made up for in the next periods."""
        continued = time.perf_counter()
        self.send(signal.SIGCONT)
        time.sleep(PERIOD_IN_S / self.factor)
        self.send(signal.SIGSTOP)
        stopped = time.perf_counter()
        self.ran += stopped - continued
        rest = self.begin + self.ran * self.factor - stopped
        time.sleep(max(rest, PERIOD_IN_S / 4))

    def look(self) -> None:
        """Find the renderers there are by now."""
        self.found = renderers(self.browser)

    def send(self, sign: signal.Signals) -> None:
        """Send a signal to each renderer."""
        for pid in self.found:
            with suppress(ProcessLookupError):
                os.kill(pid, sign)


def main(browser: int, factor: int) -> None:
    """Slow down until told to end, or until the browser or whoever started this is gone."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    parent = os.getppid()
    duty = Duty(browser, factor)
    duty.look()
    print("slow", flush=True)
    try:
        while os.getppid() == parent and Path(f"/proc/{browser}").exists():
            duty.look()
            for _ in range(LOOK_EVERY):
                duty.period()
    finally:
        duty.send(signal.SIGCONT)


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
