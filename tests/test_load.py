"""Reading a guide's folder: what is found where, and what is refused before any field is checked."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.annotation import annotation
from build_scripts.load import load
from build_scripts.problem import Problem

GUIDE = Path(__file__).parent / "second_guide"
MILL = "content/sources/mill.yml"
SOURCE = """\
producer: The Mill
title: Figures
published: "2025"
kind: article
accessed: 2026-11-01
grade: B
grade_reason: Invented.
"""

type Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the second guide's content to break."""
    shutil.copytree(GUIDE / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def write(guide: Path) -> Write:
    """Write one file of the copy and return its path."""

    def _write(file: str, content: str | bytes) -> Path:
        path = guide / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return _write


def problems(guide: Path) -> list[str]:
    """Every problem of a guide, as printed."""
    return [str(problem) for problem in load(guide).problems]


def test_a_whole_guide_loads_by_id() -> None:
    """Every file is a model under its file's name."""
    loaded = load(GUIDE)

    assert loaded.problems == []
    assert loaded.content is not None
    assert sorted(loaded.content.sections) == ["crumb", "dough", "oven"]
    assert sorted(loaded.content.sources) == ["new-mill", "old-mill"]
    assert list(loaded.content.claims) == ["steam"]
    assert list(loaded.content.pages) == ["hydration"]
    assert loaded.content.settings.short_title == "Bread"


def test_all_problems_of_all_files_come_sorted(guide: Path, write: Write) -> None:
    """One file's problems hide no other's, whatever is wrong with it."""
    write(MILL, SOURCE.replace("kind: article", "kind: artcle").replace("grade: B\n", "grade: B\ngrade: B\n"))
    write("content/claims/steam.yml", "a: 'b\n")
    write("content/guide.yml", (GUIDE / "content/guide.yml").read_bytes().replace(b"grams:", b"Gram s:"))

    assert load(guide).content is None
    assert problems(guide) == [
        "content/claims/steam.yml:1:4: the quote opened here is not closed; close it where the text ends",
        "content/guide.yml:11:3: units.Gram s: expected an id, found the text “Gram s”; "
        "use lowercase letters, digits and single hyphens",
        "content/sources/mill.yml:4:7: kind: expected one of peer-reviewed, survey, vendor report, "
        "platform documentation, guideline, article, regulation, found the text “artcle”; did you mean “article”?",
        "content/sources/mill.yml:7:1: the key “grade” stands here twice (first on line 6); keep one",
    ]


def test_a_byte_order_mark_is_no_text(guide: Path, write: Write) -> None:
    """Windows' editors put one before the first key."""
    write(MILL, b"\xef\xbb\xbf" + SOURCE.encode())

    assert problems(guide) == []


def test_windows_line_ends_count_once(guide: Path, write: Write) -> None:
    """A carriage return and a line feed are one line end."""
    write(MILL, SOURCE.replace("grade: B", "grade: D").replace("\n", "\r\n"))

    assert problems(guide) == [f"{MILL}:6:8: grade: expected one of A, B, C, found the text “D”; choose one of them"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"producer: Caf\xe9\n", "1:14: the file is not UTF-8 (byte 0xE9 here); save it again with the encoding UTF-8"),
        (
            b"\xef\xbb\xbfa: \xc3\xa9\nb: \xff",
            "2:4: the file is not UTF-8 (byte 0xFF here); save it again with the encoding UTF-8",
        ),
        ("a: b".encode("utf-16"), "1:1: the file is not UTF-8 (byte 0xFF here); save it again with the encoding UTF-8"),
        ("a: b".encode("utf-16-le"), "1:2: the character U+0000 is not allowed; delete it"),
        (b"a: b\nc: \x1b[0m\n", "2:4: the character U+001B is not allowed; delete it"),
        ("a: b\u2028c\n".encode(), "1:5: the character U+2028 is not allowed; delete it"),
        ("a: \ufeffb\n".encode(), "1:4: the character U+FEFF is not allowed; delete it"),
        (b"", "1:1: the file is empty; write its fields or delete the file"),
        (b"\n\n", "1:1: the file is empty; write its fields or delete the file"),
        (b"---\n", "1:1: the file is empty; write its fields or delete the file"),
        (b"a" * 5_000_000, "1:1: the file has 5.0 MB, more than 1 MB; split it up"),
        (b"a: " + b"[" * 100 + b"]" * 100, "1:23: nested more than 20 levels deep; flatten it"),
        (b"- " * 100 + b"a", "1:41: nested more than 20 levels deep; flatten it"),
        (b"? " + b"[" * 900_000, "1:22: nested more than 20 levels deep; flatten it"),
    ],
    ids=lambda each: repr(each[:20]) if isinstance(each, bytes) else None,
)
def test_what_is_no_text_is_refused(guide: Path, write: Write, content: bytes, problem: str) -> None:
    """Encoding, characters, size and depth are checked before any field is."""
    write(MILL, content)

    assert problems(guide) == [f"{MILL}:{problem}"]


