"""The first stage: the YAML of a guide's folder to models, every value with its position."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from .content_file import place
from .languages import languages
from .messages import explain
from .model.base import ID
from .model.calculator import CalculatorPage, CalculatorSpec
from .model.guide import Guide, Settings
from .model.section import Claim, Section
from .model.source import Source
from .model.translation import Translated, TranslatedGuide, Translation
from .problem import Problem
from .strays import TRANSLATED, TRANSLATIONS, hidden, shown, strays
from .words import ENGLISH, Words
from .yaml_reader import Document, Path_, read

MODELS: dict[str, type[BaseModel]] = {
    "sections": Section,
    "sources": Source,
    "claims": Claim,
    "calculators": CalculatorPage,
}


@dataclass
class Positions:
    """Where each value of each file stands."""

    documents: dict[str, Document] = field(default_factory=dict)

    def at(self, file: str, path: Path_, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value (or of its key), else of the nearest that encloses it."""
        document = self.documents.get(file, Document())
        if key and path in document.places.keys:
            return document.places.keys[path]
        while path and path not in document.places.values:
            path = path[:-1]
        return document.places.values.get(path, (1, 1))

    def of_words(self, file: str, path: Path_, words: tuple[str, ...]) -> tuple[int, int]:
        """Where some words of a text stand, each looked for inside those before it; else where the text starts."""
        document = self.documents.get(file, Document())
        whole = start, end = document.places.spans.get(path, (0, 0))
        for each in words:
            pattern = re.compile(r"\s+".join(map(re.escape, each.split())))
            found = pattern.search(document.text, start, end)
            start, end = found.span() if found else (start, end)
        return self.at(file, path) if (start, end) == whole else place(document.text[:start])


@dataclass(frozen=True)
class Content:
    """Everything read, by id; valid in each part."""

    settings: Settings
    sections: dict[str, Section]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    pages: dict[str, CalculatorPage]
    languages: dict[str, Words]
    translations: dict[str, Translation]


@dataclass(frozen=True)
class Loaded:
    """What was read and what was wrong; `content` is None when any file has an error."""

    content: Content | None
    positions: Positions
    problems: list[Problem]


def load(directory: Path) -> Loaded:
    """Read `directory`/content whole; every file is checked, whatever is wrong with the others. Problems are sorted."""
    reading = _Reading(directory)
    settings = reading.model(directory / "content/guide.yml", Settings)
    folders = {name: reading.folder(name, model) for name, model in MODELS.items()}
    further, misread = languages(directory)
    translated = reading.translations()
    problems = sorted([*reading.problems, *misread, *strays(directory)])
    if settings is None or problems:
        return Loaded(None, reading.positions, problems)
    parts: dict[str, Any] = {"pages" if name == "calculators" else name: models for name, models in folders.items()}
    content = Content(settings=settings, languages=further, translations=translated, **parts)
    return Loaded(content, reading.positions, [])


def load_files(directory: Path, files: list[Path]) -> tuple[dict[str, BaseModel], Positions, list[Problem]]:
    """Some content files alone, by their names as problems give them, with what is wrong in each."""
    reading = _Reading(directory)
    read = [(shown(path, directory), reading.model(path, model_of(path))) for path in files]
    return {name: model for name, model in read if model is not None}, reading.positions, reading.problems


def model_of(path: Path) -> type[BaseModel]:
    """The model of a content file, by its folder."""
    if TRANSLATIONS in (path.parent.parent.name, path.parent.parent.parent.name):
        return TranslatedGuide if path.name == "guide.yml" else Translated
    return MODELS.get(path.parent.name, Settings)


def guide_of(content: Content, calculators: dict[str, CalculatorSpec]) -> Guide:
    """What was read with the calculators that belong to it; its own language may have a file of words as well."""
    own = content.languages.get(content.settings.language, ENGLISH)
    further = {code: words for code, words in content.languages.items() if words is not own}
    parts = (content.settings, content.sections, content.sources, content.claims, content.pages)
    return Guide(*parts, calculators, further, own, translations=content.translations)


class _Reading:
    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.positions = Positions()
        self.problems: list[Problem] = []

    def folder(self, name: str, model: type[BaseModel]) -> dict[str, BaseModel]:
        """Every file of one folder, by id; what can't be read is reported and left out."""
        found = (self.directory / "content" / name).glob("*.yml")
        paths = sorted((path for path in found if not hidden(path.name)), key=lambda path: path.name)
        read = [(path.stem, self.model(path, model)) for path in paths]
        return {id_: each for id_, each in read if each is not None}

    def translations(self) -> dict[str, Translation]:
        """Every translation, by the language that its folder is named by."""
        root = self.directory / "content" / TRANSLATIONS
        folders = sorted(
            path for path in root.glob("*") if path.is_dir() and not path.is_symlink() and not hidden(path.name)
        )
        return {folder.name: self._translation(folder) for folder in folders}

    def _translation(self, folder: Path) -> Translation:
        paths = [folder / "guide.yml", *(path for name in TRANSLATED for path in sorted(folder.glob(f"{name}/*.yml")))]
        read = {path: self.model(path, model_of(path)) for path in paths if not hidden(path.name)}
        files = {path.relative_to(folder).as_posix(): model for path, model in read.items()}
        return Translation(folder.name, {place: each for place, each in files.items() if isinstance(each, Translated)})

    def model[M: BaseModel](self, path: Path, model: type[M]) -> M | None:
        """One file as a model, or None with its problems noted."""
        file = shown(path, self.directory)
        if not os.path.lexists(path):
            self.problems.append(Problem(file, 1, 1, "", "the file is missing", "write it; the README shows how"))
            return None
        if not re.fullmatch(ID, path.stem):
            remedy = "name it with lowercase letters, digits and hyphens: its name is its id"
            self.problems.append(Problem(file, 1, 1, "", f"“{Path(file).stem}” can't be an id", remedy))
        document = self.positions.documents[file] = read(path)
        self.problems += [
            Problem(file, error.line, error.column, "", error.message, error.remedy) for error in document.errors
        ]
        return self._validated(file, document, model)

    def _validated[M: BaseModel](self, file: str, document: Document, model: type[M]) -> M | None:
        """The model; what stands on a value that could not be read is not judged twice."""
        if document.data is None:
            return None
        unread = [error.unread for error in document.errors if error.unread is not None]
        try:
            return model.model_validate(document.data)
        except ValidationError as error:
            for finding in explain(error, model):
                if not any(finding.path[: len(path)] == path for path in unread):
                    at = self.positions.at(file, finding.path, key=finding.key)
                    self.problems.append(Problem(file, *at, finding.where, finding.message, finding.remedy))
            return None
