"""The report of changes as a comment on its pull request: one comment, kept up to date, made of text alone."""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

MARK = "<!-- changes -->"
"""How the comment is found again."""

LONGEST = 60_000
"""Characters; the host takes 65,536."""

SILENCED = {"@": "@\u200b", "#": "#\u200b", "<": "&lt;", "[": "&#91;", "]": "&#93;", "!": "&#33;"}
LINK = re.compile(r"(https?|ftp|www)([:.])", re.IGNORECASE)


def inert(report: str) -> str:
    """The report without anything that calls, leads or loads: it was made by the code of whoever sent the change."""
    lines = [_heading(line) for line in report.splitlines()]
    text = LINK.sub("\\1\u200b\\2", "\n".join(lines))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}\n\nThe rest is in the summary of the check."


def _heading(line: str) -> str:
    marks = re.match(r"#{1,6} ", line)
    start = marks[0] if marks else ""
    return start + "".join(SILENCED.get(each, each) for each in line[len(start) :])


class Host:
    """The few questions that are put to the repository's host."""

    def __init__(self, api: str, repository: str, token: str) -> None:
        self.api, self.token = f"{api}/repos/{repository}", token

    def ask(self, method: str, path: str, content: object = None) -> Any:  # noqa: ANN401  # whatever JSON it answers
        """One request."""
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/vnd.github+json"}
        body = None if content is None else json.dumps(content).encode()
        with urlopen(Request(f"{self.api}/{path}", body, headers, method=method), timeout=30) as reply:
            return json.load(reply)

    def pull_requests(self, head: str, commit: str) -> list[int]:
        """The numbers of the open pull requests from a branch that still stand at a commit."""
        found = self.ask("GET", f"pulls?state=open&head={quote(head)}")
        return [each["number"] for each in found if each["head"]["sha"] == commit]

    def put(self, number: int, body: str) -> None:
        """Write the comment, or write it anew."""
        old = next((each["id"] for each in self._comments(number) if each["body"].startswith(MARK)), None)
        if old is None:
            self.ask("POST", f"issues/{number}/comments", {"body": body})
        else:
            self.ask("PATCH", f"issues/comments/{old}", {"body": body})

    def _comments(self, number: int) -> Iterator[dict[str, Any]]:
        page = 1
        while found := self.ask("GET", f"issues/{number}/comments?per_page=100&page={page}"):
            yield from (each for each in found if each["user"]["type"] == "Bot")
            page += 1


def comment(report: Path) -> int:
    """Put the report beside the pull request that the environment names; 1 when it can't be done."""
    names = ("GITHUB_REPOSITORY", "GITHUB_TOKEN", "HEAD", "HEAD_COMMIT")
    missing = [name for name in names if not os.environ.get(name)]
    if missing or not report.is_file():
        print(f"missing: {', '.join([*missing, *([] if report.is_file() else [str(report)])])}", file=sys.stderr)
        return 1
    repository, token, head, commit = (os.environ[name] for name in names)
    host = Host(os.environ.get("GITHUB_API_URL", "https://api.github.com"), repository, token)
    told = inert(report.read_text(encoding="utf-8"))
    body = f"{MARK}\n{told}\n\nPictures and the preview are among the check's artifacts."
    try:
        for number in host.pull_requests(head, commit):
            host.put(number, body)
    except (HTTPError, OSError) as error:
        print(f"the comment could not be written: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(comment(Path(sys.argv[1])))
