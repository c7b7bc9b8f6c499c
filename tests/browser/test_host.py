"""The host of the tests: what it tells of, and what is no news."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .host import Host, hosting


def told(folder: Path, error: type[Exception], capsys: pytest.CaptureFixture[str]) -> str:
    """What the host says when an answer ends with an error."""

    class Failing(Host):
        def send_head(self) -> None:
            raise error

    with hosting(folder, Failing) as address:
        asking = http.client.HTTPConnection(urlsplit(address).netloc)
        asking.request("GET", "/")
        with pytest.raises(http.client.RemoteDisconnected):
            asking.getresponse()
    return capsys.readouterr().err


@pytest.mark.parametrize("error", [ConnectionResetError, BrokenPipeError])
def test_a_browser_that_hangs_up_is_no_news(
    tmp_path: Path, error: type[Exception], capsys: pytest.CaptureFixture[str]
) -> None:
    """Leaving a page while it loads closes connections, and says nothing about the site."""
    assert told(tmp_path, error, capsys) == ""


def test_any_other_fault_of_the_host_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with an answer is not passed over together with closed connections."""
    assert "ZeroDivisionError" in told(tmp_path, ZeroDivisionError, capsys)
