"""A host that can be stopped, that publishes a newer release, and that sends damaged files."""

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

from build_scripts.service_worker import NAME, service_worker

from .host import Server

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = (PROJECT / "docs/service-worker.js").read_text(encoding="utf-8")
OFF = (PROJECT / "docs/service-worker-off.js").read_text(encoding="utf-8")
TEXT = {".html", ".css", ".mjs", ".json", ".js"}


class Trouble:
    """What is wrong with the host, by names or paths; nothing at first."""

    def __init__(self) -> None:
        self.half: set[str] = set()
        """Names of which only the first half is sent."""
        self.unsized: set[str] = set()
        """Names of which half is sent and the length is not said, so that no browser can see the loss."""
        self.slow: dict[str, float] = {}
        """Seconds that some answers take to begin, by the path's ending."""
        self.moved: set[str] = set()
        """Names with an ending that the host takes away, as hosts with tidy addresses do."""
        self.broken = False
        """Whether everything is answered with an error of the host."""
        self.gone = False
        """Whether connections that are still open are dropped too."""


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a site, and says that browsers may not keep anything themselves: what works offline is the worker's."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012  # the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }
    trouble = Trouble()

    def do_GET(self) -> None:
        """Answer, with the trouble there is."""
        if self.trouble.gone:
            self.close_connection = True
            return
        time.sleep(next((wait for end, wait in self.trouble.slow.items() if self.path.endswith(end)), 0))
        if self.trouble.broken:
            self.send_error(http.HTTPStatus.SERVICE_UNAVAILABLE)
        elif self._name in self.trouble.moved:
            self.send_response(http.HTTPStatus.PERMANENT_REDIRECT)
            self.send_header("Location", self.path.rpartition(".")[0])
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Find a moved file at its tidy address as well."""
        found = super().translate_path(path)
        return f"{found}.html" if f"{self._name}.html" in self.trouble.moved else found

    def send_header(self, keyword: str, value: str) -> None:
        """Leave the length out where the trouble is that."""
        if keyword == "Content-Length" and self._name in self.trouble.unsized:
            super().send_header("Connection", "close")
        else:
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Say that nothing may be kept by the browser itself."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def copyfile(self, source: object, outputfile: object) -> None:
        """Send a file, or half of it and then nothing."""
        content: bytes = source.read()  # type: ignore[attr-defined]
        broken_off = self._name in self.trouble.half | self.trouble.unsized
        self.wfile.write(content[: len(content) // 2] if broken_off else content)
        self.close_connection = self.close_connection or broken_off

    @property
    def _name(self) -> str:
        return self.path.rpartition("/")[2]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


class Releases:
    """A site under a sub-path of a host of its own."""

    def __init__(self, site: Path, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.trouble = Trouble()
        self.address = f"http://127.0.0.1:{port}/repo/"
        shutil.copytree(site, folder / "repo")
        self._server: Server | None = None
        self.start()

    def start(self) -> None:
        """Answer."""
        self.trouble.gone = False
        handler = type("TroubledHost", (Host,), {"trouble": self.trouble})
        self._server = Server(("127.0.0.1", self.port), functools.partial(handler, directory=str(self.folder)))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone, for open connections as well."""
        self.trouble.gone = True
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
