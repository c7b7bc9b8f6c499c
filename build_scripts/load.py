"""The first stage: the YAML of a guide's folder to models, every value with its position."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from .messages import NAME, explain
from .model.calculator import CalculatorPage
from .model.guide import Settings
from .model.section import Claim, Section
from .model.source import Source
from .problem import Problem
from .yaml_reader import Document, Path_, YamlError, read

FOLDERS: dict[str, type[BaseModel]] = {
    "sections": Section,
    "sources": Source,
    "claims": Claim,
    "calculators": CalculatorPage,
}
OTHER_FOLDERS = ("schemas",)
OTHER_FILES = ("README.md",)


@dataclass
class Positions:
    """Where each value of each file stands."""

    documents: dict[str, Document] = field(default_factory=dict)

    def at(self, file: str, path: Path_, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), else of the nearest that encloses it."""
        document = self.documents.get(file, Document())
        if key and path in document.keys:
            return document.keys[path]
        while path and path not in document.values:
            path = path[:-1]
        return document.values.get(path, (1, 1))


@dataclass(frozen=True)
class Content:
    """Everything read, by id; valid in each part."""

    settings: Settings
    sections: dict[str, Section]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    pages: dict[str, CalculatorPage]


@dataclass(frozen=True)
class Loaded:
    """What was read and what was wrong; `content` is None when any file has an error."""

    content: Content | None
    positions: Positions
    problems: list[Problem]


def load(directory: Path) -> Loaded:
    """Read `directory`/content whole; every file is checked, whatever is wrong with the others."""
    reading = _Reading(directory)
    settings = reading.model(directory / "content/guide.yml", Settings)
    folders = {name: reading.folder(name, model) for name, model in FOLDERS.items()}
    reading.strays()
    if settings is None or reading.problems:
        return Loaded(None, reading.positions, reading.problems)
    parts: dict[str, Any] = {"pages" if name == "calculators" else name: models for name, models in folders.items()}
    return Loaded(Content(settings=settings, **parts), reading.positions, [])


class _Reading:
    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.positions = Positions()
        self.problems: list[Problem] = []

    def folder(self, name: str, model: type[BaseModel]) -> dict[str, BaseModel]:
        """Every file of one folder, by id; what can't be read is reported and left out."""
        paths = sorted((self.directory / "content" / name).glob("*.yml"))
        read = [(path.stem, self.model(path, model)) for path in paths]
        return {id_: each for id_, each in read if each is not None}

    def model[M: BaseModel](self, path: Path, model: type[M]) -> M | None:
        """One file as a model, or None with its problems noted."""
        file = path.relative_to(self.directory).as_posix()
        if not path.exists():
            self._problem(file, (1, 1), "", "the file is missing", "write it; the README shows how")
            return None
        if not NAME.match(path.stem):
            remedy = "name it with lowercase letters, digits and hyphens: its name is its id"
            self._problem(file, (1, 1), "", f"“{path.stem}” can't be an id", remedy)
        try:
            document = read(path)
        except YamlError as error:
            self._problem(file, (error.line, error.column), "", error.message, error.remedy)
            return None
        self.positions.documents[file] = document
        return self._validated(file, document, model)

    def _validated[M: BaseModel](self, file: str, document: Document, model: type[M]) -> M | None:
        try:
            return model.model_validate(document.data)
        except ValidationError as error:
            for finding in explain(error, model):
                position = self.positions.at(file, finding.path, key=finding.key)
                self._problem(file, position, finding.where, finding.message, finding.remedy)
            return None

    def strays(self) -> None:
        """Report files that no stage would read."""
        for path in sorted((self.directory / "content").rglob("*")):
            if path.is_file() and not self._known(path):
                file = path.relative_to(self.directory).as_posix()
                self._problem(file, (1, 1), "", "no file is read from here", _move(path))

    def _known(self, path: Path) -> bool:
        parts = path.relative_to(self.directory / "content").parts
        if len(parts) == 1:
            return parts[0] == "guide.yml" or parts[0] in OTHER_FILES
        known = parts[0] in FOLDERS and path.suffix == ".yml" and len(parts) == 2
        return known or parts[0] in OTHER_FOLDERS or parts[-1] in OTHER_FILES

    def _problem(self, file: str, position: tuple[int, int], where: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(file, *position, where, message, remedy))


def _move(path: Path) -> str:
    if path.suffix == ".yaml":
        return f"name it “{path.stem}.yml”"
    near = get_close_matches(path.parent.name, FOLDERS, n=1)
    hint = f"; did you mean “{near[0]}”?" if near and path.parent.name != near[0] else ""
    return f"move it into one of {', '.join(FOLDERS)}{hint}"
