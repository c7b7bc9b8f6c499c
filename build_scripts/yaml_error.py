"""What is wrong with a file before its fields can be checked, in an editor's words."""

import re
from typing import Protocol

import yaml

type Path_ = tuple[str | int, ...]

QUOTE = "put the whole text in quotes"
INDENTED = ("the line is indented unlike the lines it belongs to", "line it up with them")
UNREADABLE = ("this line can't be read as YAML", "check quotes, colons and indentation here and on the line above")


class YamlError(ValueError):
    """One finding at one place.

    Attributes:
        line: Counted from 1.
        column: Counted from 1.
        message: What is wrong.
        remedy: What to do.
        unread: The part of the file that has no value because of it; None when every value was read.
    """

    def __init__(self, place: tuple[int, int], message: str, remedy: str, *, unread: Path_ | None = None) -> None:
        super().__init__(message)
        self.line, self.column = place
        self.message, self.remedy, self.unread = message, remedy, unread


class Mark(Protocol):
    """Where PyYAML saw something, counted from 0."""

    line: int
    column: int


def position(mark: Mark | None) -> tuple[int, int]:
    """Line and column, counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def in_words(error: yaml.MarkedYAMLError, text: str) -> YamlError:
    """PyYAML's complaint about `text`, placed where the editor has to look."""
    problem, context = error.problem or "", error.context or ""
    here, start = position(error.problem_mark), position(error.context_mark or error.problem_mark)
    for word, finding in CONTEXTS.items():
        if word in context:
            return YamlError(start, *finding)
    if "double-quoted scalar" in context:
        return YamlError(here, "“\\” means something else inside double quotes", "use single quotes, or write “\\\\”")
    lines = [*re.split(r"\r\n|\r|\n", text), ""]
    return YamlError(here, *_structure(problem, lines[here[0] - 1][: here[1] - 1]))


CONTEXTS = {
    "tag": ("tags are not read", "write the plain value, or put text that starts with “!” in quotes"),
    "an anchor": ("text can't start with “&”", QUOTE),
    "an alias": ("text can't start with “*”", QUOTE),
    "directive": ("a line can't start with “%”", QUOTE),
    "simple key": ("this line has no colon after its key", "write it as “key: value”"),
    "block scalar": ("after “|” or “>” the text starts on the next line, indented", "move it there"),
    "a quoted scalar": ("the quote opened here is not closed", "close it where the text ends"),
    "flow": ("the bracket opened here is not closed", "close it, or put text that starts with a bracket in quotes"),
}
"""What a word in PyYAML's context says of the place where that context starts."""


def _structure(problem: str, before: str) -> tuple[str, str]:
    """What is wrong between values, told by what stands before it on its line."""
    character = re.search(r"found character '(.+)' that cannot start", problem)
    if character and character[1] == "\\t":
        return "a tab stands here" if before.strip() else "the line is indented with a tab", "use spaces"
    if character:
        return f"text can't start with “{character[1]}”", QUOTE
    if "mapping values are not allowed" in problem and ":" in before:
        return "there is a second colon on this line", QUOTE
    if problem.endswith("found ':'"):
        return "there is no key before this colon", "write it"
    if "not allowed here" in problem or not before.strip():
        return INDENTED
    if "expected <block end>" in problem:
        return "the text goes on after its closing quote or bracket", QUOTE
    return UNREADABLE
