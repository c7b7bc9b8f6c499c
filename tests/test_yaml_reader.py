"""One YAML text: what each word means, where it stands, and an answer in words to whatever else is typed."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.load import Positions
from build_scripts.yaml_data import Doubt, data_of
from build_scripts.yaml_node import DEEPEST_NESTING, Data
from build_scripts.yaml_reader import Document, carefully, parse, quickly, read

CONTENT = Path(__file__).resolve().parent.parent / "content"
FIXED = settings(derandomize=True, deadline=None, max_examples=300, database=None)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("3.70", Decimal("3.70")),
        ("-0.5", Decimal("-0.5")),
        ("12345678901234567890.12345678901234567890", "12345678901234567890.12345678901234567890"),
        ("1234567890123456789.1234567890123456789", Decimal("1234567890123456789.1234567890123456789")),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("017", "017"),
        ("1:30", "1:30"),
        ("1e5", "1e5"),
        (".5", ".5"),
        ("5.", "5."),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("٣", "٣"),
        ('"12"', "12"),
        ("true", True),
        ("false", False),
        ('"true"', "true"),
        *((word, word) for word in ("yes", "no", "on", "off", "Yes", "NO", "True", "FALSE", "y", "n")),
        ("null", None),
        ("~", None),
        ('"null"', "null"),
        ("Null", "Null"),
        ("2026-11-01", "2026-11-01"),
        ("2026-11-01T10:00:00Z", "2026-11-01T10:00:00Z"),
    ],
)
def test_a_word_means_what_it_says(written: str, read_as: object) -> None:
    """Numbers are digits with a point, truth is true or false, and all else is text."""
    data = parse(f"a: {written}\n").data

    assert data == {"a": read_as}
    assert isinstance(data, dict)
    assert type(data["a"]) is type(read_as)


@pytest.mark.parametrize(
    "text",
    [
        "{{ config }} {% raw %} {# note #}",
        "<script>alert(1)</script> &amp; a < b",
        "# not a heading *nor* [a](javascript:x) `c`",
        "[=water-rye] [@old-mill] [~80%]",
        "tab\there, a no-break\u00a0space, Ünïcødé, 漢字, 🥖, right to left: שלום",
    ],
)
def test_text_stays_the_text_it_is(text: str) -> None:
    """What looks like a template, HTML or Markdown comes through letter by letter, quoted or in a block."""
    block = parse(f"a: |-\n  {text}\n").data
    quoted = parse("a: '" + text.replace("'", "''") + "'\n").data

    assert block == quoted == {"a": text}


def test_every_value_and_key_knows_its_place() -> None:
    """Line and column count from 1, in block and flow style; a missing value stands where its fields do."""
    document = parse("a: x\nb:\n  - c: 1\n    d: [2, {e: 3}]\n")
    positions = Positions({"f.yml": document})

    assert positions.at("f.yml", ("a",)) == (1, 4)
    assert positions.at("f.yml", ("b", 0, "c")) == (3, 8)
    assert positions.at("f.yml", ("b", 0, "c"), key=True) == (3, 5)
    assert positions.at("f.yml", ("b", 0, "d", 1, "e")) == (4, 16)
    assert positions.at("f.yml", ("b", 0, "missing")) == (3, 5)
    assert positions.at("f.yml", ()) == (1, 1)
    assert positions.at("unknown.yml", ("a", "b")) == (1, 1)


def test_the_deepest_nesting_still_reads() -> None:
    """The limit itself is allowed."""
    assert parse("[" * DEEPEST_NESTING + "]" * DEEPEST_NESTING).errors == []


def test_repeated_aliases_are_never_followed() -> None:
    """Nine lines that would grow to a thousand million values are nine problems' worth of text."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]

    assert len(parse("\n".join(lines)).errors) == 10 + 90


@given(st.integers(-(10**18), 10**18))
@FIXED
def test_whole_numbers_round_trip(number: int) -> None:
    """A whole number is the number written."""
    assert parse(f"a: {number}\n").data == {"a": number}


