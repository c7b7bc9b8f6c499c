"""A host that can be stopped, that publishes a newer release, and that sends damaged files."""

import functools
import http.server
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from build_scripts.service_worker import NAME, service_worker

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = (PROJECT / "docs/service-worker.js").read_text(encoding="utf-8")
OFF = (PROJECT / "docs/service-worker-off.js").read_text(encoding="utf-8")
TEXT = {".html", ".css", ".mjs", ".json", ".js"}


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves with lasting names kept for a year, everything else asked for again."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012  # the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }
    half: set[str] = set()  # noqa: RUF012  # shared on purpose
    """Names of which only the first half is sent."""

    def end_headers(self) -> None:
        """Say that nothing may be kept by the browser itself: what works offline then is the service worker's."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def copyfile(self, source: object, outputfile: object) -> None:
        """Send a file, or half of it and then nothing."""
        name = self.path.rpartition("/")[2]
        content: bytes = source.read()  # type: ignore[attr-defined]
        self.wfile.write(content[: len(content) // 2] if name in self.half else content)
        self.close_connection = self.close_connection or name in self.half

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


class Releases:
    """A site under a sub-path of a host of its own."""

    def __init__(self, site: Path, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.address = f"http://127.0.0.1:{port}/repo/"
        shutil.copytree(site, folder / "repo")
        self._server: http.server.ThreadingHTTPServer | None = None
        self.start()

    def start(self) -> None:
        """Answer."""
        handler = functools.partial(Host, directory=str(self.folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    def publish(self, change: Callable[[str], str], worker: str = SOURCE) -> None:
        """Put a changed site in the place of this one: every text goes through `change`, names as well."""
        old = {path.relative_to(self.folder / "repo").as_posix(): path for path in (self.folder / "repo").rglob("*")}
        new = {change(name): _changed(path, change) for name, path in old.items() if path.is_file()}
        shutil.rmtree(self.folder / "repo")
        for name, content in {**new, NAME: service_worker(new, worker)}.items():
            target = self.folder / "repo" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _changed(path: Path, change: Callable[[str], str]) -> bytes:
    return change(path.read_text(encoding="utf-8")).encode() if path.suffix in TEXT else path.read_bytes()
