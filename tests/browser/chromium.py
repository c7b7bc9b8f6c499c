"""The browser that the tests drive: the system's, else Debian's package, else Playwright's own."""

import os
import subprocess
import sys
from pathlib import Path

from tests import debian

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
MISSING = "no Chromium: every test in tests/browser did not run; install Chromium, or allow the Playwright download"


def find() -> str | None:
    """The path of an installed Chromium, or None."""
    return debian.found(*NAMES)


def install() -> str | None:
    """Install Debian's package when we may, else let Playwright download its own; the path, or None."""
    debian.install("chromium")
    if find():
        return find()
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=subprocess.DEVNULL, check=False)
    return _downloaded()


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def path() -> str:
    """The browser's path; found once, installed if need be.

    Raises:
        RuntimeError: When there is none and none can be installed.
    """
    found = find() or _downloaded() or install()
    if found is None:
        raise RuntimeError(MISSING)
    return found


def arguments() -> list[str]:
    """Switches that keep the browser off the network; root has no sandbox."""
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else ARGUMENTS
