"""Pasted tables are recognised by their header, and nothing is left out in silence."""

import pytest

import calculators

POSTS = "engagement-rate"
NAMES = "likes, comments, shares, saves, reach, impressions, views, followers and left_out"


@pytest.mark.parametrize(
    "table",
    [
        "likes,comments\n10,2\n20,4\n",
        "likes;comments\n10;2\n20;4",
        "likes\tcomments\r\n10\t2\r\n20\t4\r\n",
        "\ufeffLikes , COMMENT COUNT\r10,2\r20,4",
        "sep=;\nlikes;comments\n10;2\n20;4\n",
        "\ufeffSEP=;\nlikes;comments\n10;2\n20;4\n",
        '"likes","number of comments"\n"10","2"\n\n  ,\n"20","4"\n',
        "\n\nlike_count,Comments\n10,2\n20,4",
    ],
)
def test_separators_headers_and_line_ends(table: str) -> None:
    """Comma, semicolon, tab, quotes, blank lines, a byte order mark: the same two posts."""
    read = calculators.read_table(POSTS, table)

    assert read == {
        "columns": ["likes", "comments"],
        "rows": [{"likes": "10", "comments": "2"}, {"likes": "20", "comments": "4"}],
        "kept": [{}, {}],
        "problems": [],
    }


@pytest.mark.parametrize("calculator", calculators.ids())
def test_no_two_fields_share_a_name(calculator: str) -> None:
    """A header means one field at most, whatever its spaces and capitals."""
    fields = calculators.load(calculator).INPUTS
    names = [name.replace(" ", "").replace("_", "") for field in fields for name in [field.name, *field.names]]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("calculator", calculators.ids())
def test_every_name_of_a_field_is_recognised(calculator: str) -> None:
    """Each of a field's names, as people write headers, is read as that field."""
    for field in calculators.load(calculator).INPUTS:
        for name in [field.name, *field.names]:
            assert calculators.read_table(calculator, f" {name.upper()} \n1\n")["columns"] == [field.name]


def test_quotes() -> None:
    """A quoted cell may hold the separator, a line end and doubled quotes."""
    table = 'caption,likes\n"a, ""b""\nc","1,180"\n5" tall,2\n'

    read = calculators.read_table(POSTS, table)

    assert read["rows"] == [{"likes": "1,180"}, {"likes": "2"}]


def test_short_rows_have_blanks_at_their_end() -> None:
    """A spreadsheet may leave out the last empty cells."""
    assert calculators.read_table(POSTS, "likes,comments\n10\n")["rows"] == [{"likes": "10"}]


@pytest.mark.parametrize(
    ("table", "text", "field", "row"),
    [
        ("", f"The table is empty; the columns can be {NAMES}.", None, None),
        ("a,b\n1,2", f"No column is recognised; let the first line name them. They can be {NAMES}.", None, None),
        ("likes,comments\n", "The table has a header and no rows; add a line for each row.", None, None),
        ("likes,Like count\n1,2\n", "2 columns mean likes; keep one of them.", "likes", None),
        (
            "likes,comments\n1,2\n1,180,46\n",
            "This row has 3 cells under 2 headers; put numbers that contain a comma in quotes.",
            None,
            2,
        ),
        ('likes\n"1\n', "A quote is opened and never closed; close it or take it out.", None, None),
    ],
)
def test_refused(table: str, text: str, field: str | None, row: int | None) -> None:
    """What can't be read as a table is refused with the remedy, and nothing is calculated."""
    answer = calculators.answer_table(POSTS, {"followers": "100"}, table)

    problem = answer["problems"][0]
    assert (problem["text"], problem["field"], problem["row"]) == (text, field, row)
    assert problem["level"] == "refusal"
    assert set(answer["results"].values()) == {None}


@pytest.mark.parametrize("label", ["Total", "SUM", "Average", "mean", "median"])
def test_a_line_of_totals_is_left_out(label: str) -> None:
    """The closing line of a spreadsheet is no post."""
    read = calculators.read_table(POSTS, f",likes\nfirst,10\n{label},10\n")

    assert read["rows"] == [{"likes": "10"}]
    assert [problem["text"] for problem in read["problems"]] == [
        f"A line called “{label}” is left out, after row 1: it would be counted twice."
    ]
    assert read["problems"][0]["values"] == {"label": label, "after": 1}


def test_german_and_french_headers_are_recognised() -> None:
    """Those of the languages that the calculators speak, accents or not."""
    read = calculators.read_table("engagement-rate", "Gefällt mir;Kommentare;Reichweite\n1180;46;9800\n")
    french = calculators.read_table("engagement-rate", "J'aime\tCommentaires\tportée\n1180\t46\t9800\n")

    assert read["rows"] == french["rows"] == [{"likes": "1180", "comments": "46", "reach": "9800"}]
