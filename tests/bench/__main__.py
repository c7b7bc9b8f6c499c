"""Cold start: from navigation to the first live answer to a changed input, ours against stock Pyodide, in turn.

    python -m tests.bench [RUNS]

Both are served from this machine with the same compression; each run has a fresh browser profile. Prints medians and
ranges, and the bytes that the site ships by kind.
"""

import functools
import gzip
import http.server
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import brotli
from flit_core.wheel import make_wheel_in
from playwright.sync_api import Browser, Page, sync_playwright

from build_scripts.registry import stage
from tests.browser import chromium

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE_IN_MS = 60_000
KINDS = {
    "pages": ("*.html",),
    "styles": ("*.css",),
    "scripts of ours": ("javascripts/*.mjs",),
    "fonts": ("assets/fonts/*.woff2",),
    "Python runtime": ("assets/python/*/pyodide*",),
    "Python library and calculators": ("assets/python/*.zip", "assets/python/*/*.whl"),
    "data files": ("data/**/*",),
}


class Host(http.server.SimpleHTTPRequestHandler):
    """A plain host that compresses, as real ones do."""

    extensions_map = {  # noqa: RUF012  # the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        """Send a file as brotli, kept compressed in memory."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


@functools.cache
def compressed(path: Path) -> bytes:
    """A file as brotli, quality 5."""
    content: bytes = brotli.compress(path.read_bytes(), quality=5)
    return content


def measured(browser: Browser, address: str, change: Callable[[Page], None]) -> float:
    """Milliseconds from navigation to the changed answer, in a fresh profile."""
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda error: print(f"{address}: {error}", file=sys.stderr))
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    change(page)
    took = (time.perf_counter() - begin) * 1000
    context.close()
    return took


def ours(page: Page) -> None:
    """Type a number and wait for Python's answer."""
    page.locator(".g-field input").first.fill("40,000", timeout=PATIENCE_IN_MS)
    page.locator(".g-status[data-state=answered]").wait_for(timeout=PATIENCE_IN_MS)


def stock(page: Page) -> None:
    """Wait for the first answer, which comes when Python is there; then change it."""
    page.locator("#answer:not(:empty)").wait_for(timeout=PATIENCE_IN_MS)
    page.locator("#followers").fill("40000")


def stock_folder(folder: Path) -> None:
    """The stock page with the npm package's own files and the plain wheel."""
    shutil.copytree(PROJECT / "node_modules/pyodide", folder / "pyodide")
    shutil.copy(Path(__file__).with_name("stock.html"), folder / "index.html")
    source = folder / "source"
    for name, content in stage(PROJECT).items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(content)
    settings = '[build-system]\nrequires=["flit_core"]\nbuild-backend="flit_core.buildapi"\n'
    project = '[project]\nname="calculators"\nversion="1"\nrequires-python=">=3.13"\ndescription="x"\n'
    (source / "pyproject.toml").write_text(settings + project, encoding="utf-8")
    make_wheel_in(source / "pyproject.toml", folder)


def main(runs: int) -> None:
    """Measure in turn and print."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "ours").symlink_to(PROJECT / "site")
        (root / "stock").mkdir()
        stock_folder(root / "stock")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        cases = {"ours": (f"{base}ours/calculators/engagement-rate/", ours), "stock": (f"{base}stock/", stock)}
        times: dict[str, list[float]] = {name: [] for name in cases}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.arguments())
            for run in range(runs + 1):
                for case, (address, change) in cases.items():
                    took = measured(browser, address, change)
                    if run:  # the first run warms the host's compression, not the browser
                        times[case].append(took)
            browser.close()
        server.shutdown()
    for case, found in times.items():
        print(f"{case:6} {statistics.median(found):7.0f} ms  ({min(found):.0f}–{max(found):.0f}, {runs} cold runs)")
    ratios = [a / b for a, b in zip(times["ours"], times["stock"], strict=True)]
    print(f"ours / stock, pair by pair: {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})")
    sizes()


def sizes() -> None:
    """Bytes of each kind: as they are, gzip, brotli."""
    site = PROJECT / "site"
    for kind, patterns in KINDS.items():
        files = [path for pattern in patterns for path in site.rglob(pattern) if path.is_file()]
        contents = [path.read_bytes() for path in files]
        packs: tuple[Callable[[bytes], bytes], ...] = (bytes, gzip.compress, brotli.compress)
        row = [sum(len(pack(each)) for each in contents) for pack in packs]
        print(f"{kind:31}{len(files):4} files " + "".join(f"{size / 1000:11,.0f} kB" for size in row))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
