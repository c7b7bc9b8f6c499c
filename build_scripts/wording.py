"""What was expected of a value, what was found, and what to do: a validation error in an editor's words."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from .model.base import ADDRESS, DATE, ID, SOME_TEXT

LONGEST_QUOTE = 40
FIELDS, LIST, TEXT = "fields (key: value)", "a list (lines that start with “- ”)", "text"
EXPECTED = {
    "string": TEXT,
    "dict": FIELDS,
    "model": FIELDS,
    "model_attributes": FIELDS,
    "list": LIST,
    "int": "a whole number",
    "bool": "true or false",
}
REMEDIES = {
    FIELDS: "write its fields, one a line",
    LIST: "write each item on a line of its own after “- ”",
    "a whole number": "write digits alone, such as 10",
    "true or false": "write one of the two, without quotes",
}
PATTERNS = {
    ID: ("an id", "use lowercase letters, digits and single hyphens"),
    DATE: ("a date", "write it as year-month-day, such as 2026-11-23"),
    ADDRESS: ("an address that starts with https://", "give the publisher's page or leave the field out"),
}
EMPTY = ("there is nothing but an empty text", "write it or delete the line")
GROUPED = re.compile(r"[-+]?[0-9]{1,3}([,_' ][0-9]{3})+(\.[0-9]+)?")


def quoted(value: object) -> str:
    """The value as found, short enough for a line."""
    if isinstance(value, dict):
        return "fields"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"“{str(value).lower()}”"
    return f"the text “{shortened(value)}”" if isinstance(value, str) else f"the number {shortened(value)}"


def shortened(value: object) -> str:
    """At most forty characters on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def nearest(name: object, names: Iterable[str], otherwise: str) -> str:
    """“did you mean …?” when there is a near miss."""
    near = get_close_matches(name, sorted(names), n=1) if isinstance(name, str) else []
    return f"did you mean “{near[0]}”?" if near else otherwise


def wording(kind: str, found: object, context: dict[str, Any]) -> tuple[str, str]:
    """Message and remedy of an error of one of pydantic's kinds."""
    if found is None:
        return "there is nothing after the colon", "write a value or delete the line"
    if kind == "string_too_short" or context.get("pattern") == SOME_TEXT:
        return EMPTY
    if kind == "literal_error":
        words = choices(context["expected"])
        message = f"expected one of {', '.join(words)}, found {quoted(found)}"
        return message, nearest(found, words, "choose one of them")
    if kind == "string_pattern_mismatch":
        expected, remedy = PATTERNS[context["pattern"]]
        return f"expected {expected}, found {quoted(found)}", remedy
    if kind == "value_error":
        return _own(str(context["error"]), found)
    return _counted(kind, found, context) or _mistyped(kind, found)


def choices(expected: str) -> list[str]:
    """The words that may stand in a place, out of pydantic's list of them."""
    return re.findall(r"'([^']*)'", expected)


def _own(text: str, found: object) -> tuple[str, str]:
    """The words of a model's own check: “message; remedy”, or a message that waits for what was found."""
    message, _, remedy = text.partition("; ")
    if remedy:
        return message, remedy
    if isinstance(found, str) and GROUPED.fullmatch(found):
        return f"{message}, found {quoted(found)}", f"write {re.sub("[,_' ]", '', found)}"
    return f"{message}, found {quoted(found)}", "write the figure in plain digits, without quotes, units or words"


def _counted(kind: str, found: object, context: dict[str, Any]) -> tuple[str, str] | None:
    if kind == "too_short":
        return f"expected at least {_items(context['min_length'])}, found {context['actual_length']}", "add one"
    if kind == "too_long":
        return f"expected at most {_items(context['max_length'])}, found {context['actual_length']}", "remove some"
    if kind == "greater_than_equal":
        return f"expected {context['ge']} or more, found {quoted(found)}", "correct the number"
    return None


def _items(number: int) -> str:
    return f"{number} {'item' if number == 1 else 'items'}"


def _mistyped(kind: str, found: object) -> tuple[str, str]:
    expected = EXPECTED.get(kind.removesuffix("_type"), "another value")
    return f"expected {expected}, found {quoted(found)}", REMEDIES.get(expected, _into_quotes(found))


def _into_quotes(found: object) -> str:
    """Why YAML read something else than the text that was meant."""
    if isinstance(found, dict):
        return "put the text in quotes: a colon and a space in it, or “{” before it, make fields of it"
    if isinstance(found, list):
        return "put the text in quotes: “[” or “- ” before it makes a list of it"
    return "put it in quotes"
