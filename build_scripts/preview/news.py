"""What browsers are told while they show the preview: which page is new, and what is wrong with the content."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from queue import Empty, SimpleQueue

from ..problem import Problem

EVERY_PAGE = "*"
BREATH_IN_SECONDS = 10
"""So often a browser hears something, so that one that left is noticed."""


@dataclass(frozen=True)
class Told:
    """A problem as the page shows it: where in which file, what is wrong, what to do."""

    place: str
    message: str
    remedy: str


def told(problem: Problem) -> Told:
    """A problem for the page."""
    where = f"{problem.where}: " if problem.where else ""
    return Told(f"{problem.file}:{problem.line}:{problem.column}", where + problem.message, problem.remedy)


class News:
    """Events for every browser that listens; one that comes late, or comes again, is told what it missed."""

    def __init__(self) -> None:
        self._listeners: list[SimpleQueue[str]] = []
        self._lock = threading.Lock()
        self._problems: list[Told] = []
        self._pages: dict[str, int] = {}
        self.now = 0
        self.page(EVERY_PAGE)

    def page(self, address: str) -> None:
        """Say that a page is new; `EVERY_PAGE` for all of them."""
        with self._lock:
            self.now = time.time_ns()  # grows from one run of the preview to the next as well
            self._pages[address] = self.now
            self._send(_event("page", address, self.now))

    def problems(self, found: list[Told]) -> None:
        """Say what is wrong now; nothing takes the message away."""
        with self._lock:
            self._problems = found
            self._send(_event("problems", _json(found)))

    def is_heard(self) -> bool:
        """Whether any browser listens."""
        return bool(self._listeners)

    def listen(self, since: int) -> Iterator[str]:
        """What has changed since a moment (of `now`), what is wrong, and then all news, for ever."""
        queue: SimpleQueue[str] = SimpleQueue()
        with self._lock:
            for address, at in sorted(self._pages.items(), key=lambda each: each[1]):
                if at > since:
                    queue.put(_event("page", address, at))
            queue.put(_event("problems", _json(self._problems)))
            self._listeners.append(queue)
        try:
            while True:
                yield _next(queue)
        finally:
            with self._lock:
                self._listeners.remove(queue)

    def _send(self, event: str) -> None:
        for each in self._listeners:
            each.put(event)


def _next(queue: SimpleQueue[str]) -> str:
    try:
        return queue.get(timeout=BREATH_IN_SECONDS)
    except Empty:
        return ":\n\n"


def _event(kind: str, data: str, id_: int | None = None) -> str:
    """One event of the stream."""
    return f"{f'id: {id_}\n' if id_ else ''}event: {kind}\ndata: {data}\n\n"


def _json(found: list[Told]) -> str:
    return json.dumps([asdict(each) for each in found])
