"""What was measured, as a table to read and as JSON to keep."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from .budgets import BYTES, RATIO, Verdict, verdicts
from .calibration import Calibration
from .engines import ENGINES
from .machine import Machine
from .profiles import PROFILES
from .sizes import Size
from .summary import Record, Summary, ratios, summary, values

METRICS = {
    "visible": ("answer in the HTML visible", "ms"),
    "instant": ("instant tier ready", "ms"),
    "first": ("first live answer", "ms"),
    "delay": ("Pyodide's worker started", "ms"),
    "ready": ("Pyodide ready, from navigation", "ms"),
    "took": ("Pyodide ready, from its start", "ms"),
    "bytes_first": ("added until the first live answer", BYTES),
    "bytes_ready": ("added until Pyodide is ready", BYTES),
    "bytes_engine": ("added in the whole visit", BYTES),
    "bytes_all": ("whole visit, the page with it", BYTES),
    "change_p50": ("key press to changed text, p50", "ms"),
    "change_p95": ("key press to changed text, p95", "ms"),
    "press_p50": ("key press to painted result, p50", "ms"),
    "press_p95": ("key press to painted result, p95", "ms"),
    "unanswered": ("key presses without an answer", "presses"),
    "task": ("longest task", "ms"),
    "task_typing": ("longest task from the first key press on", "ms"),
    "task_typing_at": ("when that task began", "ms"),
}
"""What is reported, in words, with its unit."""

COMPARED = ("visible", "first", "ready", "took", "press_p50", "press_p95")
VISITS = ("cold", "warm")
METHOD = (
    "Each run visits every engine in turn, in an order that moves on by one, twice: cold in a new browser profile, "
    "warm in a new tab of the same one after the first visit had ended and nothing had been sent for 3 s.",
    "Network: the bench's own host is the line: one bucket of bytes for all connections of a visit, its latency once "
    "for each connection and each request (HTTP/1.1 kept alive, brotli, no TLS, no slow start).",
    "CPU: the renderer's process is stopped and continued every 4 ms, so that the page's thread, workers and compiling "
    "threads become slower alike; the browser's other processes stay as they are.",
    "Milliseconds count from navigation. An answer counts once a frame was painted after it; a frame comes every "
    "16.7 ms, so “changed text” tells the engine's own part of a key press.",
    "Bytes are those that the host sent, headers with them; “added” is what the page without an engine doesn't ask "
    "for. What a line that isn't throttled has sent may still be on its way.",
    "Cells: median (lowest–highest).",
)


@dataclass
class Results:
    """Everything that one call measured."""

    machine: Machine
    runs: int
    calibrations: list[Calibration] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    sizes: list[Size] = field(default_factory=list)


def printed(results: Results) -> str:
    """The report for people."""
    parts = [", ".join(f"{name} {value}" for name, value in asdict(results.machine).items()), *METHOD, ""]
    for name in dict.fromkeys(record.profile for record in results.records):
        parts += [str(PROFILES[name]), *(_calibrated(each) for each in results.calibrations if each.profile == name)]
        for visit in VISITS:
            parts += ["", *table(results.records, name, visit), *compared(results.records, name, visit)]
        parts.append("")
    parts += ["Budgets", *map(judged, verdicts(results.records)), ""]
    parts += ["Sizes: files, bytes as they are, gzip, brotli", *map(sized, results.sizes)]
    return "\n".join([*parts, *(f"FAILED: {failure}" for failure in results.failures)])


def in_json(results: Results) -> str:
    """The same with every raw value."""
    found = [
        {"profile": profile, "engine": engine, "visit": visit, "metric": metric, "unit": unit, **asdict(middle)}
        for profile in PROFILES
        for engine in ENGINES
        for visit in VISITS
        for metric, (_, unit) in METRICS.items()
        if (middle := summary(values(results.records, profile, engine, visit, metric).values()))
    ]
    judgements = [{**asdict(each), "verdict": each.word} for each in verdicts(results.records)]
    engines = {name: engine.what for name, engine in ENGINES.items()}
    used = {name: asdict(profile) for name, profile in PROFILES.items()}
    whole = {**asdict(results), "method": METHOD, "engines": engines, "profiles": used}
    return json.dumps({**whole, "summaries": found, "budgets": judgements}, indent=1, ensure_ascii=False) + "\n"


def table(records: Sequence[Record], profile: str, visit: str) -> list[str]:
    """One visit's metrics by engine; rows that nobody has are left out."""
    engines = [name for name in ENGINES if any((each.profile, each.engine) == (profile, name) for each in records)]
    lines = [_row(f"{profile}, {visit}", engines)]
    for metric, (words, unit) in METRICS.items():
        found = [summary(values(records, profile, engine, visit, metric).values()) for engine in engines]
        if any(found):
            lines.append(_row(f"{words} ({'kB' if unit == BYTES else unit})", [_cell(each, unit) for each in found]))
    return lines


def compared(records: Sequence[Record], profile: str, visit: str) -> list[str]:
    """Ours against others, run by run."""
    lines = []
    for metric in COMPARED:
        ours = values(records, profile, "ours", visit, metric)
        for other in ("stock", "javascript", "micropython"):
            found = summary(ratios(ours, values(records, profile, other, visit, metric)))
            if found:
                lines.append(f"  ours / {other}, {METRICS[metric][0]}: {_cell(found, RATIO)}")
    return lines


def judged(verdict: Verdict) -> str:
    """One budget in a line."""
    budget = verdict.budget
    against = f" of {budget.against}" if budget.against else ""
    most = _number(budget.most, budget.unit) + (" kB" if budget.unit == BYTES else f" {budget.unit}")
    most = f"{_number(budget.most, RATIO)} ×{against}" if against else most
    found = _cell(verdict.found, budget.unit)
    return f"  {verdict.word:13}{budget.what}, {budget.profile}, {budget.visit}: {found}, at most {most}"


def sized(size: Size) -> str:
    """One kind of files in a line."""
    counts = "".join(f"{count / 1000:11,.0f} kB" for count in (size.plain, size.gzip, size.brotli))
    return f"  {size.kind:31}{size.files:4} files{counts}"


def _calibrated(found: Calibration) -> str:
    line = f"{found.megabits:.1f} Mbit/s, {found.latency:.0f} ms a request"
    return f"  measured on the {found.thread} thread: a loop takes {found.slowdown:.2f}× as long as without; {line}"


def _row(first: str, cells: Iterable[str]) -> str:
    return f"{first:49}" + "".join(f"{cell:>25}" for cell in cells)


def _cell(found: Summary | None, unit: str) -> str:
    if found is None:
        return "–"
    middle, low, high = (_number(value, unit) for value in (found.median, found.low, found.high))
    return middle if found.count == 1 else f"{middle} ({low}–{high})"


def _number(value: float, unit: str) -> str:
    if unit == RATIO:
        return f"{value:.3f}" if value < 1 else f"{value:.2f}"
    if unit == BYTES:
        return f"{value / 1000:,.1f}"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}".removesuffix(".0")
