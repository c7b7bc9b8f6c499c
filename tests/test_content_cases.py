"""What an editor can get wrong, one file a case: the content and the exact words that answer it.

Each case is a change to the second guide: a file written anew, words of files changed, or what can happen to a file as
a whole. Add one by adding a file to tests/content_cases; the contributor's pages show it.
"""

import ast
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.catalogue import Case, cases, catalogue, same
from build_scripts.pipeline import check
from build_scripts.prose import paragraphs
from build_scripts.subjects import ASKED, SUBJECTS, subject
from build_scripts.yaml_data import Doubt
from build_scripts.yaml_reader import parse

from .conftest import PROJECT

GUIDE = PROJECT / "tests/second_guide"
CASES = cases()
CHECKS = ["allowance", "content_file", "languages", "load", "messages", "registry", "strays", "validate", "wording"]
CHECKS += ["yaml_error", "yaml_node", "yaml_reader"]
"""The modules that say something about content, beside the rules and the models."""
OTHERS = ["annotation", "inline_code", "policy", "problem"]
"""Those that have problems to do with, but say nothing of content: they judge the built site, or pass on."""


def found(case: dict[str, Any]) -> list[str]:
    """The problems of the second guide after a case's change."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("content", "calculators"):
            shutil.copytree(GUIDE / part, Path(folder, part))
        if case.get("over"):
            shutil.copytree(PROJECT / "tests" / case["over"], folder, dirs_exist_ok=True)
        for change in case.get("changes", []):
            path = Path(folder, change["file"])
            text = path.read_text(encoding="utf-8")
            assert change["from"] in text
            path.write_text(text.replace(change["from"], change["to"], 1), encoding="utf-8")
        target = Path(folder, case.get("file", "content"))
        if "file" in case:
            replace(target, case)
        with refusing(target, case["refused"]) if "refused" in case else nullcontext():
            return [str(problem) for problem in check(Path(folder)).problems]


@contextmanager
def refusing(target: Path, reason: str) -> Iterator[None]:
    """The system doesn't let us read one file."""
    plain = Path.read_bytes

    def read_bytes(self: Path) -> bytes:
        if self == target:
            raise PermissionError(13, reason)
        return plain(self)

    with patch.object(Path, "read_bytes", read_bytes):
        yield


