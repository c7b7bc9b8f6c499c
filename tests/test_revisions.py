"""Changes to published figures: beside the figure, on their page, in the feed, in the data."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from build_scripts.pipeline import check
from build_scripts.render import render
from build_scripts.revisions import changes

from .conftest import PROJECT

SECOND = PROJECT / "tests/second_guide"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The second guide rendered: its baking time was changed twice."""
    guide = check(SECOND).guide
    assert guide is not None
    return render(guide, {})


def test_each_change_knows_what_followed() -> None:
    """The newest comes first; an older one led to the value that the next one replaced."""
    guide = check(SECOND).guide
    assert guide is not None

    assert [(each.revision.date, *map(int, (*each.old, *each.new))) for each in changes(guide)] == [
        ("2026-10-20", 45, 47),
        ("2026-10-04", 74, 45),
    ]


def test_the_page_keeps_the_old_value_on_record(files: dict[str, bytes]) -> None:
    """Old value, new value, day and reason, and the way to the figure."""
    page = files["changes.md"].decode()
    shown = re.findall(r"<del[^>]*>([^<]+)</del>.*?<ins[^>]*>([^<]+)</ins>", page)

    assert shown == [("45 min", "47 min"), ("74 min", "45 min")]
    assert "October 20, 2026" in page
    assert "Two digits had been swapped." in page
    assert 'href="../statistics/#baking-time"' in page


def test_the_figure_says_that_it_was_changed(files: dict[str, bytes]) -> None:
    """Beside the figure stand the day, the old value and the way to the record."""
    page = files["statistics.md"].decode()

    assert "Changed on October 20, 2026, before: <del>45 min</del>. The mill weighed its loaves again." in page
    for place in re.findall(r'href="\.\./changes/#([^"]+)"', page):
        assert f'id="{place}"' in files["changes.md"].decode()


def test_the_data_say_when(files: dict[str, bytes]) -> None:
    """The day of the last change is a column; a figure that never changed has none."""
    days = {each["id"]: each["changed"] for each in json.loads(files["data/statistics.json"])["statistics"]}

    assert days["baking-time"] == "2026-10-20"
    assert [id_ for id_, day in days.items() if day] == ["baking-time"]


def test_the_feed_is_atom(files: dict[str, bytes]) -> None:
    """Feed and entries have what Atom requires; each entry's id is the full address of its change."""
    feed = ET.fromstring(files["changes.xml"])
    entries = feed.findall(f"{ATOM}entry")

    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Bread"
    assert feed.findtext(f"{ATOM}updated") == "2026-10-20T00:00:00Z"
    assert next(each.findtext(f"{ATOM}title") for each in entries) == "Time in the oven: 45 min → 47 min"
    for each in [feed, *entries]:
        assert all(each.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert all((each.findtext(f"{ATOM}id") or "").startswith("https://example.org/guide/changes/#") for each in entries)


def test_a_guide_without_changes_says_so(tmp_path: Path) -> None:
    """The page is there, and the feed has no entry but is valid."""
    guide = check(PROJECT).guide
    assert guide is not None
    assert changes(guide) == []

    files = render(guide, {})

    assert "No published figure has been changed so far." in files["changes.md"].decode()
    assert ET.fromstring(files["changes.xml"]).findtext(f"{ATOM}updated") == f"{guide.settings.updated}T00:00:00Z"
