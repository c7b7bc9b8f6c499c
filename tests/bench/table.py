"""Measure a pasted table: from the paste to the answer on screen, the sort of a column, and the longest task meanwhile.

Beside each stands what CPython alone needs for the same on this machine: reading the table, and answering it.
"""

import sys
import time
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

import calculators

from .browser import opened
from .host import Host, hosting
from .machine import described
from .profiles import PROFILES
from .summary import Summary, summary

SITE = Path(__file__).resolve().parents[2] / "site"
ROWS = (12, 1_000, 10_000)
RUNS = 5
PATIENCE_IN_MS = 120_000
FOLLOWERS = "50000"

TASKS = """() => {
  self.benchTasks = [0];
  new PerformanceObserver((list) => self.benchTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });
}"""
PASTED = """async (input, text) => {
  const answer = document.querySelector("[data-answer=value]");
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const start = performance.now();
  input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  while (!/[0-9]/.test(answer.textContent)) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
SORTED = """async () => {
  const start = performance.now();
  document.querySelector(".g-rows .g-sort").click();
  while (!document.querySelector(".g-rows [aria-sort]")) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


def table(rows: int) -> str:
    """A table of so many posts, with its header."""
    return "likes\tcomments\n" + "".join(f"{500 + place % 307}\t{10 + place % 9}\n" for place in range(rows))


def alone(text: str) -> float:
    """Milliseconds that CPython needs to read the table and to answer it."""
    start = time.perf_counter()
    read = calculators.read_table("engagement-rate", text)
    calculators.answer("engagement-rate", {"followers": FOLLOWERS}, read["rows"])
    return (time.perf_counter() - start) * 1000


def live(page: Page, host: Host, text: str) -> tuple[float, float, float]:
    """Milliseconds from the paste to the answer and for a sort, and the longest task on the page's thread."""
    page.goto(host.address("site/calculators/engagement-rate/"))
    page.locator("[data-action=empty]").click()
    page.locator("[name=followers]").fill(FOLLOWERS)
    until_ready(page)
    page.evaluate(TASKS)
    answered: float = page.locator(".g-rows input").first.evaluate(PASTED, text)
    ordered: float = page.evaluate(SORTED)
    longest: float = page.evaluate("Math.max(...self.benchTasks)")
    return answered, ordered, longest


def until_ready(page: Page) -> None:
    """Wait for full Python, and for the page to be quiet."""
    end = time.monotonic() + PATIENCE_IN_MS / 1000
    while not page.evaluate("performance.getEntriesByName('guide:pyodide-ready').length") and time.monotonic() < end:
        page.wait_for_timeout(200)
    page.wait_for_timeout(1500)


def shown(found: Summary | None) -> str:
    """The median and the range."""
    return f"{found.median:,.0f} ({found.low:,.0f}–{found.high:,.0f})" if found else "–"


def line(rows: int, runs: int, playwright: Playwright, host: Host) -> str:
    """One line of the report; each run is a new reader's."""
    text, found, own = table(rows), [], []
    for _ in range(runs):
        own.append(alone(text))
        with opened(playwright, PROFILES["desktop"]) as reader:
            found.append(live(reader.context.pages[0], host, text))
    answered, ordered, longest = zip(*found, strict=True)
    times = summary(live_ / alone_ for live_, alone_ in zip(answered, own, strict=True))
    ratio = f"{times.median:.1f} ({times.low:.1f}–{times.high:.1f})" if times else "–"
    parts = [shown(summary(answered)), shown(summary(own)), ratio, shown(summary(ordered)), shown(summary(longest))]
    return f"| {rows:,} | {' | '.join(parts)} |"


def main() -> int:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    print(described(None))
    print("| rows | paste to answer, ms | CPython alone, ms | times | sort, ms | longest task, ms |")
    print("|---|---|---|---|---|---|")
    with hosting({"site": [SITE]}) as host, sync_playwright() as playwright:
        host.start_visit(PROFILES["desktop"].line)
        for rows in ROWS:
            print(line(rows, runs, playwright, host), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
