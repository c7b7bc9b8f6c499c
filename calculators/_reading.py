"""Read the numbers that people type, by the habits of a language: as meant, or refused with an example.

Besides digits with their marks: a suffix (``12.5k``, ``1.2M``), a currency sign for money, a percent sign for ratios.
"""

from ._digits import DIGITS, MARKS, MOST_DIGITS, UnreadableError, split
from ._fields import Input, Problem, Text, refusal
from ._languages import decimal_mark, power_of_ten
from ._said import Said, english, say
from ._words import bare, lowered, tidied

CURRENCIES = ("us$", "usd", "eur", "gbp", "chf", "inr", "$", "€", "£", "¥", "₹")
FORMULA_SIGNS = ("=", "+", "-", "@")
NOT_ENTERED = ("", "-", "—", "n/a", "na", "n.a.", "hidden")


class Reading:
    """How a text was understood: a number or nothing, what is told the person, or the refusal."""

    def __init__(self, value: float | None, told: Said | None = None, problem: Problem | None = None) -> None:
        self.value = value
        self.told = told
        self.text = english(told) if told else ""
        self.problem = problem


def read(text: str, field: Input, language: str = "en", row: int | None = None) -> Reading:
    """Read one typed text for one field; an empty text is no number, and so is a dash."""
    if _is_plain(text) and field.unit != "ratio":
        return Reading(int(text))  # most cells: the long way round gives the same, slower
    tidy = tidied(text)
    if lowered(tidy) in NOT_ENTERED:
        return Reading(None, say("read as not entered") if tidy else None)
    try:
        value, told = _number(tidy, field, language)
    except UnreadableError as unreadable:
        unreadable.said.values["typed"] = tidy
        return Reading(None, None, refusal(unreadable.code, unreadable.said, field.name, row))
    return Reading(value, _told(value, field) if told else None)


def read_text(text: str, field: Text) -> str | None:
    """Take a text as it is, without the spaces around it; of choices, the one that is meant."""
    tidy = tidied(text)
    if tidy[:1] == "'" and tidy[1:2] in FORMULA_SIGNS:
        tidy = tidy[1:]  # a quote that keeps a spreadsheet from taking the text for a formula
    if field.choices:
        meant = [choice for choice in field.choices if bare(choice) == bare(tidy)]
        return meant[0] if meant else tidy or None
    return tidy or None


def _is_plain(text: str) -> bool:
    return 0 < len(text) <= MOST_DIGITS and all(letter in DIGITS for letter in text)


def _number(text: str, field: Input, language: str) -> tuple[float, bool]:
    negative = text[0] == "-"
    body, power = _unmarked(text[1:].strip(" ") if negative else text, field, language)
    if not body or not all(letter in DIGITS + MARKS for letter in body):
        text = "“{typed}” is not a number we can read; write it like {example}."
        raise UnreadableError("unreadable", say(text, example=_example(field, language)))
    parts = split(body, decimal_mark(language), whole=field.whole, power=power)
    bare_ratio = field.unit == "ratio" and not power
    if bare_ratio and parts.whole.lstrip("0"):
        text = "“{typed}” needs a percent sign; write it like {example}."
        raise UnreadableError("percent_missing", say(text, example=_example(field, language)))
    value = parts.times(power)
    return (-value if negative else value), parts.doubtful or power > 0 or (bare_ratio and value > 0)


def _unmarked(body: str, field: Input, language: str) -> tuple[str, int]:
    """Take off a percent sign, a currency sign and a suffix; what they mean as a power of ten."""
    if field.unit == "ratio":
        return (body[:-1].strip(" "), -2) if body.endswith("%") else (body, 0)
    if field.unit == "money":
        body = _without_currency(body)
    start = len(body)
    while start > 0 and body[start - 1] not in DIGITS + ",' ":
        start -= 1
    power = power_of_ten(body[start:], language)
    return (body[:start].strip(" ") if power else body), power


def _without_currency(body: str) -> str:
    small = lowered(body)
    for sign in CURRENCIES:
        if small.startswith(sign):
            return body[len(sign) :].strip(" ")
        if small.endswith(sign):
            return body[: len(body) - len(sign)].strip(" ")
    return body


def _example(field: Input, language: str) -> Said:
    mark = decimal_mark(language)
    if field.unit == "ratio":
        return say("{one}", one=f"3{mark}5%")
    ways = ("12500", f"12{mark}5k") if field.whole else ("1250", f"12{mark}50")
    return say("{one} or {other}", one=ways[0], other=ways[1])


def _told(value: float, field: Input) -> Said:
    if field.unit == "ratio":
        return say("read as {number}%", number=value * 100)
    return say("read as {number}", number=value)
