"""Preview: MkDocs serves the staged files, and every change stages them again."""

import subprocess
import sys
import threading
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .build import PROJECT

WATCHED = ("content", "calculators", "docs", "build_scripts")
PAUSE_IN_SECONDS = 0.1
"""An editor saves in several steps; one staging answers them all."""


class _Changes(FileSystemEventHandler):
    def __init__(self) -> None:
        self.seen = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"created", "modified", "moved", "deleted"} and "__pycache__" not in str(event.src_path):
            self.seen.set()


def serve(directory: Path) -> int:
    """Serve until interrupted. A problem in the content is printed and the last good page stays."""
    if _stage(directory) != 0:
        return 1
    changes = _Changes()
    observer = Observer()
    for folder in sorted({root / name for root in (directory, PROJECT) for name in WATCHED}):
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    site = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", str(directory / "build/mkdocs.yml")]
    )
    print("Preview at http://127.0.0.1:8000/ (Ctrl+C ends it)")
    try:
        _follow(changes, site, directory)
    except KeyboardInterrupt:
        site.terminate()
    finally:
        observer.stop()
    return site.wait()


def _follow(changes: _Changes, site: "subprocess.Popen[bytes]", directory: Path) -> None:
    while site.poll() is None:
        if changes.seen.wait(timeout=1):
            threading.Event().wait(PAUSE_IN_SECONDS)
            changes.seen.clear()
            _stage(directory)


def _stage(directory: Path) -> int:
    """Stage in a fresh process, so that a change to the generator itself counts."""
    command = [sys.executable, "-m", "build_scripts", "build", "--staged", "--guide", str(directory)]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode
