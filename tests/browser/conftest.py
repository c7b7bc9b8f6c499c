"""A real browser, and the built site on a host."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from . import chromium
from .calculator_pages import wait_for_full_python
from .host import hosting

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")

expect.set_options(timeout=30_000)  # a busy machine is no fault of the page


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
    """The flagship under a sub-path, as on a project page; workers share the port that the site is built for."""
    (served / "repo").symlink_to(flagship / "site")
    with hosting(served, port=port, name=f"127.0.0.{1 + int(WORKER)}") as root:
        yield f"{root}repo/"


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
