"""A real browser and a plain static host for the built site."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from . import chromium
from .calculator_pages import wait_for_full_python

expect.set_options(timeout=30_000)  # a busy machine is no fault of the page


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files with the types that a browser asks for, and says nothing."""

    extensions_map = {  # noqa: RUF012  # the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where there is nothing."""
        lost = Path(self.directory, "repo/404.html")
        if code != http.HTTPStatus.NOT_FOUND or not lost.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(lost.read_bytes())
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Stay silent."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the system's Chromium."""
    return {**browser_type_launch_args, "executable_path": chromium.path(), "args": chromium.arguments()}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the host serves."""
    return tmp_path_factory.mktemp("host")


@pytest.fixture(scope="session")
def host(flagship: Path, port: int, served: Path) -> Iterator[str]:
    """The flagship under a sub-path, as on a project page."""
    (served / "repo").symlink_to(flagship / "site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Host, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visit of its own."""
    visit = browser.new_context(viewport={"width": 1440, "height": 900}, service_workers="block")
    yield visit
    visit.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One tab of the visit."""
    return context.new_page()


@pytest.fixture
def strangers(context: BrowserContext, host: str) -> list[str]:
    """Every address outside the site's own host that a page asked for."""
    asked: list[str] = []
    context.on("request", lambda request: None if request.url.startswith(host) else asked.append(request.url))
    return asked


@pytest.fixture(scope="session")
def warm(browser: Browser, host: str) -> Iterator[Page]:
    """One page whose full Python has started, for tests that only ask it questions."""
    page = browser.new_page(service_workers="block")
    page.goto(f"{host}calculators/engagement-rate/")
    page.locator(".g-field input").first.focus()
    wait_for_full_python(page)
    yield page
    page.close()
