"""Measure the calculator's page: ours, stock Pyodide, hand-written JavaScript and bare MicroPython, in turn in one run.

Prints tables, the budgets with figures, and the bytes that the site ships by kind; writes everything as JSON as well.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

from . import calibration
from .browser import opened
from .engines import ENGINES, PAGE, overlay
from .host import Host, hosting
from .machine import described
from .profiles import PROFILES
from .report import Results, in_json, printed
from .sizes import sizes
from .summary import Record
from .visit import Conditions, WrongAnswerError, visits

PROJECT = Path(__file__).resolve().parents[2]
RUNS = 5
OURS = "assets/python/"


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=RUNS, help=f"how often, {RUNS} if absent")
    parser.add_argument("--json", type=Path, default=PROJECT / "build/bench.json", help="where to write everything")
    parser.add_argument("--profiles", nargs="+", choices=PROFILES, default=list(PROFILES))
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--date", help="the date to write, today's if absent")
    parser.add_argument("--quick", action="store_true", help="one run on a desktop, to see that all of it works")
    given = parser.parse_args()
    if given.quick:
        given.runs, given.profiles = 1, ["desktop"]
    return given


def measure(given: argparse.Namespace, place: Path) -> Results:
    """Everything that was asked for, on a copy of the site, so that a build meanwhile changes nothing."""
    site = place / "site"
    shutil.copytree(PROJECT / "site", site)
    folders = {name: overlay(name, site, place / name) for name in ENGINES}
    folders[calibration.PLACE] = [calibration.folder(place / calibration.PLACE)]
    results = Results(described(given.date), given.runs, sizes=sizes(site))
    with hosting(folders) as host, sync_playwright() as playwright:
        tell("compressing what each engine asks for")
        known = warmed(playwright, host, given.engines)
        for name in given.profiles:
            tell(f"calibrating {name}")
            results.calibrations += calibration.calibrated(playwright, host, PROFILES[name])
        for run in range(1, given.runs + 1):
            for profile in given.profiles:
                for engine in rotated(given.engines, run - 1):
                    tell(f"run {run} of {given.runs}: {profile}, {engine}")
                    conditions = Conditions(host, ENGINES[engine], PROFILES[profile], known)
                    results.records += records(playwright, conditions, run, results.failures)
    return results


def rotated(names: list[str], by: int) -> list[str]:
    """The names from another one on, so that each comes first once and no engine gains from its place.

    >>> rotated(["a", "b", "c"], 4)
    ['b', 'c', 'a']
    """
    start = by % len(names)
    return names[start:] + names[:start]


def warmed(playwright: Playwright, host: Host, engines: list[str]) -> set[str]:
    """Let the host compress all that is asked for, unmeasured; the paths that the page without an engine asks for."""
    known: set[str] = set()
    for name in sorted({*engines, "none"}, key=lambda name: name == "none"):
        with opened(playwright, PROFILES["desktop"]) as reader:
            transfers = host.start_visit(PROFILES["desktop"].line)
            page = reader.context.pages[0]
            page.goto(host.address(f"{name}/{PAGE}"))
            page.focus("[name=followers]")
            page.wait_for_timeout(15_000 if ENGINES[name].pyodide else 4_000)
            known = transfers.paths()
        if name != "ours" and any(path.startswith(OURS) for path in known):
            raise RuntimeError(f"the page of {name} still loads files of our own engine")
    return known


def records(playwright: Playwright, conditions: Conditions, run: int, failures: list[str]) -> Iterator[Record]:
    """Both visits of one engine; a visit that fails is told and left out."""
    names = (conditions.profile.name, conditions.engine.name, run)
    try:
        with opened(playwright, conditions.profile) as reader:
            found = visits(reader, conditions)
    except (Error, WrongAnswerError, RuntimeError) as error:
        failures.append(f"{', '.join(map(str, names))}: {error}")
        tell(failures[-1])
        return
    for visit, metrics in zip(("cold", "warm"), found, strict=True):
        yield Record(*names, visit, metrics)


def tell(text: str) -> None:
    """Say what happens, apart from the report."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Measure, print, write; a failed visit is a failure."""
    given = options()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        results = measure(given, Path(name))
    print(printed(results))
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(in_json(results), encoding="utf-8")
    return 1 if results.failures else 0


if __name__ == "__main__":
    sys.exit(main())
