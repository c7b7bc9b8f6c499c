"""Numbers are read as a person means them, or refused with what to write."""

import pytest

from calculators._fields import Input
from calculators._reading import read

COUNT = Input("likes", "count", whole=True)
MONEY = Input("fees", "money")
RATIO = Input("share", "ratio")


@pytest.mark.parametrize(
    ("language", "text", "value", "told"),
    [
        ("en", "12500", 12500, ""),
        ("en", " 12,500 ", 12500, ""),
        ("en", "1,234,567", 1234567, ""),
        ("en", "12.5k", 12500, "read as 12,500"),
        ("en", "12.5 K", 12500, "read as 12,500"),
        ("en", "1.2M", 1200000, "read as 1,200,000"),
        ("en", "1.234M", 1234000, "read as 1,234,000"),
        ("en", "3 million", 3000000, "read as 3,000,000"),
        ("en", "1.5bn", 1500000000, "read as 1,500,000,000"),
        ("en", "12,5k", 12500, "read as 12,500"),
        ("en", "12 500", 12500, ""),
        ("en", "12\u00a0500", 12500, ""),
        ("en", "12\u202f500", 12500, ""),
        ("en", "12\u2009500", 12500, ""),
        ("en", "12'500", 12500, ""),
        ("en", "12’500", 12500, ""),
        ("en", "1,25,000", 125000, "read as 125,000"),
        ("en", "12.500", 12500, "read as 12,500"),
        ("en", "1.234.567", 1234567, "read as 1,234,567"),
        ("en", "12,500.00", 12500, ""),
        ("en", "12.0", 12, ""),
        ("en", "007", 7, ""),
        ("en", "0", 0, ""),
        ("de", "12.500", 12500, ""),
        ("de", "12,500", 12500, "read as 12,500"),
        ("de", "12,5 Tsd.", 12500, "read as 12,500"),
        ("de-AT", "1,2 Mio.", 1200000, "read as 1,200,000"),
        ("de-CH", "12.5k", 12500, "read as 12,500"),
        ("es", "12,5 mil", 12500, "read as 12,500"),
        ("es-MX", "12,500", 12500, ""),
        ("fr", "12\u202f500", 12500, ""),
        ("pt-BR", "1,2 mi", 1200000, "read as 1,200,000"),
    ],
)
def test_counts(language: str, text: str, value: int, told: str) -> None:
    """Grouped, shortened and spaced counts are whole numbers, and what was not certain is told."""
    reading = read(text, COUNT, language)

    assert (reading.value, reading.text, reading.problem) == (value, told, None)
    assert isinstance(reading.value, int)


@pytest.mark.parametrize(
    ("language", "suffixes", "value"),
    [
        ("en", ["k", "K", " thousand"], 2000),
        ("en", ["m", "M", "mn", " Mio.", " million"], 2000000),
        ("en", ["b", "B", "bn"], 2000000000),
        ("de", ["k", " Tsd.", "tsd"], 2000),
        ("de", [" Mio.", " Millionen"], 2000000),
        ("de", [" Mrd."], 2000000000),
        ("es", [" mil"], 2000),
        ("fr", [" k"], 2000),
        ("fr", [" M", " millions"], 2000000),
        ("fr", [" Md"], 2000000000),
        ("pt-BR", [" mil"], 2000),
        ("pt-BR", [" mi"], 2000000),
    ],
)
def test_suffixes(language: str, suffixes: list[str], value: int) -> None:
    """Each language's words for thousands, millions and thousands of millions."""
    assert [read(f"2{suffix}", COUNT, language).value for suffix in suffixes] == [value] * len(suffixes)


