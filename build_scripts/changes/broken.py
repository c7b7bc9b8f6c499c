"""What is told where a state of the guide doesn't pass the check: which one, what is wrong, what to do."""

from dataclasses import dataclass

from ..problem import Problem

MOST = 5
MOST_FILES = 40


@dataclass(frozen=True)
class Broken:
    """A state that can't be compared.

    Attributes:
        revision: As it was named; empty for the files as they are.
        errors: What is wrong with it.
    """

    revision: str
    errors: list[Problem]


def as_text(broken: list[Broken], files: list[str]) -> str:
    """A paragraph a state, then the content files that differ, which can be told all the same."""
    parts = ["\n".join([f"{_head(each)}:", *_first(each), _remedy(each)]) for each in broken]
    return "\n\n".join([*parts, "\n".join(_differing(files))])


def as_markdown(broken: list[Broken], files: list[str]) -> str:
    """The same for a pull request; an editor's words stand in it as they are written."""
    parts = ["## What this changes"]
    for each in broken:
        parts += [f"**{_code(_name(each))} {_fails(each)}:**", "\n".join(_first(each)), _remedy(each)]
    head, *rest = _differing(files)
    return "\n\n".join([*parts, head, *(["\n".join(rest)] if rest else [])])


def _name(broken: Broken) -> str:
    return broken.revision or "the working tree"


def _code(name: str) -> str:
    return f"`{name.replace('`', '')}`"


def _head(broken: Broken) -> str:
    return f"{_name(broken)} {_fails(broken)}"


def _fails(broken: Broken) -> str:
    number = len(broken.errors)
    first = f", the first {MOST}" if number > MOST else ""
    return f"doesn't pass the check: {number} error{'' if number == 1 else 's'}{first}"


def _first(broken: Broken) -> list[str]:
    return [f"    {each}" for each in broken.errors[:MOST]]


def _remedy(broken: Broken) -> str:
    if broken.revision:
        return "Every revision is read by the rules of today: name another that passes them, such as a later one."
    return "Correct that and ask again; python -m build_scripts check says everything."


def _differing(files: list[str]) -> list[str]:
    """The content files that differ; the first line is a sentence."""
    if not files:
        return ["What a reader sees differently can't be told until then. No content file differs."]
    more = [f"    and {len(files) - MOST_FILES} more"] if len(files) > MOST_FILES else []
    known = [f"    {each}" for each in files[:MOST_FILES]]
    return ["What a reader sees differently can't be told until then. These content files differ:", *known, *more]
