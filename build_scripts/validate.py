"""The second stage: rules that reach across files. One rule, one function, one sentence; all problems at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from pydantic import BaseModel

from .allowance import Allowance, allowances
from .load import Content, Positions, guide_of
from .messages import road
from .model.calculator import CalculatorSpec
from .model.figure import Figure
from .model.guide import Guide
from .problem import Problem
from .uses import uses_in
from .values import IncomparableError, UnknownReferenceError, Value, Values
from .walk import Marked, marked
from .yaml_reader import Path_


@dataclass(frozen=True)
class Finding:
    """What a rule found, before its position is known.

    Attributes:
        file: The content file.
        path: The field.
        message: What is wrong.
        remedy: What to do.
        rule: The name by which a comment may allow it, which makes it a warning; an error has none.
        words: What in the field's text it is about: words, each to be found inside those before.
    """

    file: str
    path: Path_
    message: str
    remedy: str
    rule: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Files:
    """Content files on their own, by name: what can be said of a text without knowing the other files.

    Attributes:
        models: What was read.
        said: Texts besides, with their files.
    """

    models: dict[str, BaseModel]
    said: tuple[tuple[str, Marked], ...] = field(default=(), kw_only=True)

    @cached_property
    def marked(self) -> list[tuple[str, Marked]]:
        """Every text and reference of every file; a thousand files are walked once for all rules."""
        own = [(file, each) for file, model in self.models.items() for each in marked(model)]
        return [*own, *self.said]


@dataclass(frozen=True)
class Checked(Files):
    """The content as rules see it."""

    guide: Guide
    values: Values

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        guide = self.guide
        return {
            "source": set(guide.sources),
            "section": set(guide.sections),
            "claim": set(guide.claims),
            "calculator": set(guide.pages),
            "term": set(guide.settings.glossary),
            "statistic": {each.id for source in guide.sources.values() for each in source.statistics},
            "bands": {each.id for source in guide.sources.values() for each in source.bands},
            "figure": {f"{id_}/{figure.id}" for id_ in guide.sections for figure in figures_of(guide, id_)},
        }

    def names(self, kind: str) -> set[str]:
        """The ids that a reference of this kind may name."""
        return self._names[kind]

    @cached_property
    def used(self) -> set[str]:
        """The ids that some file names."""
        return {use.id for use in uses_in(self.marked)}

    @cached_property
    def _found(self) -> dict[str, Value | None]:
        return {}

    def found(self, ref: str) -> Value | None:
        """What a reference stands for, or None when it can't be resolved: another rule says why."""
        if ref not in self._found:
            try:
                self._found[ref] = self.values.resolve(ref, mixed=True)
            except (UnknownReferenceError, IncomparableError):
                self._found[ref] = None
        return self._found[ref]


type Rule = Callable[[Checked], Iterator[Finding]]


def validate(content: Content, calculators: dict[str, CalculatorSpec], positions: Positions) -> list[Problem]:
    """Every problem that single files can't show, errors and warnings, unsorted."""
    from .rules import RULES

    guide = guide_of(content, calculators)
    checked = Checked(files_of(guide), guide, Values(guide))
    found = [finding for rule in RULES for finding in rule(checked)]
    return [*_problems(found, positions), *_left_over(found, positions)]


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

    return _problems([finding for rule in ALONE for finding in rule(files)], positions)


def _problems(found: list[Finding], positions: Positions) -> list[Problem]:
    """What no comment allows, each with its place."""
    return [_problem(each, positions) for each in found if not _allowing(each, positions)]


def _problem(finding: Finding, positions: Positions) -> Problem:
    place = positions.of_words(finding.file, finding.path, finding.words)
    where = road(finding.path)
    problem = Problem(finding.file, *place, where, finding.message, finding.remedy)
    return replace(problem, level="warning", rule=finding.rule) if finding.rule else problem


def _allowing(finding: Finding, positions: Positions) -> list[Allowance]:
    """The comments that allow what was found: about the line of its words, its value or its key."""
    if not finding.rule or finding.file not in positions.documents:
        return []
    file, path = finding.file, finding.path
    places = positions.of_words(file, path, finding.words), positions.at(file, path), positions.at(file, path, key=True)
    lines = {line for line, _ in places}
    return [each for each in allowances(positions.documents[file]) if each.allows(finding.rule, lines)]


def _left_over(found: list[Finding], positions: Positions) -> Iterator[Problem]:
    """Comments that allow nothing: misspelt, without a reason, or left behind."""
    from .rules import WARNINGS

    used = {(finding.file, each) for finding in found for each in _allowing(finding, positions)}
    for file, document in positions.documents.items():
        for each in allowances(document):
            fault = each.fault(WARNINGS)
            if fault is None and (file, each) not in used:
                fault = f"nothing here is “{each.rule}” any more", "delete this comment"
            if fault:
                yield Problem(file, each.line, each.column, "", *fault, "warning")
