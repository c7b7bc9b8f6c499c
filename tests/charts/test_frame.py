"""The frame: ledger line, table, CSV and actions around every picture."""

from pathlib import Path

import pytest

from build_scripts.charts.drawing import Table
from build_scripts.figures import figure_html, table_csv
from build_scripts.ledger import joined, ledger

from .cases import CASES, GOLDEN, Case, case, read

BARS = GOLDEN / "bars/details.yml"


def _cells(given: Case) -> dict[str, str]:
    return {cell.name: str(cell.html) for cell in ledger(given.figure, given.draw(), given.composer)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_figure_is_one_block_of_html(path: Path) -> None:
    """Markdown passes it through untouched: no empty line, and no line that begins with spaces."""
    given = case(read(path))
    lines = figure_html(given.figure, "dough", given.composer).splitlines()

    assert lines[0].startswith("<figure ")
    assert lines[-1] == "</figure>"
    assert not [line for line in lines if not line.strip() or line.startswith("    ")]


def test_the_ledger_comes_from_the_statistics() -> None:
    """Five cells in one order; what is the same in all statistics stands once."""
    given = case(read(BARS))

    assert _cells(given) == {
        "Measure": "weight of loaves",
        "Who was counted": "loaves of one town",
        "Period": "2025",
        "Grade": "",
        "Source": 'The Old Mill 2025<a class="g-cite" id="cite-1-1" href="#source-1" '
        'data-statistics="small middle large" aria-label="Source 1: The Old Mill 2025">[1]</a>',
    }
    assert [cell.grades for cell in ledger(given.figure, given.draw(), given.composer)][3] == ("B",)


def test_the_editor_may_shorten_the_ledger() -> None:
    """Words of the figure's own ledger replace those of the statistics."""
    raw = read(BARS)
    raw["figure"]["ledger"] = {
        "measure": "Weight",
        "population": "Loaves",
        "period": "Last year",
        "grade": "good enough",
    }

    assert list(_cells(case(raw)).values())[:4] == ["Weight", "Loaves", "Last year", "good enough"]


def test_a_copy_is_named_as_a_copy() -> None:
    """A source that was read elsewhere says where."""
    assert _cells(case(read(BARS), read_in="The Miller’s Journal"))["Source"].startswith(
        "The Old Mill 2025, as reported by The Miller’s Journal<a"
    )


def test_alike_texts_are_merged() -> None:
    """Shared words are said once, but only where the texts are mostly alike."""
    sizes = ["accounts with 1 to 10 followers in one database", "accounts with more than 10 followers in one database"]

    assert joined(sizes) == "accounts with 1 to 10; more than 10 followers in one database"
    assert (
        joined(["brands in 2025", "users in 2025 of another tool"]) == "brands in 2025; users in 2025 of another tool"
    )
    assert joined(["a b c", "a b c d"]) == "a b c; a b c d"
    assert joined([]) == ""


def test_numbers_stay_numbers_in_the_csv_and_text_is_no_formula() -> None:
    """A spreadsheet runs a text cell that begins with =, +, - or @; a number may begin with a sign."""
    table = Table(("Name", "Figure"), (("=SUM(A1)", "-31%"), ("@home", "+2"), ("Rye, wholemeal", "1")), (False, True))

    assert table_csv(table).decode() == "Name,Figure\n'=SUM(A1),-31%\n'@home,+2\n\"Rye, wholemeal\",1\n"


def test_the_csv_has_the_rows_of_the_table() -> None:
    """The file that the frame offers is the table, and it lies where the link leads."""
    given = case(read(BARS))
    html = figure_html(given.figure, "dough", given.composer)

    assert given.composer.files == {"data/figures/dough/figure.csv": table_csv(given.draw().table)}
    assert 'href="../../data/figures/dough/figure.csv"' in html
    assert "CSV, 1 kB" in html


def test_text_that_looks_like_html_stays_text() -> None:
    """Whatever an editor writes into a figure comes out as the text it is."""
    given = case(read(GOLDEN / "big-number/claimed.yml"))

    assert "&lt;packet&gt;" in figure_html(given.figure, "dough", given.composer)
