"""The preview: a saved change is shown, a slip is told while the last good page stays."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import PROJECT, copy_guide

PATIENCE_IN_SECONDS = 40


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A guide being previewed: its folder, the address, and what the command says."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "serve.log"
    command = [sys.executable, "-u", "-m", "build_scripts", "serve", "--guide", str(guide), "--port", str(port)]
    with log.open("wb") as out:
        running = subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=subprocess.STDOUT)
        yield guide, f"http://127.0.0.1:{port}", log
        running.send_signal(signal.SIGINT)
        running.wait(timeout=20)


def until(shown: Callable[[], bool]) -> bool:
    """Whether something came true while somebody would still wait."""
    end = time.monotonic() + PATIENCE_IN_SECONDS
    while time.monotonic() < end:
        if shown():
            return True
        time.sleep(0.2)
    return False


def page(address: str) -> str:
    """The text of a page, empty while the preview starts."""
    try:
        with urllib.request.urlopen(address) as answer:
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


def test_a_saved_change_is_shown_and_a_slip_is_told(preview: tuple[Path, str, Path]) -> None:
    """The new value comes to the page; a problem comes to the terminal, and the page stays."""
    guide, base, log = preview
    address = f"{base}/guide/dough/"
    source = guide / "content/sources/old-mill.yml"
    assert until(lambda: "81.5%" in page(address)), log.read_text(encoding="utf-8")

    source.write_text(source.read_text(encoding="utf-8").replace("81.5", "83.4"), encoding="utf-8")
    assert until(lambda: "83.4%" in page(address)), log.read_text(encoding="utf-8")

    source.write_text(source.read_text(encoding="utf-8").replace("83.4", "a lot"), encoding="utf-8")
    assert until(lambda: "expected a number, found the text “a lot”" in log.read_text(encoding="utf-8"))
    assert "83.4%" in page(address)
