"""What the bench computes and how its host behaves, without a browser."""

import http.client
import json
import re
import time
from itertools import pairwise
from pathlib import Path

import brotli
import pytest

from build_scripts.pipeline import check
from tests.bench.budgets import BUDGETS, BYTES, MILLISECONDS, RATIO, Budget, judged
from tests.bench.build_report import Measured, report
from tests.bench.engines import ENGINES, variant
from tests.bench.host import Host, caching, hosting
from tests.bench.machine import Machine
from tests.bench.report import METRICS, Results, in_json, printed
from tests.bench.summary import Record, Summary, percentile, ratios, summary, values
from tests.bench.synthetic import of_files, write_guide
from tests.bench.transfers import Transfers
from tests.bench.visit import TYPED, tasks
from tests.bench.walk import Walked, table

PAGE = """<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="preload" href="../../assets/guide-1/fonts/besley.woff2" as="font" type="font/woff2" crossorigin>
<script type="module" async src="../../assets/guide-1/javascripts/guide-python.mjs"></script>
<link rel="modulepreload" href="../../assets/guide-1/javascripts/calculator-client.mjs">
<link rel="preload" href="../../assets/python/micropython.wasm" as="fetch" crossorigin>
<link rel="stylesheet" href="page.css">
</head>
<script src="../../assets/javascripts/bundle.a5f9d56c.min.js"></script>
<script src="../../assets/guide-1/javascripts/guide-calculators.mjs" type="module"></script>
<script src="../../assets/guide-1/javascripts/guide-statistics.mjs" type="module"></script>
"""
MACHINE = Machine("2026-11-23", "Linux", "a processor", 2, 8.0, 0.1, "Chromium 156", "3.13.0", "0.29.5", "1.27.0")


def record(engine: str, run: int, **metrics: float | None) -> Record:
    """A cold visit on a phone."""
    return Record("phone", engine, run, "cold", metrics)


def budget(unit: str, most: float, against: str | None = None) -> Budget:
    """A budget for the first live answer."""
    return Budget("first live answer", "phone", "cold", "first", most, unit, against)


def test_summary_of_what_was_measured() -> None:
    """The middle and the range; what was not measured does not count."""
    assert summary([5, None, 1, 3]) == Summary(3, 1, 5, 3)
    assert summary([None]) is None


@pytest.mark.parametrize(("percent", "found"), [(50, 20), (95, 38), (100, 40), (0, 1)])
def test_percentile_of_forty_presses(percent: float, found: int) -> None:
    """The nearest rank, a value that was measured."""
    assert percentile(range(40, 0, -1), percent) == found


def test_ratios_are_taken_within_one_run() -> None:
    """A run that one of the two lacks gives no ratio; other profiles and visits stay apart."""
    records = [record("ours", 1, first=100), record("ours", 2, first=90), record("ours", 3, first=None)]
    records += [record("stock", 1, first=1000), record("stock", 3, first=500)]
    records += [Record("phone", "ours", 1, "warm", {"first": 7})]

    ours = values(records, "phone", "ours", "cold", "first")
    assert ours == {1: 100, 2: 90}
    assert ratios(ours, values(records, "phone", "stock", "cold", "first")) == [0.1]


@pytest.mark.parametrize(
    ("case", "word", "found"),
    [
        (budget(RATIO, 1 / 10, "stock"), "met", Summary(0.1, 0.05, 0.2, 3)),
        (budget(RATIO, 1.5, "javascript"), "not measured", None),
        (budget(MILLISECONDS, 50), "short", Summary(100, 50, 200, 3)),
        (budget(BYTES, 100), "met", Summary(100, 50, 200, 3)),
    ],
)
def test_budget_is_judged_by_the_median(case: Budget, word: str, found: Summary | None) -> None:
    """Met up to the limit itself."""
    records = [record("ours", run, first=first) for run, first in enumerate((50, 100, 200))]
    records += [record("stock", run, first=1000) for run in range(3)]

    verdict = judged(case, records)

    assert (verdict.word, verdict.found) == (word, found)


def test_budgets_name_what_is_measured() -> None:
    """A misspelt metric or engine would never be measured."""
    assert {each.metric for each in BUDGETS} <= METRICS.keys()
    assert {each.against for each in BUDGETS} - {None} <= ENGINES.keys()


