"""Chromium with a profile of its own on disk, as a reader has one."""

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests.browser import chromium

from .profiles import Profile

LIMIT_IN_S = 420
"""A browser that lives longer hangs."""


@dataclass
class Reader:
    """An open browser."""

    context: BrowserContext
    pid: int


@contextmanager
def opened(playwright: Playwright, profile: Profile) -> Iterator[Reader]:
    """A browser that has never been anywhere; ended by force when it hangs."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=chromium.path(), args=chromium.arguments(), **profile.screen
        )
        pid = _owner(folder)
        hung = threading.Timer(LIMIT_IN_S, _end, [pid])
        hung.daemon = True
        hung.start()
        try:
            yield Reader(context, pid)
        finally:
            hung.cancel()
            context.close()


def _owner(folder: str) -> int:
    """The browser's main process: the one with this profile that is no helper."""
    mark = f"--user-data-dir={folder}".encode()
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
            if mark in words and not any(word.startswith(b"--type=") for word in words):
                return int(entry.name)
    raise RuntimeError("the browser's process was not found")


def _end(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
