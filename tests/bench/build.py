"""Measure how building grows: invented guides of some sizes, whole processes timed in turn, in one run.

Prints Markdown: the times with medians and ranges, the budgets of the design, and the size of the search index.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from build_scripts.build import environment
from build_scripts.pipeline import check

from .build_report import Measured, report
from .machine import described
from .synthetic import Shape, of_files, of_pages, write_guide

PROJECT = Path(__file__).resolve().parents[2]
RUNS = 5
PAGES = (100, 1000)
FILES = 1000


@dataclass
class Guide:
    """One invented guide and what was measured of it."""

    folder: Path
    shape: Shape
    measured: Measured = field(default_factory=Measured)

    def run(self, name: str, *command: str) -> None:
        """Time one whole process; its time is kept under a name.

        Raises:
            RuntimeError: When it fails.
        """
        settings = environment(self.settings)
        begin = time.perf_counter()
        whole = [sys.executable, "-m", *command]
        finished = subprocess.run(whole, cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)
        self.measured.seconds.setdefault(name, []).append(time.perf_counter() - begin)
        if finished.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {finished.stdout[-500:]}{finished.stderr[-2000:]}")

    def __post_init__(self) -> None:
        checked = check(self.folder)
        if checked.guide is None:
            raise RuntimeError("\n".join(map(str, checked.problems[:5])))
        self.settings = checked.guide

    def check(self) -> None:
        """The command that editors wait for."""
        self.run("check", "build_scripts", "check", "--guide", str(self.folder))

    def build(self) -> None:
        """The whole build after the first one and the build of the same staged docs by MkDocs alone, both from nothing.

        What is kept by its content in build/cache (fonts, compiled Python, pictures) is there, as in every later build.
        """
        self._clear("build/docs", "site")
        self.run("whole", "build_scripts", "build", "--guide", str(self.folder))
        self.look()
        self._clear("site")
        self.run("mkdocs", "mkdocs", "build", "--strict", "--quiet", "-f", str(self.folder / "build/mkdocs.yml"))

    def build_first(self) -> None:
        """The very first build: nothing is kept yet."""
        self._clear("build", "site")
        self.run("first", "build_scripts", "build", "--guide", str(self.folder))

    def look(self) -> None:
        """Note what the site has."""
        index = (self.folder / "site/search/search_index.json").read_bytes()
        self.measured.index = (len(index), len(brotli.compress(index, quality=9)))
        self.measured.pages = sum(1 for _ in (self.folder / "site").rglob("*.html"))
        self.measured.page_bytes = sum(path.stat().st_size for path in (self.folder / "site").rglob("*.html"))

    def _clear(self, *folders: str) -> None:
        for name in folders:
            shutil.rmtree(self.folder / name, ignore_errors=True)


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.build", description=__doc__)
    parser.add_argument("runs", nargs="?", type=int, default=RUNS, help=f"how often, {RUNS} if absent")
    parser.add_argument("--pages", type=int, nargs="+", default=list(PAGES), help="sizes of the guides that are built")
    parser.add_argument("--files", type=int, default=FILES, help="content files of the guide that is checked")
    parser.add_argument("--no-build", action="store_true", help="only check")
    parser.add_argument("--date", help="the date to write, today's if absent")
    return parser.parse_args()


def steps(built: list[Guide], checked: Guide) -> Iterator[Callable[[], None]]:
    """What one run does, in turn."""
    yield checked.check
    for guide in built:
        yield guide.build


def tell(text: str) -> None:
    """Say what happens, apart from the report."""
    print(text, file=sys.stderr, flush=True)


def measure(given: argparse.Namespace, place: Path) -> str:
    """The report."""
    pages = [] if given.no_build else given.pages
    built = [Guide(write_guide(of_pages(size), place / f"pages-{size}"), of_pages(size)) for size in pages]
    checked = Guide(write_guide(of_files(given.files), place / "files"), of_files(given.files))
    for guide in built:
        tell(f"first build, {guide.shape.files} content files")
        guide.build_first()
    for run in range(given.runs):
        for step in steps(built, checked):
            tell(f"run {run + 1} of {given.runs}: {step.__name__}")
            step()
    whole = dict(zip(pages, (guide.measured for guide in built), strict=True))
    return report(described(given.date), whole, checked.shape.files, checked.measured)


def main() -> int:
    """Measure and print."""
    given = options()
    with tempfile.TemporaryDirectory(prefix="bench-build-") as name:
        print(measure(given, Path(name)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
