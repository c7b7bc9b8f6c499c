"""When sources are to be read again, who is told so, and what becomes of a superseded figure."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.freshness import as_text, due, months_later
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.render import render

from .conftest import PROJECT, copy_guide

GUIDE = PROJECT / "tests/second_guide"


def changed(folder: Path, file: str, old: str, new: str) -> Guide:
    """The second guide with one change."""
    path = copy_guide(GUIDE, folder) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    checked = check(folder)
    assert checked.guide is not None, checked.problems
    return checked.guide


def stale(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command as people run it."""
    command = [sys.executable, "-m", "build_scripts", "stale", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_sources_are_due_so_many_months_after_they_were_read(tmp_path: Path) -> None:
    """The guide says how many, and the day itself counts."""
    guide = changed(tmp_path, "content/guide.yml", "claims: [steam]", "review_after_months: 3\nclaims: [steam]")

    assert due(guide, "2027-01-31") == []
    assert [each.file for each in due(guide, "2027-02-01")] == [
        "content/sources/new-mill.yml",
        "content/sources/old-mill.yml",
    ]


def test_a_source_may_name_its_own_day(tmp_path: Path) -> None:
    """What changes often is due earlier than the rest, and comes first."""
    accessed = 'accessed: "2026-11-01"\n'
    guide = changed(tmp_path, "content/sources/old-mill.yml", accessed, f'{accessed}review_by: "2026-12-24"\n')

    assert [each.review_by for each in due(guide, "2026-12-24")] == ["2026-12-24"]
    assert [each.review_by for each in due(guide, "2027-11-01")] == ["2026-12-24", "2027-11-01"]


def test_who_cites_a_source_is_told() -> None:
    """Those who show one of its statistics or bands are told with those who cite it itself."""
    guide = check(GUIDE).guide
    assert guide is not None

    told = as_text(due(guide, "2027-11-01"), "2027-11-01")

    assert told.startswith("2 sources are due on 2027-11-01. Read each again;")
    for line in (
        "  open https://example.org/old-mill",
        "  cited: page “Crumb” /guide/crumb/",
        "  cited: chart “One dough, two names.” /guide/dough/#figure-words",
        "  cited: benchmark “Hydration” /calculators/hydration/",
        "  cited: claim “Steam makes the crust” /claims/#steam",
    ):
        assert line in told.splitlines()


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2900, 1, 1)), st.integers(1, 60))
def test_months_later_is_a_day_of_the_right_month(day: date, months: int) -> None:
    """Neither too early nor in the month after, however long the months are."""
    later = date.fromisoformat(months_later(day.isoformat(), months))

    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert later.day == day.day or 28 <= later.day < day.day


def test_the_command_answers_scripts() -> None:
    """Exit code 0 nothing due, 1 something; JSON holds what the text tells; the day is checked."""
    guide = ("--guide", str(GUIDE))

    none, some = stale(*guide, "--on", "2027-10-31"), stale(*guide, "--on", "2027-11-01", "--format", "json")
    wrong = stale(*guide, "--on", "soon")

    assert (none.returncode, none.stdout) == (0, "Nothing is due on 2027-10-31.\n")
    assert some.returncode == 1
    assert [each["file"] for each in json.loads(some.stdout)["due"]] == [
        "content/sources/new-mill.yml",
        "content/sources/old-mill.yml",
    ]
    assert wrong.returncode == 2
    assert "there is no day “soon”; write year-month-day, such as 2027-01-31" in wrong.stderr


def test_pages_say_when_facts_were_checked() -> None:
    """Every source and every statistic shows its day; the files to download have it too."""
    guide = check(GUIDE).guide
    assert guide is not None

    files = render(guide, {})

    sources, statistics = files["sources.md"].decode(), files["statistics.md"].decode()
    dates = "Last checked November 1, 2026, to be checked again by November 1, 2027"
    assert sources.count(dates) == len(guide.sources)
    assert statistics.count("last checked November 1, 2026") == statistics.count('class="g-statistic"') == 7
    assert all(row["accessed"] == "2026-11-01" for row in json.loads(files["data/statistics.json"])["statistics"])


def test_a_superseded_figure_keeps_its_address_and_points_to_the_newer(tmp_path: Path) -> None:
    """Links to it stay good, nothing asks to delete it, and its reader learns of the newer one with its value."""
    old = (
        "{ id: water-old, value: 60, unit: percent, measures: Water on flour, definition: water-on-flour, population: "
    )
    line = f'statistics:\n  - {old}wheat doughs, period: "2019", superseded_by: water-wheat }}\n'
    guide = changed(tmp_path, "content/sources/old-mill.yml", "statistics:\n", line)

    assert check(tmp_path).problems == []
    page = render(guide, {})["statistics.md"].decode()
    row = re.search(r'<h2 class="g-statistic__head" id="water-old".*?</li>', page, re.DOTALL)
    assert row is not None
    assert re.search(r'Superseded. The newer figure: <a href="#water-wheat">.*64\.2%.*, 2025</a>', row[0])
    assert 'id="water-wheat"' in page