def replace(target: Path, case: dict[str, Any]) -> None:
    """Do to a file what the case says."""
    if "refused" in case:
        return
    target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if "link" in case:
        target.symlink_to(case["link"])
    elif "folder" in case:
        target.mkdir()
    elif "content" in case:
        content = case["content"]
        target.write_bytes((content if isinstance(content, bytes) else content.encode()) * case.get("times", 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_content_case(case: Case) -> None:
    """The answer to each slip is exactly the one written beside it; “…” stands for what changes with the guide."""
    answer = found(case.data)
    patterns = [re.escape(each).replace("…", ".*") for each in case.problems]

    assert len(answer) == len(patterns), answer
    assert [each for each, pattern in zip(answer, patterns, strict=True) if not re.fullmatch(pattern, each)] == []


SLIPS = [
    *"\nx'\"[]{!`*\\\t\u2028",
    "  ",
    ": ",
    " #x",
    "- ",
    "&a ",
    "*a",
    "? ",
    "<<: ",
    "[=no]",
    "[=unclosed",
    "[@old-mill]",
]
SLIPS += ["[a](section:no)", "[a]()", "<b>", "50%", "Recently, most people say so. "]
"""What a hand may slip in anywhere."""


@given(st.lists(st.tuples(st.integers(0), st.integers(0), st.sampled_from(SLIPS)), min_size=1, max_size=3))
@settings(max_examples=40)
def test_what_is_found_does_not_depend_on_the_way_it_is_read(slips: list[tuple[int, int, str]]) -> None:
    """Reading quickly, which notes no places and needs no Markdown parser, finds the same as reading carefully."""
    with tempfile.TemporaryDirectory() as folder:
        guide = Path(folder, "guide")
        shutil.copytree(GUIDE, guide)
        files = sorted(guide.rglob("*.yml"))
        for file, place, slip in slips:
            path = files[file % len(files)]
            text = path.read_text(encoding="utf-8")
            at = place % len(text)
            path.write_text(text[:at] + slip + text[at:], encoding="utf-8")
        quickly = check(guide).problems
        for kept in (parse, paragraphs):
            kept.cache_clear()
        with (
            patch("build_scripts.yaml_reader.data_of", side_effect=Doubt),
            patch("build_scripts.yaml_reader.quick_events", return_value=None),
            patch("build_scripts.prose.SIMPLE", re.compile("(?!)")),
        ):
            carefully = check(guide).problems

    assert quickly == carefully


def test_the_catalogue_holds_each_line_of_each_case() -> None:
    """Every line is told with its message and its remedy, and each message stands in the catalogue once."""
    entries = catalogue(CASES)
    messages = [same(entry.message) for entry in entries]

    assert len(messages) == len(set(messages)) > 100
    assert all(remedy and len(entry.where.split(":")) == 3 for entry in entries for remedy in entry.remedies)
    assert sum(entry.warning for entry in entries) > len({entry.rule for entry in entries if entry.rule}) > 5


@pytest.mark.parametrize(
    ("place", "message", "title"),
    [
        ("content/guide.yml~home.lead", "“a” has grade C and opens the home page", "The guide"),
        ("content/sections/a.yml~blocks[1]", "the units a, b share an axis", "Sections and their figures"),
        ("content/sources/a.yml~opened", "nobody opened the original, and no copy is named", "Sources"),
        ("content/sources/a.yml~statistics[0].unit", "there is no unit “a”", "Statistics and bands"),
        ("content/sections/a.yml~blocks[0].claim", "there is no claim “a”", "Claims"),
        ("calculators/a.py~", "the calculator does not run: a", "Calculators"),
        ("content/translations/de/claims/a.yml~", "there is no claim “a” to translate", "Translations"),
        ("content/languages/de.po~", "unexpected line", "The program’s own words"),
        ("content/claims/a.yml~blocks[0].text", "there is no source “a”", "Texts and references"),
        ("content/claims/a.yml~title", "expected text, found the number 1", "What a field may hold"),
        ("content/claims/a.yml~", "nothing says why this is allowed", "Comments that allow something"),
        ("content/claims/a.yml~", "the file is empty", "Files"),
        ("content/claims/a.yml~", "a tab stands here", "YAML itself"),
    ],
)
def test_a_message_has_one_subject(place: str, message: str, title: str) -> None:
    """By the kind of file and field that it is said of, or by its words."""
    file, _, road = place.partition("~")

    assert subject(file, road, message).title == title


def test_each_subject_has_its_messages() -> None:
    """None is left that nothing is about, and what fits nowhere is refused."""
    found = [entry.subject for entry in catalogue(CASES)]

    assert {*found} == {*SUBJECTS} == {*ASKED}
    assert found == sorted(found, key=SUBJECTS.index)
    with pytest.raises(LookupError):
        subject("content/claims/a.yml", "short", "something new")


SILENT = {"another value", "unknown reason", "1 text has"}
"""What stands in for words that no library has been seen to leave out, and one text where a case has many."""


def modules() -> list[Path]:
    """Where the checks are written."""
    folder = PROJECT / "build_scripts"
    return [*(folder / f"{name}.py" for name in CHECKS), *folder.glob("rules/*.py"), *folder.glob("model/*.py")]


def said(path: Path) -> Iterator[str]:
    """The longest fixed part of every sentence that a module can say; a model says only what it raises."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    places: list[ast.AST] = [tree]
    if path.parent.name == "model":
        places = [each for each in ast.walk(tree) if isinstance(each, ast.Raise)]
    for place in places:
        quiet = {id(node) for each in ast.walk(place) for node in only_compared(each)}
        for node in ast.walk(place):
            words = max(parts(node), key=len, default="").strip()
            if id(node) not in quiet and " " in words and not re.search(r"[\\|\n]|\(\?", words):
                yield words


def only_compared(node: ast.AST) -> Iterator[ast.AST]:
    """What nobody gets to read: docstrings, patterns, keys, and words that others' words are compared with."""
    if isinstance(node, ast.Dict):
        yield from (key for key in node.keys if key)
    elif isinstance(node, ast.Compare) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        yield from ast.walk(node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        if node.func.attr == "endswith" or (isinstance(owner, ast.Name) and owner.id == "re"):
            yield from ast.walk(node)


def parts(node: ast.AST) -> list[str]:
    """The fixed parts of a text in the code."""
    if isinstance(node, ast.JoinedStr):
        return [each.value for each in node.values if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return node.value.split("{}") if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def test_every_module_that_finds_problems_is_asked() -> None:
    """None is added whose words nobody asks for."""
    folder = PROJECT / "build_scripts"
    telling = {
        path.stem for path in folder.glob("*.py") if re.search(r"\b(Problem|YamlError)\(", path.read_text("utf-8"))
    }

    assert telling <= {*CHECKS, *OTHERS}


@pytest.mark.parametrize("path", modules(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_said_that_no_case_shows(path: Path) -> None:
    """Whoever adds a rule adds a case: so the catalogue, which is made of the cases, is complete."""
    told = "\n".join(problem for case in CASES for problem in case.problems)

    assert [words for words in said(path) if words not in told and words not in SILENT] == []
