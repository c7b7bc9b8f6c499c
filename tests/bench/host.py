"""A static host as a good one is: compressed, kept alive, cached for ever where the name holds the content, else asked.

It also is the slow line: one bucket of bytes for all connections, so that pages, workers and service workers share it.
"""

import functools
import hashlib
import http.server
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli

from .profiles import Line
from .transfers import Transfers

QUALITY = 9
PIECE = 4096
WORTH = 0.95
"""A file is sent compressed when that makes it smaller than this part of itself."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK = "no-cache"
HASHED = re.compile(
    r"""(^|/)(
        assets/guide-[0-9a-f]{8,}/.*
        | assets/python/([\w.]+-)?[0-9a-f]{8,}/.*
        | assets/python/[\w.-]+-[0-9a-f]{8,}\.\w+
        | assets/(javascripts|stylesheets)/([\w-]+/)?[\w-]+\.[0-9a-f]{8}\.min\.(js|css)
        | engine/[0-9a-f]{8,}/.*
    )$""",
    re.VERBOSE,
)
TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def caching(path: str) -> str:
    """The Cache-Control header of a path."""
    return FOR_EVER if HASHED.search(path) else ASK


class Pace:
    """One line's bytes in turn, whoever sends them."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._lock = threading.Lock()
        self._free = 0.0

    def late(self) -> None:
        """Wait as long as a request or a new connection takes."""
        time.sleep(self.line.latency / 1000)

    def wait_for(self, size: int) -> None:
        """Wait until these bytes have had their turn."""
        if not self.line.megabits:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size * 8 / (self.line.megabits * 1_000_000)
            until = self._free
        time.sleep(max(until - time.monotonic(), 0))


class Host(http.server.ThreadingHTTPServer):
    """Serves folders by their first path segment; what an earlier folder of the list has hides what a later one has."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, folders: dict[str, list[Path]]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folders = folders
        self.pace = Pace(Line())
        self.transfers = Transfers()

    def address(self, path: str) -> str:
        """A path's address."""
        return f"http://127.0.0.1:{self.server_port}/{path}"

    def start_visit(self, line: Line) -> Transfers:
        """Forget what was sent, and become this line."""
        self.pace, self.transfers = Pace(line), Transfers()
        return self.transfers

    def find(self, path: str) -> Path | None:
        """The file at a path, a folder's index with it."""
        first, _, rest = path.lstrip("/").partition("/")
        for folder in self.folders.get(first, []):
            file = (folder / rest).resolve()
            file = file / "index.html" if file.is_dir() else file
            if file.is_file() and file.is_relative_to(folder.resolve()):
                return file
        return None

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET."""

    server: Host
    protocol_version = "HTTP/1.1"
    timeout = 120

    def setup(self) -> None:
        """A connection takes a turn there and back before its first request."""
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.server.pace.late()

    def do_GET(self) -> None:
        """Send a file, or say that the browser's copy is still good."""
        transfers, pace = self.server.transfers, self.server.pace
        path = self.path.partition("?")[0]
        with transfers.open(path):
            pace.late()
            head, body = self._response(path)
            for start in range(0, max(len(body), 1), PIECE):
                piece = head + body[start : start + PIECE]
                head = b""
                pace.wait_for(len(piece))
                self.wfile.write(piece)
                transfers.sent(path, len(piece))

    def _response(self, path: str) -> tuple[bytes, bytes]:
        file = self.server.find(path)
        if file is None:
            return self._head(404, {"Content-Length": "0"}), b""
        body, headers = packed(file)
        headers = {**headers, "Cache-Control": caching(path)}
        if self.headers.get("If-None-Match") == headers["ETag"]:
            kept = {name: headers[name] for name in ("ETag", "Cache-Control", "Vary")}
            return self._head(304, kept), b""
        return self._head(200, headers), body

    def _head(self, status: int, headers: dict[str, str]) -> bytes:
        lines = [f"HTTP/1.1 {status} {self.responses[status][0]}", f"Date: {self.date_time_string()}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


@functools.cache
def packed(file: Path) -> tuple[bytes, dict[str, str]]:
    """A file as it is sent, with its headers; compressed once."""
    content = file.read_bytes()
    headers = {
        "Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
        "ETag": f'"{hashlib.sha256(content).hexdigest()[:16]}"',
        "Vary": "Accept-Encoding",
    }
    small: bytes = brotli.compress(content, quality=QUALITY)
    if len(small) < len(content) * WORTH:
        headers["Content-Encoding"] = "br"
        content = small
    return content, {**headers, "Content-Length": str(len(content))}


@contextmanager
def hosting(folders: dict[str, list[Path]]) -> Iterator[Host]:
    """A host that runs for as long as this lasts."""
    host = Host(folders)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()
