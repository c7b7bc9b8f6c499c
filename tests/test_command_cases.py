"""What somebody can get wrong in a command, one file a case: the command and the exact words that answer it.

Each is typed in the second guide's folder. Add one by adding a file to tests/command_cases; the contributor's pages
show it.
"""

import ast
import gc
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_scripts.__main__ import COMMANDS, main
from build_scripts.command_cases import CommandCase, command_cases
from build_scripts.site_address import SITE_ADDRESS

from .conftest import PROJECT
from .test_content_cases import parts

CASES = command_cases()
TELLING = ["__main__", "serve", "translate", "changes/command", "changes/revision", "changes/broken"]
TELLING += ["scaffold/command", "scaffold/lists"]
"""The modules that refuse a command."""
CLAIM = "content/claims/steam.yml"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """A command that runs in this process leaves nothing set."""
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
    gc.enable()


def changed(guide: Path, change: dict[str, str]) -> None:
    """Other words in a file."""
    path = guide / change["file"]
    text = path.read_text(encoding="utf-8")
    assert change["from"] in text
    path.write_text(text.replace(change["from"], change["to"], 1), encoding="utf-8")


def revisions(guide: Path) -> None:
    """A repository: before there was a guide, the guide with an error, with a link to elsewhere, and as it is."""

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        subprocess.run(["git", "-C", str(guide), *who, *arguments], check=True, capture_output=True)

    whole = (guide / CLAIM).read_text(encoding="utf-8")
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "Begin")
    git("tag", "first")
    changed(guide, {"file": CLAIM, "from": "verdict: half right", "to": "verdict: quite right"})
    git("add", ".")
    git("commit", "--quiet", "--message", "The guide")
    git("tag", "broken")
    (guide / CLAIM).write_text(whole, encoding="utf-8")
    (guide / "content/elsewhere.yml").symlink_to("/elsewhere.yml")
    git("add", ".")
    git("commit", "--quiet", "--message", "A link")
    git("tag", "linked")
    (guide / "content/elsewhere.yml").unlink()
    git("commit", "--quiet", "--all", "--message", "Mended")


@contextmanager
def given(case: CommandCase, guide: Path, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """The guide with what a case wants to be there; the command as it is typed then."""
    for part in ("content", "calculators"):
        shutil.copytree(PROJECT / "tests/second_guide" / part, guide / part, ignore=shutil.ignore_patterns("__pyc*"))
    if case.given == "revisions":
        revisions(guide)
    elif case.given == "no git":
        patch.setenv("PATH", str(guide))
    for change in case.changes:
        changed(guide, change)
    for name, text in case.files.items():
        (guide / name).write_text(text, encoding="utf-8")
    patch.chdir(guide)
    with socket.socket() as taken:
        if case.given == "port":
            patch.setenv(SITE_ADDRESS, "")  # what a preview sets is taken back with it
            taken.bind(("127.0.0.1", 0))
            taken.listen()
        yield case.command.replace("{port}", str(taken.getsockname()[1]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_command_case(
    case: CommandCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A refused command says exactly this, ends with this code, and names what is wrong and what to do."""
    with given(case, tmp_path, monkeypatch) as command:
        code: str | int | None
        try:
            code = main(shlex.split(command))
        except SystemExit as leaving:
            code = leaving.code

    told = capsys.readouterr()
    pattern = re.escape(case.told).replace("…", ".*")
    assert (code, told.out) == (case.code, "")
    assert re.fullmatch(pattern, told.err), told.err
    assert case.message in case.told


def test_every_command_has_a_case() -> None:
    """Also those that nothing but an option can be wrong with."""
    assert {*COMMANDS} - {case.command.split(" ")[0] for case in CASES} == {"schema"}


def said(module: str) -> Iterator[str]:
    """The longest fixed part of each sentence that a module refuses something with."""
    tree = ast.parse((PROJECT / f"build_scripts/{module}.py").read_text(encoding="utf-8"))
    for place in ast.walk(tree):
        if isinstance(place, ast.Raise) or (isinstance(place, ast.Call) and printed(place)):
            for node in ast.walk(place):
                words = max(parts(node), key=len, default="").strip()
                if " " in words:
                    yield words


def printed(call: ast.Call) -> bool:
    """Whether a call prints where errors go."""
    return any(each.arg == "file" and ast.unparse(each.value) == "sys.stderr" for each in call.keywords)


@pytest.mark.parametrize("module", TELLING)
def test_nothing_is_refused_in_words_that_no_case_shows(module: str) -> None:
    """Whoever adds a refusal adds a case: so the catalogue is complete."""
    told = "\n".join(case.told for case in CASES)

    assert [words for words in said(module) if words not in told] == []


def test_every_module_that_refuses_a_command_is_asked() -> None:
    """But those whose words stand in the catalogue as the check's, and those that speak of our own pages."""
    folder = PROJECT / "build_scripts"
    others = {"telling", "comment", "build", "locks", "preview/preview"}
    found = {
        path.relative_to(folder).with_suffix("").as_posix()
        for path in folder.rglob("*.py")
        if "file=sys.stderr" in path.read_text(encoding="utf-8")
    }

    assert found - others <= {*TELLING}
