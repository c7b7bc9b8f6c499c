"""What a host sent during one visit: how much, for which path, and when."""

import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager


class Transfers:
    """Every piece that was sent, with the wall clock's milliseconds, as the page's own times have them."""

    def __init__(self) -> None:
        self.pieces: list[tuple[float, str, int]] = []
        self._lock = threading.Lock()
        self._open = 0
        self._last = time.monotonic()

    @contextmanager
    def open(self, path: str) -> Iterator[None]:
        """A request under way."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)
            self.sent(path, 0)

    def sent(self, path: str, size: int) -> None:
        """Keep a piece; the path without its first segment, which names the engine."""
        with self._lock:
            self.pieces.append((time.time() * 1000, path.lstrip("/").partition("/")[2], size))
            self._last = time.monotonic()

    def bytes(self, until: float = float("inf"), without: Collection[str] = ()) -> int:
        """Bytes sent until a moment, those for some paths left out."""
        with self._lock:
            return sum(size for at, path, size in self.pieces if at <= until and path not in without)

    def paths(self) -> set[str]:
        """All paths that were asked for."""
        with self._lock:
            return {path for _, path, _ in self.pieces}

    def quiet_for(self) -> float:
        """Seconds since the last byte; none while a request is under way."""
        with self._lock:
            return 0.0 if self._open else time.monotonic() - self._last

    def _count(self, step: int) -> None:
        with self._lock:
            self._open += step
