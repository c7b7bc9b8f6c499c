"""Measure the preview: from saving a value in a content file until a browser shows it, on a copy of the flagship."""

import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium
from tests.conftest import copy_guide

from .machine import described
from .summary import Summary, summary

PROJECT = Path(__file__).resolve().parents[2]
SAVES = 7
PATIENCE_IN_S = 300
ALL = re.compile(r"^all pages (?P<seconds>[\d.]+) s$", re.MULTILINE)


@dataclass(frozen=True)
class Kind:
    """One thing that an editor changes: where it stands in which file, what is written there and seen on which page."""

    name: str
    file: str
    before: str
    written: str
    seen: str
    page: str


KINDS = (
    Kind(
        "section text",
        "content/sections/what-it-costs.yml",
        r"The starting article( \S+ time)? puts",
        "The starting article {n}th time puts",
        "The starting article {n}th time puts",
        "guide/what-it-costs/",
    ),
    Kind(
        "statistic's value",
        "content/sources/izea-2023.yml",
        r"(?<=id: izea-micro-paid\n    value: )\d+",
        "{n}",
        "${n}",
        "guide/what-it-costs/",
    ),
    Kind(
        "claim",
        "content/claims/engagement-and-nothing-else.yml",
        r"title: Engagement.*",
        "title: Engagement and nothing else decides, {n}th time",
        "decides, {n}th time",
        "claims/",
    ),
    Kind(
        "calculator's label",
        "content/calculators/engagement-rate.yml",
        r"label: Likes( \S+ time)?",
        "label: Likes {n}th time",
        "Likes {n}th time",
        "calculators/engagement-rate/",
    ),
)


@dataclass(frozen=True)
class Preview:
    """A running preview: the guide's folder, its address, and what the command says."""

    guide: Path
    address: str
    log: Path

    def finished(self) -> list[float]:
        """Seconds until all pages were there, for each time so far."""
        return [float(found["seconds"]) for found in ALL.finditer(self.log.read_text(encoding="utf-8"))]


@contextmanager
def previewing(room: Path) -> Iterator[Preview]:
    """The flagship's preview, once it answers."""
    guide = copy_guide(PROJECT, room / "guide")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = room / "log"
    command = [sys.executable, "-u", "-m", "build_scripts", "serve", "--guide", str(guide), "--port", str(port)]
    with log.open("wb") as out:
        running = subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=subprocess.STDOUT)
    try:
        wait(lambda: "Preview at" in log.read_text(encoding="utf-8") or running.poll() is not None)
        yield Preview(guide, f"http://127.0.0.1:{port}/", log)
    finally:
        running.terminate()
        running.wait()


def wait(true: Callable[[], bool]) -> None:
    """Until something is true, while somebody would still wait."""
    end = time.monotonic() + PATIENCE_IN_S
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def saved(kind: Kind, number: int, preview: Preview, page: Page) -> tuple[float, float]:
    """Seconds from a save until the open page shows it, and until all other pages and the search follow."""
    before, file = len(preview.finished()), preview.guide / kind.file
    text = re.sub(kind.before, kind.written.format(n=number), file.read_text(encoding="utf-8"), count=1)
    begin = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    page.locator("body", has_text=kind.seen.format(n=number)).wait_for()
    shown = time.perf_counter() - begin
    wait(lambda: len(preview.finished()) > before)
    return shown, preview.finished()[-1]


def line(kind: Kind, saves: int, preview: Preview, page: Page) -> str:
    """One line of the report."""
    page.goto(preview.address + kind.page)
    times = [saved(kind, 201 + number, preview, page) for number in range(saves)]
    shown, everything = (summary(each) for each in zip(*times, strict=True))
    return f"| {kind.name} | {in_words(shown)} | {in_words(everything)} |"


def in_words(found: Summary | None) -> str:
    """The median and the range."""
    return f"{found.median:.2f} ({found.low:.2f}–{found.high:.2f})" if found else "–"


def main() -> int:
    """Measure and print."""
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else SAVES
    print(described(None))
    print(f"| {saves} saves each | saved to shown, s | all pages and the search, s |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as room, previewing(Path(room)) as preview, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.arguments())
        page = browser.new_page(service_workers="block")
        for kind in KINDS:
            print(line(kind, saves, preview, page), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
