"""English in messages: numbers, lists and letters."""

import pytest

from calculators._sums import mean, median, total
from calculators._words import listing, lowered, show, tidied


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (1234567.5, "1,234,567.5"),
        (-0.25, "-0.25"),
        (0.1, "0.1"),
        (2.675, "2.675"),
        (0.0000004, "0"),
        (0.9999999, "1"),
        (999999999999999, "999,999,999,999,999"),
        (11723808006.7, "11,723,808,006.7"),
        (99999999999999.1, "99,999,999,999,999.1"),
        (1e300, "a number beyond 999,999,999,999,999"),
        (-(10**16), "a number beyond -999,999,999,999,999"),
        (None, "nothing"),
    ],
)
def test_show(number: float | None, text: str) -> None:
    """Thousands are grouped, decimals cut to six, and nothing is written with an exponent."""
    assert show(number) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (list("abcdef"), "a, b, c, d, e and f"),
        (list("abcdefgh"), "a, b, c, d, e, f and 2 more"),
    ],
)
def test_listing(words: list[str], text: str) -> None:
    """Lists read as a sentence, and long ones are cut."""
    assert listing(words) == text


def test_letters() -> None:
    """Only A to Z are made lowercase; every space, apostrophe and minus sign becomes the plain one."""
    assert lowered("KÉkZ") == "kÉkz"
    assert tidied("\u00a0−12’500\u202f–\t5\u3000") == "-12'500 -5".replace("-5", "- 5")


def test_sums_go_from_left_to_right() -> None:
    """Not compensated, so that every interpreter agrees: ten tenths miss one by a hair."""
    assert total([0.1] * 10) == 0.9999999999999999
    assert total([]) == 0
    assert mean([1.0, 2.0]) == 1.5


@pytest.mark.parametrize(("numbers", "middle"), [([3.0], 3.0), ([9.0, 1.0, 2.0], 2.0), ([4.0, 1.0, 9.0, 2.0], 3.0)])
def test_median(numbers: list[float], middle: float) -> None:
    """The middle one, or the mean of the middle two, and the list keeps its order."""
    before = list(numbers)

    assert (median(numbers), numbers) == (middle, before)
