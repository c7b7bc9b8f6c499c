"""Sentences with what is put into them: English here, and in other languages where somebody shows them.

A sentence is written once, with names in braces for its values. Whoever shows it in another language looks its
template up, and writes the numbers and lists in that language’s way.

>>> said = say("{used} of {entered} posts ({why})", used=3, entered=1200, why=in_rows([1, 8]))
>>> english(said)
'3 of 1,200 posts (rows 1 and 8)'
>>> described(in_rows([4]))
{'text': 'row {rows}', 'values': {'rows': [4]}}
"""

from ._words import listing, show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_MOST_LISTED = 6


class Said:
    """A template with its values.

    Args:
        template: English words, with names in braces.
        values: By those names: a number, a text as it was typed, another sentence, or a list of them. More may be
            carried along for programs; None stands for what is not known.
    """

    def __init__(self, template: str, values: "dict[str, Put]") -> None:
        self.template = template
        self.values = values


if TYPE_CHECKING:
    Put = float | str | Said | Sequence[float] | Sequence[str] | Sequence[Said] | None


def say(template: str, **values: "Put") -> Said:
    """A sentence."""
    return Said(template, values)


def say_of(count: float, one: str, many: str, **values: "Put") -> Said:
    """A sentence about one thing, or about several."""
    return Said(one if count == 1 else many, values)


def words(names: "Sequence[str]") -> "list[Said]":
    """Names of fields as words of a sentence, which have a translation: ``followers_a`` is “followers A”."""
    return [word(name) for name in names]


def word(name: str) -> Said:
    """One name as a word of a sentence."""
    if name.endswith("_a") or name.endswith("_b"):
        name = name[:-1] + ("A" if name.endswith("a") else "B")
    return Said(name.replace("_", " "), {})


def joined_by(mark: str, parts: "list[Said]") -> Said:
    """Sentences side by side, with a mark between them."""
    values: dict[str, Put] = {}
    for place, part in enumerate(parts):
        values[str(place)] = part
    return Said(mark.join(["{" + str(place) + "}" for place in range(len(parts))]), values)


def in_rows(numbers: "list[int]") -> Said:
    """Rows as a sentence names them: “rows 1 and 8”."""
    return say_of(len(numbers), "row {rows}", "rows {rows}", rows=numbers)


def english(said: Said) -> str:
    """The sentence with everything in it."""
    parts = said.template.split("{")
    text = parts[0]
    for other in parts[1:]:
        name, _, rest = other.partition("}")
        text += _english_of(said.values[name]) + rest
    return text


def plain(said: Said) -> "dict[str, float | str | None]":
    """Its values for programs: numbers and texts as they are, the others as English words."""
    values: dict[str, float | str | None] = {}
    for name in said.values:
        value = said.values[name]
        values[name] = value if value is None or isinstance(value, (int, float, str)) else _english_of(value)
    return values


def described(said: Said) -> "dict[str, Any]":
    """Template and values as JSON holds them, without the values that the template doesn’t show."""
    shown = [part.partition("}")[0] for part in said.template.split("{")[1:]]
    if not shown:
        return {"text": said.template}
    return {"text": said.template, "values": {name: _described(said.values[name]) for name in shown}}


def _described(value: "Put") -> object:
    if isinstance(value, Said):
        return described(value)
    return [_described(each) for each in value] if isinstance(value, (list, tuple)) else value


def _english_of(value: "Put") -> str:
    if isinstance(value, Said):
        return english(value)
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, (int, float)):
        return show(value)
    most = len(value) if value and isinstance(value[0], Said) else _MOST_LISTED
    return listing([_english_of(each) for each in value], most)
