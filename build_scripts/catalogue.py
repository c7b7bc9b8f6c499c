"""What the check can say, each with its remedy and an example, out of the cases that the tests hold it to."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .subjects import SUBJECTS, Subject, subject
from .yaml_events import QUICK

CASES = Path(__file__).resolve().parent.parent / "tests/content_cases"
TOLD = re.compile(
    r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<warning>warning: )?"
    r"(?:(?P<where>[\w-]+(?:\[\d+\]|\.[\w-]+)*): )?(?P<message>.+?); (?P<remedy>.+?)(?: \[(?P<rule>[a-z-]+)\])?"
)
VARIES = re.compile(r"“[^”]*”|\d+|(?<=the units )[\w, -]+(?= share)|(?<=found )(?:fields|a list)$")
"""What differs from one telling of a sentence to the next."""


@dataclass(frozen=True)
class Case:
    """A slip and the exact answer to it.

    Attributes:
        name: The slip in a sentence.
        path: The file that tells it.
        data: That file's fields.
    """

    name: str
    path: Path
    data: dict[str, Any]

    @property
    def problems(self) -> list[str]:
        """What the check says, line by line."""
        return [str(each) for each in self.data["problems"]]


@dataclass(frozen=True)
class Entry:
    """One thing that the check can say.

    Attributes:
        message: What is wrong, in the words of an example.
        remedies: What to do; several where it depends on what is there.
        where: The example's place.
        warning: Whether it stops nothing.
        rule: The name by which a comment takes a warning back; some have none.
        case: The example.
        subject: What it is about.
    """

    message: str
    remedies: tuple[str, ...]
    where: str
    warning: bool
    rule: str
    case: Case
    subject: Subject


@cache
def cases(folder: Path = CASES) -> list[Case]:
    """Every case, in the order of the files' names."""
    read = [(path, yaml.load(path.read_text(encoding="utf-8"), QUICK)) for path in sorted(folder.rglob("*.yml"))]
    return [Case(data["name"], path, data) for path, data in read]


def catalogue(known: list[Case]) -> list[Entry]:
    """Each sentence once, with its shortest example.

    Subject by subject; of each, errors before warnings, in the order of their words.
    """
    entries: dict[str, Entry] = {}
    for case in sorted(known, key=lambda each: len(each.problems)):
        for problem in case.problems:
            entry = _entry(problem, case)
            first = entries.setdefault(same(entry.message), entry)
            if all(same(entry.remedies[0]) != same(each) for each in first.remedies):
                entries[same(entry.message)] = replace(first, remedies=(*first.remedies, *entry.remedies))
    return sorted(entries.values(), key=_order)


def _order(entry: Entry) -> tuple[int, bool, list[str]]:
    return SUBJECTS.index(entry.subject), entry.warning, re.findall(r"\w+", same(entry.message))


def same(words: str) -> str:
    """What two tellings of one sentence have in common.

    >>> same("there is no unit “gram”") == same("there is no unit “ounces”")
    True
    """
    return VARIES.sub("", words)


def _entry(problem: str, case: Case) -> Entry:
    """A line of the check, taken apart.

    Raises:
        ValueError: When it is no such line.
    """
    told = TOLD.fullmatch(problem)
    if told is None:
        raise ValueError(f"{case.path.name}: this is no line of the check: {problem}")
    place = f"{told['file']}:{told['line']}:{told['column']}"
    return Entry(
        message=told["message"],
        remedies=(told["remedy"],),
        where=place,
        warning=bool(told["warning"]),
        rule=told["rule"] or "",
        case=case,
        subject=subject(told["file"], told["where"] or "", told["message"]),
    )
