"""Outside addresses: which are asked, what their answers mean, what is remembered."""

from pathlib import Path

from build_scripts.links import Answer, Found, addresses, as_text, asking, check_links
from build_scripts.pipeline import check

from .conftest import PROJECT
from .http_host import Reply, host

STATUSES = {"/good": 200, "/closed": 403, "/busy": 429, "/gone": 404, "/there": 200}


def answer(method: str, path: str, content: object) -> Reply:
    """A host with a page of every kind."""
    if path == "/moved":
        return 301, {"Location": "/there"}, b""
    if path == "/today":
        return 302, {"Location": "/there"}, b""
    if path == "/no-heads":
        return (200 if method == "GET" else 501), {}, b""
    return STATUSES[path], {}, b""


def test_answers_are_told_apart(tmp_path: Path) -> None:
    """A refusal to programs is no broken link; a page that moved for good says where it is."""
    with host(answer) as (base, asked):
        paths = [*STATUSES, "/moved", "/today", "/no-heads"]
        named = {base + path: ["content/sources/a.yml"] for path in paths}
        found = {each.address.removeprefix(base): each.answer for each in _checked(named, tmp_path)}

    assert {path: answer.state for path, answer in found.items()} == {
        "/good": "fine",
        "/closed": "refuses programs",
        "/busy": "refuses programs",
        "/gone": "broken",
        "/there": "fine",
        "/moved": "moved",
        "/today": "fine",
        "/no-heads": "fine",
    }
    assert found["/moved"].detail == f"{base}/there"
    assert ("GET", "/good", None) not in asked


def test_a_host_that_does_not_answer_is_told(tmp_path: Path) -> None:
    """With the reason, and without a traceback."""
    with host(answer) as (base, _):
        pass
    (found,) = _checked({f"{base}/good": ["content/guide.yml"]}, tmp_path)

    assert found.answer.state == "broken"
    assert "refused" in found.answer.detail.lower()


def test_good_answers_are_remembered_and_others_asked_again(tmp_path: Path) -> None:
    """For a month; what isn't named any more is forgotten, and a spoilt memory is no reason to stop."""
    with host(answer) as (base, asked):
        named = {base + path: ["content/guide.yml"] for path in ("/good", "/closed", "/gone")}
        _checked(named, tmp_path)
        asked.clear()

        _checked(named, tmp_path, on="2026-12-01")
        assert {path for _, path, _ in asked} == {"/gone"}
        asked.clear()
        _checked(named, tmp_path, on="2027-02-01")
        assert {path for _, path, _ in asked} == {"/good", "/closed", "/gone"}
        (tmp_path / "links.json").write_text("[1]", encoding="utf-8")
        assert [each.answer.state for each in _checked({f"{base}/good": []}, tmp_path)] == ["fine"]
        assert "/gone" not in (tmp_path / "links.json").read_text(encoding="utf-8")


def test_every_outside_address_of_the_guide_is_asked() -> None:
    """Sources, the copies that were read, and links in the text."""
    guide = check(PROJECT).guide
    assert guide is not None

    found = addresses(guide)

    assert {source.url for source in guide.sources.values() if source.url} <= found.keys()
    assert {each.read_in.url for each in guide.sources.values() if each.read_in and each.read_in.url} <= found.keys()
    assert all(address.startswith("https://") for address in found)


def test_what_an_editor_should_look_at_is_listed() -> None:
    """Counts first; only what is broken or moved has a line."""
    named = {"https://a.example": ["content/sources/a.yml"], "https://b.example": ["content/sources/b.yml"]}
    states = {
        "https://a.example": Answer("fine", "200", "2026-11-25"),
        "https://b.example": Answer("broken", "404", ""),
    }

    told = as_text([Found(address, states[address], tuple(files)) for address, files in named.items()])

    assert told.splitlines() == [
        "2 addresses: 1 fine, 0 refuses programs, 0 moved, 1 broken.",
        "content/sources/b.yml: broken: https://b.example (404); open it; correct it, or cite another copy",
    ]


def _checked(named: dict[str, list[str]], folder: Path, on: str = "2026-11-25") -> list[Found]:
    return check_links(named, on, folder / "links.json", asking(on))
