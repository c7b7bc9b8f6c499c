"""Waiting for files to be saved."""

import threading
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ..strays import hidden

PAUSE_IN_SECONDS = 0.05
"""A code editor saves in several steps; one answer does for them all."""

CHANGES = {"created", "modified", "moved", "deleted"}


class Watch(FileSystemEventHandler):
    """Gathers what is saved in some folders."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._paths: set[Path] = set()
        self._saved = threading.Event()
        self._observer = Observer()
        for folder in folders:
            self._observer.schedule(self, str(folder), recursive=True)
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer's thread."""
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        wanted = {path for path in paths if "__pycache__" not in path.parts and not hidden(path.name)}
        if event.event_type in CHANGES and not event.is_directory and wanted:
            self._paths |= wanted
            self._saved.set()

    def waiting(self) -> bool:
        """Whether something was saved that nobody has taken yet."""
        return self._saved.is_set()

    def rest(self, seconds: float) -> None:
        """Do nothing for a while, or until something is saved."""
        self._saved.wait(seconds)

    def take(self) -> set[Path]:
        """Wait until something is saved, and take it."""
        while not self._saved.wait(timeout=1):  # a wait without an end could not be interrupted
            pass
        threading.Event().wait(PAUSE_IN_SECONDS)
        self._saved.clear()
        taken, self._paths = self._paths, set()
        return taken

    def end(self) -> None:
        """Stop watching."""
        self._observer.stop()