@given(st.decimals(-(10**12), 10**12, places=6))
@FIXED
def test_decimals_round_trip_with_their_zeros(number: Decimal) -> None:
    """A decimal keeps the digits that the editor wrote."""
    data = parse(f"a: {number:f}\n").data

    assert isinstance(data, dict)
    assert str(data["a"]) == f"{number:f}" or number == data["a"] == 0


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")))
@FIXED
def test_any_text_in_quotes_comes_through(text: str) -> None:
    """Single quotes keep every character."""
    assert parse("a: '" + text.replace("'", "''") + "'\n").data == {"a": text}


YAML_PIECES = st.sampled_from(
    [
        "a",
        "b: ",
        ": ",
        "- ",
        "? ",
        "\n",
        "  ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #x",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "|",
        ">",
        "'",
        '"',
        "\\",
        "%",
        "@",
        "`",
        "---",
        "...",
        "\r",
        "1",
        "\\U00110000",
        "\\ud800",
        "%YAML 9.9\n",
        "é",
        "\x00",
        "\u2028",
    ]
)


def _in_words(document: Document) -> bool:
    texts = [f"{each.message} {each.remedy}" for each in document.errors]
    return not any(word in text for text in texts for word in ("<", "expected", "scanning", "token", "mapping"))


@given(st.lists(YAML_PIECES, max_size=25).map("".join))
@FIXED
def test_any_pieces_of_yaml_are_read_or_answered_in_words(text: str) -> None:
    """Whatever is typed, there is data or a problem at a place in the text, without the reader's own terms."""
    document = parse(text)

    assert document.data is not None or document.errors
    assert _in_words(document)
    assert all(
        1 <= each.line <= text.count("\n") + text.count("\r") + text.count("\u2028") + 1 for each in document.errors
    )


WELL_FORMED = st.sampled_from(
    [
        "a: b\n",
        "c:\n",
        "  - ",
        "- ",
        "d: ",
        "é 😀",
        "\n",
        "\r\n",
        "# c\n",
        "  ",
        "    ",
        "|\n",
        ">-\n",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ", ",
        ": ",
        "?",
        "? ",
        "1",
        "1.50",
        "~",
        "a:b",
        "\t",
        "---",
        "!",
        "*",
        "&",
        "<<: ",
        "#x",
        " #x",
        "\\0",
        "\\u2028",
    ]
)


def _all_of(document: Document) -> tuple[object, ...]:
    return document.data, document.places, document.text


def _undoubted(text: str) -> Data:
    """The data of a text without its places; None where that needs another look."""
    try:
        return data_of(text)
    except Doubt:
        return None


@given(st.lists(WELL_FORMED, max_size=12).map("".join))
@settings(FIXED, max_examples=600)
def test_what_is_read_quickly_is_read_as_carefully(text: str) -> None:
    """Data and places are those that PyYAML gives, whatever is typed; else nothing is read quickly."""
    found, data, expected = quickly(text), _undoubted(text), carefully(text)

    assert found is None or (_all_of(found), found.errors) == (_all_of(expected), [])
    assert data is None or (repr(data), []) == (repr(expected.data), expected.errors)


def test_the_flagship_is_read_quickly() -> None:
    """Nearly every content file is read by libyaml, each with the same data and places as by PyYAML.

    The places are those of a second reading, asked for afterwards.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(CONTENT.rglob("*.yml"))]
    read_quickly = [text for text in texts if _undoubted(text) is not None]

    assert len(read_quickly) >= 0.9 * len(texts)
    assert all(_all_of(parse(text)) == _all_of(carefully(text)) for text in read_quickly)


def test_reading_a_file_needs_no_guide(tmp_path: Path) -> None:
    """One file can be read by itself."""
    (tmp_path / "a.yml").write_text("a: 1.50\n")

    assert read(tmp_path / "a.yml").data == {"a": Decimal("1.50")}
