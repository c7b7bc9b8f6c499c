"""Proof of the throttling: one loop and one download, on the main thread and in a worker, free and throttled."""

import random
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright

from .browser import opened
from .host import Host
from .profiles import Line, Profile
from .slowdown import slowed

PLACE = "calibration"
SCRIPT = Path(__file__).with_name("calibration.js")
THREADS = ("main", "worker")


@dataclass(frozen=True)
class Calibration:
    """How many times slower a thread became, and the line that it saw."""

    profile: str
    thread: str
    slowdown: float
    megabits: float
    latency: float


def folder(place: Path) -> Path:
    """The page that measures, with files that no compression makes smaller."""
    place.mkdir()
    (place / "index.html").write_text("<!doctype html><script src=calibration.js></script>", encoding="utf-8")
    (place / SCRIPT.name).write_bytes(SCRIPT.read_bytes())
    (place / "tiny.bin").write_bytes(b"1")
    (place / "large.bin").write_bytes(random.Random(1).randbytes(400_000))
    return place


def calibrated(playwright: Playwright, host: Host, profile: Profile) -> list[Calibration]:
    """Measure both threads, free and throttled."""
    with opened(playwright, profile) as reader:
        host.start_visit(Line())
        page = reader.context.pages[0]
        page.goto(host.address(f"{PLACE}/"))
        free = page.evaluate("calibrate()")
        host.start_visit(profile.line)
        with slowed(reader.pid, profile.slowdown):
            slow = page.evaluate("calibrate()")
        host.start_visit(Line())
        free = [free, page.evaluate("calibrate()")]
    return [_compared(profile, slow[thread], [each[thread]["loop"] for each in free], thread) for thread in THREADS]


def _compared(profile: Profile, slow: dict[str, float], free: list[float], thread: str) -> Calibration:
    return Calibration(profile.name, thread, slow["loop"] / min(free), slow["megabits"], slow["latency"])
