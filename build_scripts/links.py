"""The addresses that the content names: do they still answer? Asked gently, remembered, and never a reason to stop."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, override
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from .model.base import TextKind
from .model.guide import Guide
from .prose import links as links_in
from .validate import files_of
from .walk import marked
from .write import replace

REFUSING_PROGRAMS = {401, 403, 405, 406, 429, 999}
"""Answers that hosts give to programs for pages that people can read."""
REMEDIES = {"broken": "open it; correct it, or cite another copy", "moved": "put the new address"}
MOVED = {301, 308}
HOSTS_AT_ONCE = 4
"""One connection a host, to so many hosts."""
DAYS_KEPT = 30
PATIENCE_IN_SECONDS = 20
AGENT = "Mozilla/5.0 (compatible; guide-link-check)"

type Ask = Callable[[str], "Answer"]


@dataclass(frozen=True)
class Answer:
    """What came of asking for one address.

    Attributes:
        state: ``fine``, ``refuses programs``, ``moved`` for good, or ``broken``.
        detail: The status, the new address, or why there was no answer.
        day: When it was asked.
    """

    state: str
    detail: str
    day: str


@dataclass(frozen=True)
class Found:
    """One address with its answer and the content files that name it."""

    address: str
    answer: Answer
    files: tuple[str, ...]


def addresses(guide: Guide) -> dict[str, list[str]]:
    """Every outside address with the files that name it."""
    found: dict[str, list[str]] = {}
    for file, address in _named(guide):
        if file not in found.setdefault(address, []):
            found[address].append(file)
    return found


def _named(guide: Guide) -> Iterator[tuple[str, str]]:
    for id_, source in guide.sources.items():
        for address in (source.url, source.read_in.url if source.read_in else None):
            if address:
                yield f"content/sources/{id_}.yml", address
    for file, model in files_of(guide).items():
        for each in marked(model):
            if isinstance(each.kind, TextKind) and each.kind.markdown:
                yield from ((file, address) for address in links_in(each.text) if address.startswith("https://"))


def check_links(named: dict[str, list[str]], on: str, cache: Path, ask: Ask) -> list[Found]:
    """Ask for every address that isn't known to be good, host by host; what was learned is kept in `cache`."""
    known = _kept(cache, on)
    hosts: dict[str, list[str]] = {}
    for address in named:
        if address not in known:
            hosts.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        for answers in pool.map(lambda wanted: {address: ask(address) for address in wanted}, hosts.values()):
            known |= answers
    kept = {address: asdict(answer) for address, answer in sorted(known.items()) if address in named}
    replace(cache, json.dumps(kept, indent=1, ensure_ascii=False).encode())
    return [Found(address, known[address], tuple(files)) for address, files in named.items()]


def _kept(cache: Path, on: str) -> dict[str, Answer]:
    """Answers that are good and fresh; anything else is asked again."""
    try:
        read = json.loads(cache.read_text(encoding="utf-8"))
        answers = {address: Answer(**answer) for address, answer in read.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    good = {address: answer for address, answer in answers.items() if answer.state in ("fine", "refuses programs")}
    return {address: answer for address, answer in good.items() if 0 <= _days(answer.day, on) < DAYS_KEPT}


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def asking(on: str) -> Ask:
    """What asks an address over the network: for its head, then for the page where a host knows no heads."""

    def ask(address: str) -> Answer:
        answer = _asked(address, "HEAD", on)
        return _asked(address, "GET", on) if answer.state == "broken" else answer

    return ask


def _asked(address: str, method: str, on: str) -> Answer:
    redirects = _Redirects()
    request = Request(address, method=method, headers={"User-Agent": AGENT})
    try:
        with build_opener(redirects).open(request, timeout=PATIENCE_IN_SECONDS) as reply:
            if redirects.moved:
                return Answer("moved", reply.url, on)
            return Answer("fine", str(reply.status), on)
    except HTTPError as error:
        return Answer("refuses programs" if error.code in REFUSING_PROGRAMS else "broken", str(error.code), on)
    except (OSError, HTTPException, ValueError) as error:
        return Answer("broken", " ".join(str(getattr(error, "reason", error)).split()), on)


class _Redirects(HTTPRedirectHandler):
    """Follows, and remembers whether every step was for good."""

    def __init__(self) -> None:
        self.steps: list[int] = []

    @property
    def moved(self) -> bool:
        return bool(self.steps) and set(self.steps) <= MOVED

    @override
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self.steps.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def as_text(found: list[Found]) -> str:
    """Counts, then what an editor should look at."""
    states = [each.answer.state for each in found]
    count = ", ".join(f"{states.count(state)} {state}" for state in ("fine", "refuses programs", "moved", "broken"))
    lines = [
        f"{', '.join(each.files)}: {state}: {each.address} ({each.answer.detail}); {remedy}"
        for state, remedy in REMEDIES.items()
        for each in found
        if each.answer.state == state
    ]
    return "\n".join([f"{len(found)} addresses: {count}.", *lines])
