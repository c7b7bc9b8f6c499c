"""The preview: a saved change is shown, page by page, and a slip is told while the last good page stays."""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import PROJECT, copy_guide

PATIENCE_IN_SECONDS = 180
DOUGH = "guide/dough/"


@dataclass(frozen=True)
class Preview:
    """A guide being previewed: its folder, its address, and what the command says."""

    guide: Path
    address: str
    log: Path

    def change(self, file: str, before: str, after: str) -> None:
        """Save a file of the content with other words."""
        path = self.guide / "content" / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    def page(self, path: str) -> str:
        """The text of a page, empty while the preview starts."""
        try:
            with urllib.request.urlopen(self.address + path) as answer:
                text: str = answer.read().decode()
                return text
        except OSError:
            return ""

    def found(self) -> list[tuple[str, str]]:
        """Each place that the search knows, with its text, in order."""
        entries = json.loads(self.page("search/search_index.json"))["docs"]
        return sorted((each["location"], each["text"]) for each in entries)

    def said(self) -> str:
        """What stands in the terminal."""
        return self.log.read_text(encoding="utf-8")

    def news(self, since: str = "0") -> Iterator[tuple[str, str]]:
        """Kind and data of every event that a browser gets."""
        with urllib.request.urlopen(
            f"{self.address}preview/events?since={since}", timeout=PATIENCE_IN_SECONDS
        ) as answer:
            kind = ""
            for line in answer:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                kind = value if name == "event" else kind
                if name == "data":
                    yield kind, value


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that answers."""
    room = tmp_path_factory.mktemp("preview")
    guide = copy_guide(PROJECT / "tests/second_guide", room / "guide")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = room / "serve.log"
    command = [sys.executable, "-u", "-m", "build_scripts", "serve", "--guide", str(guide), "--port", str(port)]
    with log.open("wb") as out:
        running = subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=subprocess.STDOUT)
        found = Preview(guide, f"http://127.0.0.1:{port}/", log)
        try:
            assert until(lambda: "Preview at" in found.said()), found.said()
            yield found
            running.send_signal(signal.SIGINT)
            assert running.wait(timeout=PATIENCE_IN_SECONDS) == 0
        finally:
            running.kill()
            running.wait()


def until(shown: Callable[[], bool]) -> bool:
    """Whether something came true while somebody would still wait."""
    end = time.monotonic() + PATIENCE_IN_SECONDS
    while time.monotonic() < end:
        if shown():
            return True
        time.sleep(0.1)
    return False


def test_a_saved_change_is_shown_and_a_slip_is_told(preview: Preview) -> None:
    """The new value comes to the page, then to the search; a problem comes to terminal and page, the page stays.

    Mended, it is gone.
    """
    file, before = "sources/old-mill.yml", preview.found()
    assert "81.5%" in preview.page(DOUGH)

    preview.change(file, "81.5", "83.4")
    assert until(lambda: "83.4%" in preview.page(DOUGH)), preview.said()
    expected = [(place, text.replace("81.5%", "83.4%")) for place, text in before]
    assert until(lambda: preview.found() == expected), preview.found()

    preview.change(file, "83.4", "a lot")
    problem = next(json.loads(data) for kind, data in preview.news() if kind == "problems" and data != "[]")
    assert problem == [
        {
            "place": next(line.split(": ")[0] for line in preview.said().splitlines() if "“a lot”" in line),
            "message": "statistics[0].value: expected a number, found the text “a lot”",
            "remedy": problem[0]["remedy"],
        }
    ]
    assert problem[0]["place"].startswith("content/sources/old-mill.yml:")
    assert "83.4%" in preview.page(DOUGH)

    news = preview.news()
    assert next(data for kind, data in news if kind == "problems") != "[]"
    preview.change(file, "a lot", "81.5")
    assert next(data for kind, data in news if kind == "problems") == "[]"


def test_the_page_of_the_saved_file_comes_first(preview: Preview) -> None:
    """Not the one that stands first in the guide, and not the one that is merely open."""
    assert until(lambda: preview.said().splitlines()[-1].startswith(("all pages", "Preview at"))), preview.said()
    news = preview.news(since=str(10**19))
    assert next(news)[0] == "problems"
    preview.page("statistics/")

    preview.change("sections/oven.yml", "nav_title: ", "nav_title: Hot ")

    assert next(data for kind, data in news if kind == "page") == "guide/oven/"
    assert next(data for kind, data in news if kind == "page") == "*"
    assert "Hot " in preview.page("")


def test_the_preview_keeps_the_policy_and_follows_with_own_files(preview: Preview) -> None:
    """Its script and style come from the same host, as the policy wants it; nothing is inline."""
    page = preview.page(DOUGH)

    assert "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'" in page
    assert '<script type="module" src="/preview/follow.mjs"></script>' in page
    assert "EventSource" in preview.page("preview/follow.mjs")
    assert "#preview-problems" in preview.page("preview/follow.css")


def test_only_files_of_the_site_are_served(preview: Preview) -> None:
    """No way leads out of the built folder, and a page's source is none of its files."""
    assert preview.page("../mkdocs.yml") == ""
    assert preview.page("%2e%2e/mkdocs.yml") == ""
    assert preview.page("guide/dough.md") == ""