@pytest.mark.parametrize(
    ("language", "text", "value", "told"),
    [
        ("en", "$1,250.50", 1250.5, ""),
        ("en", "US$ 300", 300, ""),
        ("en", "1250 USD", 1250, ""),
        ("en", "£0.48", 0.48, ""),
        ("en", ".5", 0.5, ""),
        ("en", "0,25", 0.25, "read as 0.25"),
        ("en", "12.", 12, ""),
        ("en", "12,500", 12500, "read as 12,500"),
        ("en", "12,5", 12.5, "read as 12.5"),
        ("en", "0.125", 0.125, ""),
        ("en", "0,125", 0.125, "read as 0.125"),
        ("en", "12.500,5", 12500.5, "read as 12,500.5"),
        ("en", "1.2k", 1200, "read as 1,200"),
        ("en", "1.2345", 1.2345, ""),
        ("en", "1234.500", 1234.5, ""),
        ("en", "123456789012.125", 123456789012.125, ""),
        ("en", "0.123456789012345", 0.123456789012345, ""),
        ("de", "12.500,5", 12500.5, ""),
        ("de", "1.250,50 €", 1250.5, ""),
        ("de", "12.50", 12.5, "read as 12.5"),
        ("de", "12,500.5", 12500.5, "read as 12,500.5"),
        ("fr", "1 250,50 €", 1250.5, ""),
        ("de-CH", "CHF 1’250.50", 1250.5, ""),
        ("en-ZA", "12,5", 12.5, ""),
    ],
)
def test_money(language: str, text: str, value: float, told: str) -> None:
    """Amounts may carry a currency sign and decimals of either kind."""
    reading = read(text, MONEY, language)

    assert (reading.value, reading.text, reading.problem) == (value, told, None)


@pytest.mark.parametrize(
    ("language", "text", "value", "told"),
    [
        ("en", "3.5%", 0.035, ""),
        ("en", "3.5 %", 0.035, ""),
        ("de", "3,5 %", 0.035, ""),
        ("en", "0.035", 0.035, "read as 3.5%"),
        ("en", "3,5%", 0.035, "read as 3.5%"),
        ("en", "0", 0, ""),
        ("en", "100%", 1, ""),
    ],
)
def test_ratios(language: str, text: str, value: float, told: str) -> None:
    """A percentage is a ratio; a ratio without its sign is told as a percentage."""
    reading = read(text, RATIO, language)

    assert (reading.value, reading.text, reading.problem) == (value, told, None)


@pytest.mark.parametrize(
    ("text", "told"), [("", ""), ("  \u00a0", ""), *((mark, "read as not entered") for mark in "-–—−")]
)
def test_not_entered(text: str, told: str) -> None:
    """An empty text is no number, and neither is a dash in its place."""
    reading = read(text, COUNT)

    assert (reading.value, reading.text, reading.problem) == (None, told, None)


@pytest.mark.parametrize("text", ["n/a", "N/A", "hidden"])
def test_words_for_not_entered(text: str) -> None:
    """What spreadsheets write for a missing number is read as one."""
    assert read(text, COUNT).text == "read as not entered"


