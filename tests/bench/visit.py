"""One visit of one page: change a number, type, wait for Pyodide, and collect what the driver and the host noticed."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .browser import Reader
from .engines import PAGE, Engine
from .host import Host
from .profiles import Profile
from .slowdown import slowed
from .summary import percentile
from .transfers import Transfers

DRIVER = Path(__file__).with_name("driver.js").read_text(encoding="utf-8")
CHANGED = "40000"
TYPED = ("12345", "23456", "34567", "45678", "56789", "67891", "78912", "89123")
"""No two texts that follow each other, key by key, have the same answer."""

LAST_ANSWER = "0.73%"
PAUSE_IN_MS = 120
PATIENCE_IN_MS = 150_000
SILENCE_IN_MS = 5_000
QUIET_IN_S = 3
QUIET_LIMIT_IN_S = 90

Metrics = dict[str, float | None]


class WrongAnswerError(Exception):
    """An engine that is fast because it is wrong."""


@dataclass(frozen=True)
class Conditions:
    """What stays the same for both visits of an engine."""

    host: Host
    engine: Engine
    profile: Profile
    known: Collection[str]
    """Paths that the bare page asks for, so that the others are the engine's."""


def settings() -> str:
    """The driver, told what to do."""
    given = {"changed": CHANGED, "patience": PATIENCE_IN_MS, "silence": SILENCE_IN_MS}
    return f"self.benchSettings = {json.dumps(given)};\n{DRIVER}"


def visits(reader: Reader, conditions: Conditions) -> tuple[Metrics, Metrics]:
    """The first visit of a new reader, and the second one in a new tab."""
    reader.context.add_init_script(settings())
    first = reader.context.pages[0]
    cold = visit(first, reader.pid, conditions)
    second = reader.context.new_page()
    first.close()
    return cold, visit(second, reader.pid, conditions)


def visit(page: Page, browser: int, conditions: Conditions) -> Metrics:
    """One visit's figures."""
    host, engine, profile = conditions.host, conditions.engine, conditions.profile
    transfers = host.start_visit(profile.line)
    with slowed(browser, profile.slowdown):
        page.goto(host.address(f"{engine.name}/{PAGE}"), wait_until="commit", timeout=PATIENCE_IN_MS)
        if engine.answers:
            page.evaluate("bench.answered()")
            type_numbers(page)
        else:
            page.wait_for_load_state(timeout=PATIENCE_IN_MS)
        if engine.pyodide:
            page.evaluate("bench.ready()")
        wait_until_quiet(page, transfers)
        found = page.evaluate("bench.collect()")
    if engine.answers and found["lastText"] != LAST_ANSWER:
        raise WrongAnswerError(f"{engine.name} ends with {found['lastText']}, expected {LAST_ANSWER}")
    return metrics(found, transfers, conditions.known)


def type_numbers(page: Page) -> None:
    """Type numbers over one another, key by key, with the pauses of somebody who types."""
    page.focus("[name=followers]")
    for number in TYPED:
        page.keyboard.press("Control+A")
        for digit in number:
            page.keyboard.press(digit)
            page.evaluate("bench.settled()")
            page.wait_for_timeout(PAUSE_IN_MS)


def wait_until_quiet(page: Page, transfers: Transfers) -> None:
    """Until nothing has been sent for a while: what is kept for later visits has been kept by then."""
    page.wait_for_timeout(QUIET_IN_S * 1000)
    for _ in range(QUIET_LIMIT_IN_S * 4):
        if transfers.quiet_for() > QUIET_IN_S:
            break
        page.wait_for_timeout(250)


def metrics(found: dict[str, Any], transfers: Transfers, known: Collection[str]) -> Metrics:
    """What was found, as numbers by name: milliseconds since navigation unless the name says otherwise."""
    first, ready, start = found["first"], found["ready"], found["start"]

    def added(until: float | None) -> float | None:
        return None if until is None else transfers.bytes(found["origin"] + until, known)

    return {
        "visible": found["visible"],
        "instant": found["instant"],
        "first": first,
        "delay": start,
        "ready": ready,
        "took": None if ready is None or start is None else ready - start,
        "bytes_first": added(first),
        "bytes_ready": added(ready),
        "bytes_engine": transfers.bytes(without=known),
        "bytes_all": transfers.bytes(),
        "change_p50": percentile(found["changes"], 50),
        "change_p95": percentile(found["changes"], 95),
        "press_p50": percentile(found["presses"], 50),
        "press_p95": percentile(found["presses"], 95),
        "unanswered": None if first is None else sum(took >= SILENCE_IN_MS for took in found["presses"]),
        **tasks(found["tasks"], found["firstPress"]),
    }


def tasks(found: list[list[float]], typing: float | None) -> Metrics:
    """The longest task of the main thread, that of the time since the first key press, and when that began."""
    longest = max((length for _, length in found), default=0)
    since = [(length, begin) for begin, length in found if typing is not None and begin + length > typing]
    length, begin = max(since, default=(0, None))
    return {"task": longest, "task_typing": None if typing is None else length, "task_typing_at": begin}
