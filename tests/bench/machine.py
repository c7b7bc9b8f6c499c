"""Where it was measured."""

import json
import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.browser import chromium

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Machine:
    """What a reader of the figures needs to know; nothing that names the machine."""

    date: str
    system: str
    processor: str
    cores: int
    memory_in_gb: float
    load: float
    """How many processes wanted a core when the measurement began."""
    browser: str
    python: str
    pyodide: str
    micropython: str


def described(date: str | None) -> Machine:
    """This machine; the date is today's unless given."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        date=date or datetime.now(UTC).date().isoformat(),
        system=platform.system(),
        processor=_processor(),
        cores=os.cpu_count() or 0,
        memory_in_gb=round(memory / 1e9, 1),
        load=round(os.getloadavg()[0], 2),
        browser=_browser(),
        python=platform.python_version(),
        pyodide=_version("pyodide"),
        micropython=_version("@micropython/micropython-webassembly-pyscript"),
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _browser() -> str:
    said = subprocess.run([chromium.path(), "--version"], capture_output=True, text=True, check=False, timeout=30)
    return " ".join(said.stdout.split()[:2])


def _version(package: str) -> str:
    found: str = json.loads((PROJECT / "node_modules" / package / "package.json").read_bytes())["version"]
    return found