@pytest.mark.parametrize(
    ("field", "language", "text", "code", "refusal"),
    [
        (COUNT, "en", "abc", "unreadable", "“abc” is not a number we can read; write it like 12500 or 12.5k."),
        (COUNT, "de", "abc", "unreadable", "“abc” is not a number we can read; write it like 12500 or 12,5k."),
        (MONEY, "en", "1e5", "unreadable", "“1e5” is not a number we can read; write it like 1250 or 12.50."),
        (RATIO, "en", "3k%", "unreadable", "“3k%” is not a number we can read; write it like 3.5%."),
        (COUNT, "en", "k", "unreadable", "“k” is not a number we can read; write it like 12500 or 12.5k."),
        (COUNT, "en", "$500", "unreadable", "“$500” is not a number we can read; write it like 12500 or 12.5k."),
        (COUNT, "en", "12_500", "unreadable", "“12_500” is not a number we can read; write it like 12500 or 12.5k."),
        (COUNT, "en", "500+", "unreadable", "“500+” is not a number we can read; write it like 12500 or 12.5k."),
        (COUNT, "en", "١٢", "unreadable", "“١٢” is not a number we can read; write it like 12500 or 12.5k."),
        (
            COUNT,
            "en",
            "12.5 mil",
            "unreadable",
            "“12.5 mil” is not a number we can read; write it like 12500 or 12.5k.",
        ),
        (MONEY, "en", "12.500", "two_ways", "“12.500” can be read two ways; write 12500 or 12.5."),
        (MONEY, "en", "1.234", "two_ways", "“1.234” can be read two ways; write 1234 or 1.2340."),
        (MONEY, "de", "12,500", "two_ways", "“12,500” can be read two ways; write 12500 or 12,5."),
        (MONEY, "en", "12 500,125", "two_ways", "“12 500,125” can be read two ways; write 12500125 or 12500.1250."),
        (COUNT, "en", "12,500k", "two_ways", "“12,500k” can be read two ways; write 12500000 or 12500."),
        (COUNT, "de", "1.234M", "two_ways", "“1.234M” can be read two ways; write 1234000000 or 1234000."),
        (COUNT, "en", "1,2345", "odd_marks", "“1,2345” has its marks in odd places; write it without them."),
        (COUNT, "en", "12 50", "odd_marks", "“12 50” has its marks in odd places; write it without them."),
        (COUNT, "en", "1,2,3", "odd_marks", "“1,2,3” has its marks in odd places; write it without them."),
        (COUNT, "en", "1.234 567", "odd_marks", "“1.234 567” has its marks in odd places; write it without them."),
        (COUNT, "en", "0 500", "odd_marks", "“0 500” has its marks in odd places; write it without them."),
        (COUNT, "en", "0,", "odd_marks", "“0,” has its marks in odd places; write it without them."),
        (COUNT, "en", "1234,500", "odd_marks", "“1234,500” has its marks in odd places; write it without them."),
        (
            COUNT,
            "en",
            "1234,567,890",
            "odd_marks",
            "“1234,567,890” has its marks in odd places; write it without them.",
        ),
        (COUNT, "en", "123,45,678", "odd_marks", "“123,45,678” has its marks in odd places; write it without them."),
        (MONEY, "de", "1 234.567,5", "odd_marks", "“1 234.567,5” has its marks in odd places; write it without them."),
        (COUNT, "en", ".", "odd_marks", "“.” has its marks in odd places; write it without them."),
        (COUNT, "en", "12,", "odd_marks", "“12,” has its marks in odd places; write it without them."),
        (MONEY, "en", "1.2.3,4", "odd_marks", "“1.2.3,4” has its marks in odd places; write it without them."),
        (RATIO, "en", "3.5", "percent_missing", "“3.5” needs a percent sign; write it like 3.5%."),
        (
            MONEY,
            "en",
            "0.0000000000000001",
            "too_many_digits",
            "“0.0000000000000001” has too many digits; round it to 15 or fewer.",
        ),
        (
            MONEY,
            "en",
            "1234567890123456",
            "too_many_digits",
            "“1234567890123456” has too many digits; round it to 15 or fewer.",
        ),
        (
            MONEY,
            "en",
            "0.1234567890123456",
            "too_many_digits",
            "“0.1234567890123456” has too many digits; round it to 15 or fewer.",
        ),
    ],
)
def test_refused(field: Input, language: str, text: str, code: str, refusal: str) -> None:
    """What can't be read, or only by a guess, is refused with what to write instead."""
    reading = read(text, field, language, row=3)

    assert reading.problem is not None
    assert (reading.problem.text, reading.problem.code) == (refusal, code)
    assert (reading.value, reading.problem.field, reading.problem.row) == (None, field.name, 3)


@pytest.mark.parametrize("text", ["-5", "−5", "–5", "-$5", "- 5"])
def test_negative(text: str) -> None:
    """Every minus sign counts; that a field takes no negative number is checked later."""
    assert read(text, MONEY).value == -5


def test_what_a_refusal_says_to_write_is_read() -> None:
    """The two ways offered are themselves read in one way only, and differently."""
    for field, language in ((MONEY, "en"), (MONEY, "de")):
        for text in ("12.500", "1.234", "12,500", "1,234", "100.001", "12 500,125"):
            problem = read(text, field, language).problem
            if problem:
                offered = problem.text.partition("write ")[2].rstrip(".").split(" or ")
                readings = [read(one, field, language) for one in offered]
                assert [(one.problem, one.text) for one in readings] == [(None, ""), (None, "")]
                assert readings[0].value != readings[1].value
