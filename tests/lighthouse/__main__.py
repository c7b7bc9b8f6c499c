"""Ask Lighthouse (mobile preset) about one page of each kind, served compressed and cached as a good host does.

One more, `bare`, has the words of a page of the guide in the theme as it comes: the base line of the same run.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.audit.kinds import addresses, examples
from tests.bench.host import hosting
from tests.bench.machine import described
from tests.bench.profiles import Line
from tests.browser import chromium

from .bare import PAGE, bare_site
from .report import CATEGORIES, Visit, short, table, visit

PROJECT = Path(__file__).resolve().parents[2]
RUNS = 5
ASIDE = ("embed/", "404.html")
"""Pages that nobody is led to: those for other sites, and the one for lost readers."""

BARE, BARE_ADDRESS = "bare", "bare/"
LIMIT_IN_S = 240


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.lighthouse", description=__doc__)
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="a built site")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"how often each page, {RUNS} if absent")
    parser.add_argument("--pages", nargs="+", metavar="PAGE", help="only these: kinds of page, or addresses")
    parser.add_argument("--json", type=Path, default=PROJECT / "build/lighthouse", help="where whole reports go")
    return parser.parse_args()


def pages(site: Path, wanted: list[str] | None) -> dict[str, str]:
    """Kind to address of the pages to ask about: the longest of each kind and the base line, unless some are named.

    Raises:
        ValueError: When the site has no such page.
    """
    known = addresses(site)
    found = {kind: address for kind, address in examples(known).items() if not address.startswith(ASIDE)}
    found[BARE] = BARE_ADDRESS
    if wanted is None:
        return found
    unknown = [each for each in wanted if each not in found and each not in known]
    if unknown:
        raise ValueError(f"no such page: {', '.join(unknown)}; kinds: {', '.join(found)}")
    return {each: found.get(each, each) for each in wanted}


def asked(address: str, report: Path) -> dict[str, Any]:
    """Lighthouse's own report on one page, kept in a file."""
    report.parent.mkdir(parents=True, exist_ok=True)
    flags = ["--headless=new", *chromium.arguments()]
    command = [
        str(Path(sys.executable).with_name("node")),
        "node_modules/lighthouse/cli/index.js",
        address,
        f"--only-categories={','.join(CATEGORIES)}",
        "--output=json",
        f"--output-path={report}",
        f"--chrome-flags={' '.join(flags)}",
        "--no-enable-error-reporting",
        "--quiet",
    ]
    settings = {**os.environ, "CHROME_PATH": chromium.path()}
    subprocess.run(command, cwd=PROJECT, env=settings, check=True, timeout=LIMIT_IN_S)
    found: dict[str, Any] = json.loads(report.read_bytes())
    return found


def main() -> int:
    """Ask and print; 1 when a median is under the design's."""
    given = options()
    chosen = pages(given.site, given.pages)
    visits: dict[tuple[str, str], list[Visit]] = {item: [] for item in chosen.items()}
    with TemporaryDirectory() as folder, hosting({"site": [given.site]}) as host:
        host.start_visit(Line())
        if BARE in chosen:
            host.folders[BARE] = [bare_site(given.site.parent / "build/docs", Path(folder))]
        for run in range(given.runs):
            for kind, address in visits:
                print(f"run {run + 1} of {given.runs}: {kind}", file=sys.stderr, flush=True)
                report = given.json / f"{kind.replace('/', '-').replace('*', 'x')}-{run + 1}.json"
                where = address if kind == BARE else f"site/{address}"
                visits[kind, address].append(visit(asked(host.address(where), report)))
    machine = described(None)
    print(f"{machine.date}, {machine.browser}, {machine.processor}, {machine.cores} cores, load {machine.load}", "")
    judged = {item: found for item, found in visits.items() if item != (BARE, BARE_ADDRESS)}
    print(*table(visits), "", f"{BARE}: the words of /{PAGE}/ in the theme as it comes", *short(judged), sep="\n")
    return 1 if short(judged) else 0


if __name__ == "__main__":
    sys.exit(main())
