"""What the benchmark measured, as tables for the method page."""

import json
from typing import Any

from markupsafe import escape

MARK = "<!-- what the benchmark measured -->"
"""Stands in the hand-written page where the tables go."""

ENGINES = {
    "ours": "This guide",
    "stock": "Stock Pyodide",
    "javascript": "Hand-written JavaScript",
    "micropython": "Bare MicroPython",
}
PROFILES = {"desktop": "Desktop", "phone": "Phone", "slow-phone": "Slow phone"}
VISITS = {"cold": "first visit", "warm": "later visit"}
METRICS = {
    "visible": "Answer of the page visible",
    "first": "First live answer to a changed number",
    "delay": "Full Python started (it waits for a pause in typing)",
    "took": "Full Python ready, from its start",
    "press_p95": "Key press to painted answer, 95th percentile",
    "task_typing": "Longest task while typing",
    "bytes_first": "Added before the first live answer",
    "bytes_ready": "Added until full Python is ready",
}
AGAINST = {"stock": "stock Pyodide", "javascript": "JavaScript", "micropython": "MicroPython"}
THOUSAND = 1000


def with_speed(page: str, results: bytes | None) -> str:
    """A page with the tables in their place; without results, the part between its heading and the mark goes too."""
    before, mark, after = page.partition(MARK)
    if not mark:
        return page
    if results is None:
        return before[: before.rindex("\n## ")].rstrip() + "\n" + after
    return before + tables(json.loads(results)) + after


def tables(results: dict[str, Any]) -> str:
    """Each profile's figures, then the budgets, met and short."""
    found = {(each["profile"], each["visit"], each["metric"], each["engine"]): each for each in results["summaries"]}
    parts = [_machine(results)]
    for profile, visit in ((profile, visit) for profile in PROFILES for visit in VISITS):
        if (profile, visit, "first", "ours") in found:
            parts.append(_figures(found, profile, visit))
    return "\n\n".join([*parts, _budgets(results["budgets"])])


def _machine(results: dict[str, Any]) -> str:
    machine, slowed = results["machine"], results["calibrations"]
    factors = [each["slowdown"] for each in slowed if each["profile"] != "desktop"]
    phones = f" The phones’ processors were slowed {min(factors):.1f} to {max(factors):.1f} times." if factors else ""
    return (
        f"Measured on {machine['date']}: {results['runs']} runs, {machine['browser']}, {machine['cores']} cores "
        f"({machine['processor']}), Pyodide {machine['pyodide']}, MicroPython {machine['micropython']}.{phones} "
        "Cells: median (lowest–highest)."
    )


def _figures(found: dict[tuple[str, str, str, str], dict[str, Any]], profile: str, visit: str) -> str:
    rows = [
        [words, *(_cell(found.get((profile, visit, metric, engine))) for engine in ENGINES)]
        for metric, words in METRICS.items()
    ]
    return _table(f"{PROFILES[profile]}, {VISITS[visit]}", ["Measured", *ENGINES.values()], rows)


def _table(caption: str, heads: list[str], rows: list[list[str]]) -> str:
    """A table that scrolls by itself on a narrow screen, by keyboard as well."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    lines = [
        f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in rest) + "</tr>"
        for first, *rest in rows
    ]
    return (
        f'<div class="g-table" tabindex="0" role="region" aria-label="{escape(caption)}"><table>\n'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(lines)
        + "\n</tbody></table></div>"
    )


def _cell(summary: dict[str, Any] | None) -> str:
    if summary is None or summary["median"] is None:
        return "–"
    median, low, high = (_amount(summary[key], summary["unit"]) for key in ("median", "low", "high"))
    unit = "kB" if summary["unit"] == "bytes" else "ms"
    return f"{median} {unit} ({low}–\u2060{high})"


def _amount(value: float, unit: str) -> str:
    return f"{value / THOUSAND if unit == 'bytes' else value:,.0f}"


def _budgets(budgets: list[dict[str, Any]]) -> str:
    measured = [each for each in budgets if each["found"] is not None]
    rows = [[*_aim(each["budget"], each["found"]), each["verdict"]] for each in measured]
    return _table("Aims, met and short", ["Aim", "Measured", "At most", "Verdict"], rows)


def _aim(budget: dict[str, Any], found: dict[str, Any]) -> list[str]:
    what = f"{budget['what']}, {PROFILES[budget['profile']].lower()}, {VISITS[budget['visit']]}"
    return [what[0].upper() + what[1:], _measure(found["median"], budget), _measure(budget["most"], budget)]


def _measure(value: float, budget: dict[str, Any]) -> str:
    if budget["unit"] == "ratio":
        return f"{value:.2f} × {AGAINST[budget['against']]}"
    return f"{_amount(value, budget['unit'])} {'kB' if budget['unit'] == 'bytes' else 'ms'}"
