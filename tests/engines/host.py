"""A host for the built site and the smoke page beside it, which stops for good when the page asks."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SMOKE = Path(__file__).resolve().parent / "smoke"


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files that the browser itself may not keep: what works later works without the host."""

    extensions_map = {  # noqa: RUF012  # the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_POST(self) -> None:
        """``/stop``: agree, then be gone."""
        known = self.path == "/stop"
        self.send_response(http.HTTPStatus.NO_CONTENT if known else http.HTTPStatus.NOT_FOUND)
        self.end_headers()
        if known:
            threading.Thread(target=_close, args=[self.server]).start()

    def end_headers(self) -> None:
        """Forbid the browser's own cache."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def copyfile(self, source: object, outputfile: object) -> None:
        """Send a file; a browser that no longer wants it is no error."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


class DeafHost(Host):
    """Agrees to stop, and goes on."""

    def do_POST(self) -> None:
        """Agree."""
        self.send_response(http.HTTPStatus.NO_CONTENT)
        self.end_headers()


def _close(server: http.server.HTTPServer) -> None:
    server.shutdown()
    server.server_close()


@contextmanager
def hosting(site: Path, folder: Path, handler: type[Host] = Host) -> Iterator[str]:
    """Serve the site under ``/repo/`` and the smoke page under ``/smoke/``; the address of the host."""
    (folder / "repo").symlink_to(site)
    (folder / "smoke").symlink_to(SMOKE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        _close(server)
