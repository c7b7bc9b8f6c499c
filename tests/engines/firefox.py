"""Firefox, driven over WebDriver BiDi by puppeteer-core in Node."""

import subprocess
import sys
from pathlib import Path

from tests import debian

from .patience import LIMIT_IN_S

DRIVER = Path(__file__).with_suffix(".mjs")
NODE = Path(sys.executable).with_name("node")
LEAVE_IN_S = 60
"""Seconds for the driver to end its Firefox after its own limit."""


def result(address: str) -> str:
    """Open the smoke page and read what it says.

    Raises:
        RuntimeError: When the driver fails; with its words.
    """
    firefox = debian.program("firefox-esr", "firefox-esr", "firefox")
    command = [str(NODE), str(DRIVER), firefox, address, str(LIMIT_IN_S)]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_IN_S + LEAVE_IN_S, check=False)
    if finished.returncode != 0:
        raise RuntimeError(finished.stderr.strip())
    return finished.stdout
