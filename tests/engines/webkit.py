"""WebKitGTK's small browser, driven by plain WebDriver calls on a screen that nobody sees."""

import os
import socket
import time

from tests import debian

from .background import running
from .display import display
from .patience import LIMIT_IN_S
from .webdriver import Session, session

PAUSE_IN_S = 0.25


def result(address: str) -> str:
    """Open the smoke page and read what it says."""
    driver = debian.program("webkit2gtk-driver", "WebKitWebDriver")
    port = _free_port()
    command = [driver, "--host=127.0.0.1", f"--port={port}"]
    with (
        display() as screen,
        running(command, env={**os.environ, "DISPLAY": screen}),
        session(f"http://127.0.0.1:{port}") as browser,
    ):
        browser.open(address)
        _wait_for_end(browser)
        return browser.text("#result")


def _wait_for_end(browser: Session) -> None:
    """Wait until the page has its title.

    Raises:
        TimeoutError: When it never does.
    """
    end = time.monotonic() + LIMIT_IN_S
    while browser.title() == "running":
        if time.monotonic() > end:
            raise TimeoutError("the smoke page did not end")
        time.sleep(PAUSE_IN_S)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    return found
