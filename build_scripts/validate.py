"""The second stage: rules that reach across files. One rule, one function, one sentence; all problems at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from .load import Content, Positions, guide_of
from .messages import road
from .model.calculator import CalculatorSpec
from .model.figure import Figure
from .model.guide import Guide
from .problem import Problem
from .values import IncomparableError, UnknownReferenceError, Value, Values
from .walk import Marked, marked
from .yaml_reader import Path_


@dataclass(frozen=True)
class Finding:
    """What a rule found, before its position is known."""

    file: str
    path: Path_
    message: str
    remedy: str
    warning: bool = False


@dataclass(frozen=True)
class Files:
    """Content files on their own, by name: what can be said of a text without knowing the other files."""

    models: dict[str, BaseModel]


@dataclass(frozen=True)
class Checked(Files):
    """The content as rules see it."""

    guide: Guide
    values: Values

    def names(self, kind: str) -> set[str]:
        """The ids that a reference of this kind may name."""
        guide = self.guide
        by_kind: dict[str, set[str]] = {
            "source": set(guide.sources),
            "section": set(guide.sections),
            "claim": set(guide.claims),
            "calculator": set(guide.pages),
            "statistic": {each.id for source in guide.sources.values() for each in source.statistics},
            "bands": {each.id for source in guide.sources.values() for each in source.bands},
            "figure": {f"{id_}/{figure.id}" for id_ in guide.sections for figure in figures_of(guide, id_)},
        }
        return by_kind[kind]

    def found(self, ref: str) -> Value | None:
        """What a reference stands for, or None when it can't be resolved: another rule says why."""
        try:
            return self.values.resolve(ref, mixed=True)
        except (UnknownReferenceError, IncomparableError):
            return None


type Rule = Callable[[Checked], Iterator[Finding]]


def validate(content: Content, calculators: dict[str, CalculatorSpec], positions: Positions) -> list[Problem]:
    """Every problem that single files can't show, errors and warnings, unsorted."""
    from .rules import RULES

    guide = guide_of(content, calculators)
    checked = Checked(files_of(guide), guide, Values(guide))
    return [_problem(finding, positions) for rule in RULES for finding in rule(checked)]


def files_of(guide: Guide) -> dict[str, BaseModel]:
    """Each content file's model by the file's name."""
    folders: dict[str, dict[str, BaseModel]] = {
        "sections": {**guide.sections},
        "sources": {**guide.sources},
        "claims": {**guide.claims},
        "calculators": {**guide.pages},
    }
    files = {f"content/{name}/{id_}.yml": model for name, models in folders.items() for id_, model in models.items()}
    return {"content/guide.yml": guide.settings, **files}


def figures_of(guide: Guide, section: str) -> list[Figure]:
    """The figures of one section, in order."""
    return [block for block in guide.sections[section].blocks if isinstance(block, Figure)]


def validate_alone(files: Files, positions: Positions) -> list[Problem]:
    """The problems of single texts in some files, unsorted: what needs no other file."""
    from .rules import ALONE

    return [_problem(finding, positions) for rule in ALONE for finding in rule(files)]


def every_marked(checked: Files) -> Iterator[tuple[str, Marked]]:
    """Every text and reference of every file."""
    for file, model in checked.models.items():
        for each in marked(model):
            yield file, each


def _problem(finding: Finding, positions: Positions) -> Problem:
    line, column = positions.at(finding.file, finding.path)
    where = road(finding.path)
    return Problem(
        finding.file, line, column, where, finding.message, finding.remedy, "warning" if finding.warning else "error"
    )