def test_a_folder_with_a_files_name_is_refused(guide: Path) -> None:
    """A folder x.yml is answered in words."""
    (guide / MILL).mkdir()

    assert problems(guide) == [f"{MILL}:1:1: this is not a file; put the file itself here"]


def test_a_link_is_refused_even_when_it_leads_nowhere(guide: Path, tmp_path: Path) -> None:
    """Content comes from the guide's folder alone; what a link leads to is not read."""
    (tmp_path / "secret").write_text("password: x\n")
    (guide / MILL).symlink_to(tmp_path / "secret")
    (guide / "content/claims/gone.yml").symlink_to(tmp_path / "nothing")
    (guide / "content/claims/more").symlink_to(tmp_path)

    assert problems(guide) == [
        "content/claims/gone.yml:1:1: this is a link to another file; put the file itself here",
        "content/claims/more:1:1: this is a link to another folder; put the folder itself here",
        f"{MILL}:1:1: this is a link to another file; put the file itself here",
    ]


def test_a_pipe_is_refused_and_not_waited_for(guide: Path) -> None:
    """Reading a pipe would never end."""
    os.mkfifo(guide / MILL)

    assert problems(guide) == [f"{MILL}:1:1: this is not a file; put the file itself here"]


def test_an_unreadable_file_is_a_problem(guide: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is given."""
    path, plain = write(MILL, SOURCE), Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return plain(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert problems(guide) == [f"{MILL}:1:1: the file can't be read (permission denied); make it a readable file"]


def test_a_guide_without_settings_is_a_problem(guide: Path) -> None:
    """guide.yml is the one file that must be there."""
    (guide / "content/guide.yml").unlink()

    assert problems(guide) == ["content/guide.yml:1:1: the file is missing; write it; the README shows how"]


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("content/giude.yml", "move it into one of sections, sources, claims, calculators; did you mean “guide.yml”?"),
        ("content/mill.yml", "move it into one of sections, sources, claims, calculators"),
        (
            "content/source/mill.yml",
            "move it into one of sections, sources, claims, calculators; did you mean “sources”?",
        ),
        ("content/sources/old/mill.yml", "move it into one of sections, sources, claims, calculators"),
        ("content/sources/mill.yaml", "name it “mill.yml”"),
        ("content/sources/mill.YML", "name it “mill.yml”"),
        ("content/sources/mill.jpg", "keep only .yml files and README.md in content"),
        ("content/sources/new\nline,1:2.txt", "keep only .yml files and README.md in content"),
    ],
)
def test_a_file_that_nothing_reads_is_a_problem(guide: Path, write: Write, file: str, remedy: str) -> None:
    """It would be silently left out of the guide."""
    write(file, SOURCE)

    assert problems(guide) == [f"{file.replace('\n', '\\x0a')}:1:1: no file is read from here; {remedy}"]


@pytest.mark.parametrize(
    "file", ["README.md", "sources/README.md", "schemas/source.json", ".DS_Store", "sources/.x.yml", "sources/x.yml~"]
)
def test_a_file_beside_the_content_is_no_problem(guide: Path, write: Write, file: str) -> None:
    """Explanations, schemas and what programs leave behind are not content."""
    write(f"content/{file}", "x")

    assert problems(guide) == []


def test_a_file_name_that_is_no_text_is_written_out(guide: Path) -> None:
    """Bytes that no encoding explains are shown, so that printing the problem can't fail."""
    Path(os.fsdecode(os.fsencode(guide) + b"/content/sources/m\xffll.yml")).write_text(SOURCE)

    assert problems(guide) == [
        "content/sources/m\\xffll.yml:1:1: “m\\xffll” can't be an id; "
        "name it with lowercase letters, digits and hyphens: its name is its id"
    ]


def test_an_annotation_escapes_what_would_end_it() -> None:
    """A workflow command ends at a line end, and its file name at a comma or colon."""
    problem = Problem("content/a,b:c%.yml", 3, 4, "title", "50% of\r\nit", "mend it", "warning")

    assert annotation(problem) == (
        "::warning file=content/a%2Cb%3Ac%25.yml,line=3,col=4::title: 50%25 of%0D%0Ait; mend it"
    )
