"""Formulas with the reader’s own numbers in them, as parts that a page puts together.

A part is a text, or a number with its unit and digits, so that each place can write numbers in its own way.
"""

from ._fields import Input, Line, Part, Result, Results, Text, Working
from ._words import lowered

_MOST_DIGITS = 6
_NEAR = 1e-9


def number(value: float, unit: str, digits: int | None = None) -> Part:
    """A number as one would type it, or with so many digits."""
    return [value, unit, _digits(value, unit) if digits is None else digits]


def joined(sign: str, parts: "list[Part]") -> Working:
    """Parts with a sign between them.

    >>> joined(" × ", [[2.0, "count", 0], [3.0, "count", 0]])
    [[2.0, 'count', 0], ' × ', [3.0, 'count', 0]]
    """
    working: Working = []
    for place, part in enumerate(parts):
        working += [sign, part] if place else [part]
    return working


def divided(working: Working, divisor: Part) -> Working:
    """A working in brackets, divided by a part."""
    whole: Working = ["("]
    whole += working
    whole += [") ÷ ", divisor]
    return whole


def workings(
    inputs: "list[Input | Text]", results: list[Result], entered: Line, found: Results
) -> "dict[str, Working]":
    """Of each result whose definition is a formula of names, that formula with their numbers.

    >>> cost, count = Input("total_cost", "money"), Input("likes", "count")
    >>> rate = Result("each", "money", 3, "total cost ÷ likes", "")
    >>> workings([cost, count], [rate], {"total_cost": 600.0, "likes": 1500.0}, {"each": 0.4})
    {'each': [[600.0, 'money', 0], ' ÷ ', [1500.0, 'count', 0]]}
    >>> workings([cost, count], [rate], {"total_cost": 600.0}, {"each": None})
    {}
    """
    known = {}
    for field in inputs:
        value = entered.get(field.name)
        if isinstance(value, (int, float)):
            known[_words(field.name)] = number(value, field.unit)
    for result in results:
        given = found.get(result.name)
        if isinstance(given, (int, float)) and _words(result.name) not in known:
            known[_words(result.name)] = number(given, result.unit, result.digits)
    names = sorted(known, key=lambda name: (-len(name), name))
    filled = {}
    for result in results:
        parts = _filled(result.text, names, known) if isinstance(found.get(result.name), (int, float)) else []
        if len(parts) > 1:
            filled[result.name] = parts
    return filled


def _filled(text: str, names: list[str], known: "dict[str, Part]") -> "Working":
    """The text with numbers in the place of names; nothing where other words are left."""
    parts: Working = []
    said, place = "", 0
    while place < len(text):
        name = _name_at(text, place, names)
        if name:
            parts += [said, known[name]] if said else [known[name]]
            said, place = "", place + len(name)
        elif _is_letter(text[place]):
            return []
        elif _is_digit(text[place]):
            end = place
            while end < len(text) and (_is_digit(text[end]) or text[end] == ","):
                end += 1
            parts += [said] if said else []
            parts += [number(float(text[place:end].replace(",", "")), "count")]
            said, place = "", end
        else:
            said, place = said + text[place], place + 1
    parts += [said] if said else []
    return parts


def _name_at(text: str, place: int, names: list[str]) -> str:
    for name in names:
        end = place + len(name)
        if lowered(text[place:end]) == name and not (end < len(text) and _is_letter(text[end])):
            return name
    return ""


def _words(name: str) -> str:
    return name.replace("_", " ")


def _is_letter(letter: str) -> bool:
    return "a" <= letter <= "z" or "A" <= letter <= "Z"


def _is_digit(letter: str) -> bool:
    return "0" <= letter <= "9"


def _digits(value: float, unit: str) -> int:
    """As many decimals as the number has; cents come in pairs."""
    shown, digits = abs(value) * 100 if unit == "ratio" else abs(value), 0
    while digits < _MOST_DIGITS and abs(shown - int(shown + 0.5)) > _NEAR * max(1.0, shown):
        shown, digits = shown * 10, digits + 1
    return 2 if unit == "money" and digits == 1 else digits
