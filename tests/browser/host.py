"""A plain static host on this machine."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files with the types that a browser asks for, and says nothing."""

    base = "repo"
    """The folder of the site whose page answers where there is nothing."""

    extensions_map = {  # noqa: RUF012  # the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where there is nothing."""
        lost = Path(self.directory, self.base, "404.html")
        if code != http.HTTPStatus.NOT_FOUND or not lost.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(lost.read_bytes())
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


class Server(http.server.ThreadingHTTPServer):
    """Tells of every fault but that a browser has hung up, as one does that leaves a page while it loads."""

    def handle_error(self, *asked: Any) -> None:  # noqa: ANN401  # the base class has no types for these
        """Pass over a closed connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*asked)


@contextmanager
def hosting(folder: Path, handler: type[Host] = Host, port: int = 0, name: str = "127.0.0.1") -> Iterator[str]:
    """Serve a folder; its address, with a slash at the end."""
    server = Server((name, port), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{name}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
