"""The comment beside a pull request: one, kept up to date, and nothing in it that could call or lead anybody."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.comment import MARK, comment, inert

from .http_host import Reply, host

PULLS = [{"number": 7, "head": {"sha": "abc"}}, {"number": 8, "head": {"sha": "older"}}]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report as an artifact brings it."""
    path = tmp_path / "changes.md"
    path.write_text("## What this changes\n\n| value | 1% | 2% |\n", encoding="utf-8")
    return path


def settings(monkeypatch: pytest.MonkeyPatch, api: str) -> None:
    """What the workflow puts into the environment."""
    known = {
        "GITHUB_API_URL": api,
        "GITHUB_REPOSITORY": "a/b",
        "GITHUB_TOKEN": "t",
        "HEAD": "c:d e",
        "HEAD_COMMIT": "abc",
    }
    for name, value in known.items():
        monkeypatch.setenv(name, value)


def api(comments: list[dict[str, object]]) -> Callable[[str, str, object], Reply]:
    """The host's answers: two pull requests from the branch, and these comments."""

    def answer(method: str, path: str, content: object) -> Reply:
        if path.startswith("/repos/a/b/pulls"):
            return 200, {}, json.dumps(PULLS).encode()
        if method == "GET":
            return 200, {}, json.dumps(comments if path.endswith("page=1") else []).encode()
        return 201, {}, b"{}"

    return answer


def test_the_report_is_put_beside_its_pull_request(monkeypatch: pytest.MonkeyPatch, report: Path) -> None:
    """The one whose newest commit was checked; no other."""
    with host(api([])) as (base, asked):
        settings(monkeypatch, base)
        assert comment(report) == 0

    assert asked[0][1] == "/repos/a/b/pulls?state=open&head=c%3Ad%20e"
    method, path, content = asked[-1]
    assert (method, path) == ("POST", "/repos/a/b/issues/7/comments")
    assert isinstance(content, dict)
    assert content["body"].startswith(f"{MARK}\n## What this changes\n\n| value | 1% | 2% |")


def test_a_second_report_takes_the_place_of_the_first(monkeypatch: pytest.MonkeyPatch, report: Path) -> None:
    """It is found by its mark, among the comments that programs wrote."""
    comments: list[dict[str, object]] = [
        {"id": 1, "body": f"{MARK} mine", "user": {"type": "User"}},
        {"id": 2, "body": "Thanks", "user": {"type": "Bot"}},
        {"id": 3, "body": f"{MARK}\nold", "user": {"type": "Bot"}},
    ]
    with host(api(comments)) as (base, asked):
        settings(monkeypatch, base)
        assert comment(report) == 0

    assert asked[-1][:2] == ("PATCH", "/repos/a/b/issues/comments/3")


def test_what_came_from_outside_is_text() -> None:
    """No mention, issue, link, picture or tag is left; headings and tables are."""
    told = inert("### Hi @all, #12\n![x](https://evil.example/p.png) <img src=x> www.evil.example\n| a | b |\n")

    assert told.startswith("### Hi @\u200ball, #\u200b12\n")
    assert not any(each in told for each in ("@all", "#12", "![", "](", "<img", "https:", "www."))
    assert told.endswith("| a | b |")
    assert len(inert("x" * 100_000)) < 65_000


def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """One line, no traceback."""
    for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN", "HEAD", "HEAD_COMMIT"):
        monkeypatch.delenv(name, raising=False)

    assert comment(tmp_path / "none.md") == 1
    assert capsys.readouterr().err == (
        f"missing: GITHUB_REPOSITORY, GITHUB_TOKEN, HEAD, HEAD_COMMIT, {tmp_path / 'none.md'}\n"
    )


def test_a_host_that_refuses_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], report: Path
) -> None:
    """The job fails with the host's answer."""
    with host(lambda method, path, content: (403, {}, b"{}")) as (base, _):
        settings(monkeypatch, base)
        assert comment(report) == 1

    assert "the comment could not be written: HTTP Error 403" in capsys.readouterr().err
