"""Segments of an audience as people write them: how many are in each, and which ones a creator reaches."""

from ._fields import Input, Problem, refusal
from ._reading import read
from ._said import say
from ._words import bare, tidied

MARKS = "=:"  # between a name and its size, wherever they stand; else the first of the others
OTHER_MARKS = ",;\t"
BETWEEN = ";|,"
HEADERS = ("segment", "segments", "name", "audience", "size", "sizes", "people", "reach", "count", "followers")
WRITTEN = "S1=6000; S2=9000"

TYPE_CHECKING = False
if TYPE_CHECKING:
    Sizes = list[tuple[str, float]]


def read_sizes(text: str, field: str) -> "tuple[Sizes, list[Problem]]":
    """Names and sizes in their order, from “S1=6000; S2=9000” or the lines of a table.

    >>> read_sizes("S1=6,000; S2: 9k", "sizes")[0]
    [('S1', 6000), ('S2', 9000)]
    >>> read_sizes("segment,size Young parents,6000 Students,9000.5", "sizes")[0]
    [('Young parents', 6000), ('Students', 9000.5)]
    """
    mark = _mark(text)
    sizes: Sizes = []
    problems: list[Problem] = []
    for name, written in _pairs(_plain(text, mark), mark):
        reading = read(written, Input(field, "count"))
        if not name or reading.value is None or Input(field, "count").fault(reading.value):
            problems.append(_unreadable(name, written, field))
        elif any(name == known for known, _ in sizes):
            problems.append(_repeated(name, field))
        else:
            sizes.append((name, reading.value))
    if not sizes and not problems:
        problems.append(_unreadable("", text, field))
    return sizes, problems


def read_names(text: str, known: list[str]) -> list[str]:
    """The segments of one creator, each once: cut at semicolons, bars and commas, or else at spaces.

    >>> read_names("S1;S2 ; S1", []), read_names("S1 S2", []), read_names("Young parents", ["Young parents"])
    (['S1', 'S2'], ['S1', 'S2'], ['Young parents'])
    """
    if tidied(text) in known:
        return [tidied(text)]
    for mark in BETWEEN:
        text = text.replace(mark, ";")
    pieces = text.split(";") if ";" in text else tidied(text).split(" ")
    names: list[str] = []
    for name in [tidied(piece) for piece in pieces]:
        if name and name not in names:
            names.append(name)
    return names


def _mark(text: str) -> str:
    if any(mark in text for mark in MARKS):
        return "="
    places = [(text.find(mark), mark) for mark in OTHER_MARKS if mark in text]
    return min(places)[1] if places else " "


def _plain(text: str, mark: str) -> str:
    """Without quotes, and with one mark between names and sizes; the line of headers goes."""
    text = text.replace('"', "").replace("\n", " ")
    if mark == "=":
        text = text.replace(":", "=")
    words = text.replace(mark, " ").replace(";", " ").split(" ")
    headers = 0
    while headers < len(words) and (not words[headers] or bare(words[headers]) in HEADERS):
        headers += 1
    first = [word for word in words[:headers] if word]
    if len(first) < 2:
        return text
    return text[len(" ".join(words[:headers])) :].lstrip(" " + mark)


def _pairs(text: str, mark: str) -> list[tuple[str, str]]:
    """What stands before and after each mark; a size ends at a space, a semicolon, a bar, or a comma before a name."""
    pairs = []
    rest = text.strip(" ;|,")
    while rest:
        name, _, rest = rest.partition(mark)
        size, rest = _cut_size(rest.lstrip(" "))
        pairs.append((tidied(name), size))
        rest = rest.strip(" ;|,")
    return pairs


def _cut_size(text: str) -> tuple[str, str]:
    for place, letter in enumerate(text):
        following = text[place + 1 : place + 2]
        if letter in " ;|\t" or (letter == "," and not "0" <= following <= "9"):
            return text[:place], text[place:]
    return text, ""


def _repeated(name: str, field: str) -> Problem:
    return refusal("repeated_segment", say("“{name}” has two sizes; keep one of them.", name=name), field)


def _unreadable(name: str, written: str, field: str) -> Problem:
    if not name:
        shown = written if len(written) < 40 else written[:40] + "…"
        text = "“{typed}” has no segment’s name before a size; write sizes like {example}."
        return refusal("unreadable_sizes", say(text, typed=shown, example=WRITTEN), field)
    text = "The size of “{segment}” can’t be read: there is none; write sizes like {example}."
    if written:
        text = "The size of “{segment}” can’t be read from “{typed}”; write sizes like {example}."
    return refusal("unreadable_sizes", say(text, segment=name, typed=written, example=WRITTEN), field)
