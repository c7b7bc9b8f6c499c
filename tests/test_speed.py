"""The benchmark's figures on the method page."""

import json

from build_scripts.render import written_pages
from build_scripts.speed import MARK, with_speed

from .conftest import PROJECT

SUMMARY = {"profile": "phone", "visit": "cold", "engine": "ours"}
RESULTS = {
    "machine": {
        "date": "2026-11-23",
        "browser": "Chromium 156",
        "cores": 2,
        "processor": "x",
        "pyodide": "0.29.5",
        "micropython": "1.27.0",
    },
    "runs": 5,
    "calibrations": [{"profile": "phone", "slowdown": 3.94}, {"profile": "phone", "slowdown": 4.06}],
    "summaries": [
        {**SUMMARY, "metric": "first", "unit": "ms", "median": 3219.4, "low": 3000, "high": 4000.2},
        {**SUMMARY, "metric": "bytes_first", "unit": "bytes", "median": 250199, "low": 250199, "high": 250199},
        {**SUMMARY, "engine": "stock", "metric": "first", "unit": "ms", "median": None, "low": None, "high": None},
    ],
    "budgets": [
        {
            "budget": {
                "what": "first live answer",
                "profile": "phone",
                "visit": "cold",
                "most": 3,
                "unit": "ratio",
                "against": "javascript",
            },
            "found": {"median": 0.9701, "low": 0.9, "high": 1.2},
            "verdict": "met",
        },
        {"budget": {}, "found": None, "verdict": "not measured"},
    ],
}
PAGE = f"# Method\n\n## Facts\n\nText.\n\n## Speed\n\nWords.\n\n{MARK}\n\n## Privacy\n"


def row(first: str, *rest: str) -> str:
    """A line of a table."""
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"


def test_figures_stand_where_the_page_asks_for_them() -> None:
    """Medians with their ranges, what could not be measured as a dash, budgets with their verdict."""
    page = with_speed(PAGE, json.dumps(RESULTS).encode())

    assert "5 runs, Chromium 156, 2 cores (x), Pyodide 0.29.5, MicroPython 1.27.0." in page
    assert "slowed 3.9 to 4.1 times" in page
    assert "<caption>Phone, first visit</caption>" in page
    assert row("First live answer to a changed number", "3,219 ms (3,000–\u20604,000)", "–", "–", "–") in page
    assert row("Added before the first live answer", "250 kB (250–\u2060250)", "–", "–", "–") in page
    assert row("First live answer, phone, first visit", "0.97 × JavaScript", "3.00 × JavaScript", "met") in page
    assert MARK not in page


def test_without_figures_the_part_is_left_out() -> None:
    """A heading without its table would promise what is not there."""
    page = with_speed(PAGE, None)

    assert "Speed" not in page
    assert "Text." in page
    assert page.endswith("## Privacy\n")


def test_the_published_page_has_the_latest_figures() -> None:
    """The method page of this project shows what was measured last."""
    page = written_pages(PROJECT / "docs")["method.md"].decode()

    assert ("{ #speed }" in page) == (PROJECT / "docs/bench.json").is_file()
    assert MARK not in page
