"""New things by command: each is valid as it is written, and nothing that is there is overwritten."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_scripts.pipeline import check
from build_scripts.render import render
from build_scripts.scaffold.lists import ListError, added
from build_scripts.yaml_reader import parse

from .calculators.test_purity import findings
from .conftest import PROJECT, build, copy_guide

GUIDE = PROJECT / "tests/second_guide"


def new(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command as people run it."""
    command = [sys.executable, "-m", "build_scripts", "new", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def problems(guide: Path) -> list[str]:
    """What the check says of a guide."""
    return [str(problem) for problem in check(guide).problems]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the second guide to add to."""
    return copy_guide(GUIDE, tmp_path / "guide")


@pytest.mark.parametrize(
    ("kind", "shown", "left"),
    [
        ("source", "sources.md", ["nothing cites the source “some-thing”; cite it or delete its file [uncited]"]),
        ("claim", "claims.md", []),
        ("section", "guide/some-thing.md", []),
        ("calculator", "calculators/some-thing.md", []),
    ],
)
def test_what_is_written_passes_the_check_and_has_its_page(guide: Path, kind: str, shown: str, left: list[str]) -> None:
    """It is listed in guide.yml where that is needed, and shown; a new source waits to be cited."""
    written = new(kind, "some-thing", "--write", "--guide", str(guide))

    assert written.returncode == 0, written.stderr
    checked = check(guide)
    assert [str(each).rpartition(": ")[2] for each in checked.problems] == left
    assert checked.guide is not None
    assert b"ome thing" in render(checked.guide, {})[shown]


def test_a_statistic_goes_into_its_sources_file(guide: Path) -> None:
    """At the end of its list, comments and order kept; it waits to be shown."""
    before = (guide / "content/sources/old-mill.yml").read_text(encoding="utf-8")

    written = new("statistic", "crust", "--source", "old-mill", "--write", "--guide", str(guide))

    assert written.returncode == 0, written.stderr
    after = (guide / "content/sources/old-mill.yml").read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert after.index("loaf-paid") < after.index("id: crust") < after.index("bands:")
    assert [each.rpartition(": ")[2] for each in problems(guide)] == [
        "nothing shows the statistic “crust”; cite it or delete it [unshown]"
    ]


def test_what_is_printed_says_what_each_field_means(guide: Path) -> None:
    """Without --write nothing is written; the comments are those of the schema."""
    printed = new("source", "some-thing", "--guide", str(guide))

    assert printed.returncode == 0
    assert "# Who made it: organisation or authors." in printed.stdout
    assert "accessed: 2026-11-01" in printed.stdout
    assert parse(printed.stdout).errors == []
    assert not (guide / "content/sources/some-thing.yml").exists()
    assert (
        "content/guide.yml, under claims:\n  - some-thing\n" in new("claim", "some-thing", "--guide", str(guide)).stdout
    )


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("claim", "steam"), "content/claims/steam.yml is there already; choose another name"),
        (("source", "Old Mill"), "“Old Mill” can't be an id; use lowercase letters, digits and single hyphens"),
        (("section", "../x"), "“../x” can't be an id; use lowercase letters, digits and single hyphens"),
        (("calculator", "hydration"), "calculators/hydration.py is there already; choose another name"),
        (("statistic", "water-rye"), "there is a statistic “water-rye” already; choose another id"),
        (("statistic", "x"), "a statistic is written into its source's file; name it with --source"),
        (
            ("statistic", "x", "--source", "mill"),
            "there is no source “mill”; write it with: new source mill --write",
        ),
    ],
)
def test_what_cannot_be_written_is_told(guide: Path, arguments: tuple[str, ...], answer: str) -> None:
    """One line, and every file as it was."""
    before = {path: path.read_bytes() for path in guide.rglob("*.yml")}

    refused = new(*arguments, "--write", "--guide", str(guide))

    assert (refused.returncode, refused.stderr) == (1, f"{answer}\n")
    assert {path: path.read_bytes() for path in guide.rglob("*.yml")} == before


def test_a_guide_with_an_error_is_mended_first(guide: Path) -> None:
    """What is new is fitted to units and definitions that have to be known."""
    (guide / "content/claims/steam.yml").write_text("title: Steam\n", encoding="utf-8")

    refused = new("source", "x", "--guide", str(guide))

    assert refused.returncode == 1
    assert refused.stderr.endswith("Correct the content first; something new is fitted to what is there.\n")


def test_a_new_calculator_runs_its_example_and_its_cases(guide: Path, tmp_path: Path) -> None:
    """Its module keeps to the common language; its docstring and its cases give what they say."""
    assert new("calculator", "some-share", "--write", "--guide", str(guide)).returncode == 0
    module = (guide / "calculators/some_share.py").read_text(encoding="utf-8")
    for path, content in check(guide).package.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    cases = yaml.safe_load((guide / "tests/cases/some-share.yml").read_text(encoding="utf-8"))
    script = (
        "import calculators, doctest, json, sys, calculators.some_share as m\n"
        "assert doctest.testmod(m) == (0, 1)\n"
        "for case in json.loads(sys.argv[1]):\n"
        "    assert calculators.run('some-share', case['inputs'], [])['results'] == case['results'], case\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script, json.dumps(cases)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert findings(module) == []


def test_a_new_guide_builds(tmp_path: Path) -> None:
    """No warning, and the same command as for any guide."""
    folder = tmp_path / "mine"

    assert new("guide", str(folder)).stdout == f"A guide is in {folder}; build it with: make site GUIDE={folder}\n"

    assert problems(folder) == []
    site = build(copy_guide(folder, tmp_path / "copy"))
    assert "Two of five said yes." in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "calculators/first-share/index.html").is_file()


def test_a_guide_is_not_written_over_another(guide: Path) -> None:
    """A folder with anything in it is refused."""
    refused = new("guide", str(guide))

    assert refused.returncode == 1
    assert refused.stderr == f"{guide} is there and not empty; name a folder that isn't there yet\n"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a: 1\n", "a: 1\nx:\n  - new\n"),
        ("a: 1", "a: 1\nx:\n  - new\n"),
        ("x: []\nb: 1\n", "x: [new]\nb: 1\n"),
        ("x: [one, two] # ids\nb: 1\n", "x: [one, two, new] # ids\nb: 1\n"),
        ("x:\n- one\nb: 1\n", "x:\n- one\n- new\nb: 1\n"),
        ("x:\n    - one # first\n\n# about b\nb: 1\n", "x:\n    - one # first\n    - new\n\n# about b\nb: 1\n"),
    ],
)
def test_an_id_is_put_at_the_end_of_a_list_as_it_is_written(text: str, result: str) -> None:
    """Whatever the editor's manner of writing lists."""
    assert added(text, "x", "new") == result


def test_lines_do_not_go_between_brackets() -> None:
    """That list is for the editor to write otherwise."""
    with pytest.raises(ListError, match="“x” is written between brackets"):
        added("x: [{ a: 1 }]\n", "x", "  - a: 2\n    b: 3\n")
