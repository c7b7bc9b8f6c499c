"""As much of W3C WebDriver as opening a page and reading it takes."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE_IN_S = 120
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""How the standard names an element's reference."""


class Session:
    """One browser, held through a driver's address."""

    def __init__(self, driver: str, id_: str) -> None:
        self._address = f"{driver}/session/{id_}"

    def open(self, address: str) -> None:
        """Go to a page."""
        call("POST", f"{self._address}/url", {"url": address})

    def title(self) -> str:
        """The page's title."""
        return str(call("GET", f"{self._address}/title"))

    def text(self, selector: str) -> str:
        """The text of the first element that fits, shown or not."""
        found = call("POST", f"{self._address}/element", {"using": "css selector", "value": selector})
        return str(call("GET", f"{self._address}/element/{found[ELEMENT]}/property/textContent"))

    def close(self) -> None:
        """End the browser."""
        call("DELETE", self._address)


@contextmanager
def session(driver: str) -> Iterator[Session]:
    """A browser of the driver's own choice, once the driver answers."""
    _wait_for(f"{driver}/status")
    created = call("POST", f"{driver}/session", {"capabilities": {"alwaysMatch": {}}})
    browser = Session(driver, created["sessionId"])
    try:
        yield browser
    finally:
        browser.close()


def call(method: str, address: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - any JSON
    """One command; its value.

    Raises:
        RuntimeError: When the driver refuses; with its words.
    """
    content = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, content, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_IN_S) as response:
            return json.load(response)["value"]
    except urllib.error.HTTPError as error:
        with error:
            raise RuntimeError(error.read().decode()) from None


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE_IN_S
    while True:
        try:
            call("GET", address)
            return
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
