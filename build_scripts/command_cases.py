"""What a command refuses and what to do then, out of the cases that the tests run: a chapter of the catalogue."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

CASES = Path(__file__).resolve().parent.parent / "tests/command_cases"


@dataclass(frozen=True)
class CommandCase:
    """A slip in a command, or in what it finds, and the answer.

    Attributes:
        name: The slip in a sentence.
        path: The file that tells it.
        command: As it is typed, after the program's name; ``{port}`` is a number.
        message: What is wrong.
        remedy: What to do.
        told: All that is printed; “…” stands for what is different elsewhere.
        code: The exit code.
        given: What is there beside the small guide, as the tests make it.
        changes: What is different in the guide's files.
        files: Further files of it, with what is in them.
    """

    name: str
    path: Path
    command: str
    message: str
    remedy: str
    told: str
    code: int
    given: str
    changes: tuple[dict[str, str], ...]
    files: dict[str, str]


@cache
def command_cases(folder: Path = CASES) -> list[CommandCase]:
    """Every case: by command, then in the order of the files' names."""
    found = [_case(path) for path in sorted(folder.glob("*.yml"))]
    return sorted(found, key=lambda case: case.command.partition(" ")[0])


def _case(path: Path) -> CommandCase:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return CommandCase(
        name=data["name"],
        path=path,
        command=data["command"],
        message=data["message"],
        remedy=data["remedy"],
        told=data.get("told", f"{data['message']}; {data['remedy']}\n"),
        code=data["code"],
        given=data.get("given", ""),
        changes=tuple(data.get("changes", ())),
        files=data.get("files", {}),
    )
