"""A host on this machine that answers as a test tells it to, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

type Reply = tuple[int, dict[str, str], bytes]


class _Handler(BaseHTTPRequestHandler):
    answer: Callable[[str, str, object], Reply]
    asked: list[tuple[str, str, object]]

    def _reply(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        content = json.loads(self.rfile.read(length)) if length else None
        self.asked.append((self.command, self.path, content))
        status, headers, body = type(self).answer(self.command, self.path, content)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PATCH = _reply  # noqa: N815  # the base class names them so

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


@contextmanager
def host(answer: Callable[[str, str, object], Reply]) -> Iterator[tuple[str, list[tuple[str, str, object]]]]:
    """Its address, and every request (method, path, JSON) in order."""
    asked: list[tuple[str, str, object]] = []
    handler = type("Handler", (_Handler,), {"answer": staticmethod(answer), "asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
