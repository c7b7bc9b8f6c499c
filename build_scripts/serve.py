"""Preview: MkDocs serves the staged files, and every change stages them again."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .build import PROJECT
from .site_address import SITE_ADDRESS

AS_DRAWN = "--as-drawn"
"""Pictures in files stay as the preview's first staging drew them: a changed page must not wait for them."""

WATCHED = ("content", "calculators", "docs", "build_scripts")
PAUSE_IN_SECONDS = 0.1
"""An editor saves in several steps; one staging answers them all."""


class _Changes(FileSystemEventHandler):
    def __init__(self) -> None:
        self.seen = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"created", "modified", "moved", "deleted"} and "__pycache__" not in str(event.src_path):
            self.seen.set()


def serve(directory: Path, port: int) -> int:
    """Serve until interrupted. A problem in the content is printed and the last good page stays."""
    address = f"127.0.0.1:{port}"
    settings = {**os.environ, SITE_ADDRESS: f"http://{address}/", "NO_MKDOCS_2_WARNING": "1"}
    if _stage(directory, settings) != 0:
        return 1
    changes = _Changes()
    observer = Observer()
    for folder in sorted({root / name for root in (directory, PROJECT) for name in WATCHED}):
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--watch-theme", "-a", address]
    site = subprocess.Popen([*command, "-f", str(directory / "build/mkdocs.yml")], env=settings)
    print(f"Preview at http://{address}/ (Ctrl+C ends it)", flush=True)
    try:
        _follow(changes, site, lambda: _stage(directory, settings, AS_DRAWN))
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        site.terminate()
    return site.wait()


def _follow(changes: _Changes, site: "subprocess.Popen[bytes]", stage: Callable[[], int]) -> None:
    while site.poll() is None:
        if changes.seen.wait(timeout=1):
            threading.Event().wait(PAUSE_IN_SECONDS)
            changes.seen.clear()
            stage()


def _stage(directory: Path, settings: dict[str, str], *more: str) -> int:
    """Stage in a fresh process, so that a change to the generator itself counts."""
    command = [sys.executable, "-m", "build_scripts", "build", "--staged", *more, "--guide", str(directory)]
    return subprocess.run(command, cwd=PROJECT, env=settings, check=False).returncode
