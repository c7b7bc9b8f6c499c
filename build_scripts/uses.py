"""Where each statistic, source, claim, section and calculator is named: by which file, in which field."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from .model.base import ReferenceKind, TextKind
from .prose import references
from .walk import Marked, marked
from .yaml_error import Path_


@dataclass(frozen=True)
class Use:
    """One mention of one id.

    Attributes:
        id: The statistic, source or other thing that is named.
        file: The content file that names it.
        path: The field.
    """

    id: str
    file: str
    path: Path_


def uses(models: dict[str, BaseModel]) -> Iterator[Use]:
    """Every mention in every file, in order; a computed reference mentions both of its parts."""
    return uses_in((file, each) for file, model in models.items() for each in marked(model))


def uses_in(found: Iterable[tuple[str, Marked]]) -> Iterator[Use]:
    """The same of texts and references with their files."""
    for file, each in found:
        for ref in _named(each):
            yield from (Use(part.strip(), file, each.path) for part in re.split(r" [/-] ", ref))


def _named(each: Marked) -> Iterator[str]:
    if isinstance(each.kind, ReferenceKind):
        yield each.text
    elif isinstance(each.kind, TextKind) and each.kind.markdown:
        yield from (reference.body for reference in references(each.text) if reference.mark != "~")