def test_variant_differs_in_the_engine_alone() -> None:
    """Our scripts and what fetches them ahead are gone; styles, fonts, policy and other scripts stay."""
    changed = variant(PAGE, "<script src=other.mjs></script>\n").splitlines()

    gone = [line for line in PAGE.splitlines() if line not in changed]
    assert [re.findall(r"[\w-]+\.(?:mjs|wasm)", line) for line in gone] == [
        ["guide-python.mjs"],
        ["calculator-client.mjs"],
        ["micropython.wasm"],
        ["guide-calculators.mjs"],
    ]
    assert [line for line in changed if line not in PAGE.splitlines()] == ["<script src=other.mjs></script>"]


def test_variant_refuses_a_page_without_our_script() -> None:
    """Else two engines would answer, or none."""
    with pytest.raises(ValueError, match=r"^guide-calculators\.mjs stands 0 times in the page, expected once$"):
        variant("<html>", "")


@pytest.mark.parametrize(
    ("path", "for_ever"),
    [
        ("/ours/assets/guide-5a98965220eb459d/javascripts/guide-calculator.mjs", True),
        ("/ours/assets/python/07639db7d19b/pyodide.asm.wasm", True),
        ("/ours/assets/python/micropython-3d53232487c4/micropython.mjs", True),
        ("/ours/assets/python/stdlib-acb67d05892b.zip", True),
        ("/ours/assets/python/snapshot-3ca861b15e23.bin", True),
        ("/ours/assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("/ours/assets/javascripts/workers/search.a7633da7.min.js", True),
        ("/ours/assets/stylesheets/main.57a0d79d.min.css", True),
        ("/stock/engine/0123456789ab/pyodide.asm.wasm", True),
        ("/ours/assets/python/manifest.json", False),
        ("/ours/assets/python/snapshot.json", False),
        ("/ours/assets/javascripts/lunr/min/lunr.de.min.js", False),
        ("/ours/service-worker.js", False),
        ("/ours/calculators/engagement-rate/", False),
    ],
)
def test_only_names_that_hold_the_content_are_kept_for_ever(path: str, for_ever: bool) -> None:
    """Everything else is asked for again."""
    assert caching(path) == ("public, max-age=31536000, immutable" if for_ever else "no-cache")


def asked(host: Host, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", host.server_port, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        connection.close()


def test_host_compresses_revalidates_and_counts(tmp_path: Path) -> None:
    """As a good static host, and it keeps what it sent, by path and time."""
    (tmp_path / "site").mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "site/page.html").write_text("built " * 2000, encoding="utf-8")
    (tmp_path / "site/index.html").write_text("index", encoding="utf-8")
    (tmp_path / "own/index.html").write_text("own", encoding="utf-8")
    with hosting({"ours": [tmp_path / "own", tmp_path / "site"]}) as host:
        status, headers, body = asked(host, "/ours/page.html?query")
        again = asked(host, "/ours/page.html", {"If-None-Match": headers["ETag"]})

        assert (status, headers["Content-Encoding"], headers["Content-Type"]) == (200, "br", "text/html; charset=utf-8")
        assert brotli.decompress(body) == b"built " * 2000
        assert (again[0], again[2]) == (304, b"")
        assert asked(host, "/ours/")[2] == b"own"
        assert asked(host, "/ours/../../secret")[0] == 404
        while not host.transfers.quiet_for():  # an answer is read before its thread has noted its last piece
            time.sleep(0.01)
        assert {"page.html", ""} <= host.transfers.paths()
        assert host.transfers.bytes() > host.transfers.bytes(without={"page.html"}) > 0


def test_transfers_until_a_moment() -> None:
    """Bytes that were sent later, or that other pages ask for as well, are left out."""
    transfers = Transfers()
    transfers.pieces = [(10.0, "a", 1), (20.0, "b", 2), (30.0, "c", 4)]

    assert transfers.bytes() == 7
    assert transfers.bytes(until=20, without={"a"}) == 2


def test_longest_task_since_the_first_press() -> None:
    """A task that was under way at the press counts; without any press there is nothing to tell."""
    found = [[100.0, 300.0], [900.0, 60.0], [1500.0, 80.0]]

    assert tasks(found, 950) == {"task": 300, "task_typing": 80, "task_typing_at": 1500}
    assert tasks(found, 1600) == {"task": 300, "task_typing": 0, "task_typing_at": None}
    assert tasks(found, None) == {"task": 300, "task_typing": None, "task_typing_at": None}


def test_typed_numbers_are_forty_presses_with_answers_of_their_own() -> None:
    """Engagements of the example's usual post are 651: each press must show another rate than the one before."""
    shown, before = [], "40000"
    for number in TYPED:
        shown += [f"{651 / int(number[:length]):.4f}" for length in range(1, len(number) + 1)]
    answers = [f"{651 / int(before):.4f}", *shown]

    assert len(shown) == 40
    assert all(one != other for one, other in pairwise(answers))


def test_report_says_all_that_was_measured() -> None:
    """A table for people, the same and every raw value as JSON."""
    results = Results(MACHINE, 2)
    results.records = [record("ours", run, first=100 + run, bytes_first=250_000) for run in (1, 2)]
    results.records += [record("stock", run, first=2000) for run in (1, 2)]
    results.failures = ["phone, javascript, 1: gone"]

    text, kept = printed(results), json.loads(in_json(results))

    assert re.search(r"first live answer \(ms\) +102 \(101–102\) +2,000 \(2,000–2,000\)", text)
    assert "met          first live answer, phone, cold: 0.051 (0.051–0.051), at most 0.100 × of stock" in text
    assert "met          bytes added before the first live answer, phone, cold: 250.0 (250.0–250.0)" in text
    assert text.endswith("FAILED: phone, javascript, 1: gone")
    assert kept["records"][0] == {
        "profile": "phone",
        "engine": "ours",
        "run": 1,
        "visit": "cold",
        "metrics": {"first": 101, "bytes_first": 250_000},
    }
    assert [each["verdict"] for each in kept["budgets"]][:2] == ["met", "not measured"]


def test_an_invented_guide_is_valid_and_always_the_same(tmp_path: Path) -> None:
    """A guide of so many files has so many, none of them wrong, and writing it again gives the same bytes."""
    shape = of_files(30)
    first, again = (write_guide(shape, tmp_path / name) for name in ("first", "again"))
    files = sorted(path.relative_to(first) for path in (first / "content").rglob("*.yml"))

    assert check(first).guide is not None
    assert len(files) == shape.files == 30
    assert all((first / name).read_bytes() == (again / name).read_bytes() for name in files)


def test_the_report_on_building_judges_by_medians() -> None:
    """Ratios are taken run by run, growth where the pages are ten times as many, and what is missing is said."""
    small = Measured(
        {"first": [9.0], "whole": [2.2, 2.6, 2.0], "mkdocs": [2.0, 2.0, 2.0]}, 100, 5_000_000, (9000, 2000)
    )
    large = Measured({"first": [99.0], "whole": [20.0, 10.4, 30.0], "mkdocs": [10.0, 10.0, 10.0]}, 1000)
    lines = report(MACHINE, {100: small, 1000: large}, 1000, Measured()).splitlines()

    assert "| 100 | 9.00 | 2.20 (2.00–2.60) | 2.00 (2.00–2.00) | 1.10 (1.00–1.30) | 50 | 9 | 2 |" in lines
    assert "| whole / MkDocs, 100 pages | 1.2 | 1.10 (1.00–1.30) | met |" in lines
    assert "| whole / MkDocs, 1,000 pages | 1.2 | 2.00 (1.04–3.00) | short |" in lines
    assert "| growth of the whole build, 100 → 1,000 pages | 7 | 9.09 (4.00–15.00) | short |" in lines
    assert "| check of 1,000 content files, s | 2 | – | not measured |" in lines


def test_a_walk_is_a_table_with_each_task_s_sum() -> None:
    """Edits take no time, of an answer the last line is shown, and nothing in it can end a cell."""
    walked = [
        Walked("Set up", "git clone ADDRESS generator", 1.5, "Cloning\n"),
        Walked("Change a figure", "content/sources/a.yml", None),
        Walked("Change a figure", "check", 2.25, "one | two\n  three | four\n\n"),
        Walked("Change a figure", "git commit", 0.5),
    ]

    assert table(walked).splitlines()[2:] == [
        "| Set up | `git clone ADDRESS generator` | 1.50 | `Cloning` |",
        "| **Set up** | 1 command | **1.50** | |",
        "| Change a figure | edit `content/sources/a.yml` | | |",
        "| Change a figure | `check` | 2.25 | `three \\| four` |",
        "| Change a figure | `git commit` | 0.50 |  |",
        "| **Change a figure** | 2 commands | **2.75** | |",
    ]
