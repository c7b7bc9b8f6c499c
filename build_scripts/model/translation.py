"""A translation of the guide: another folder of content, which says each text of its original in its own language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import SOME_TEXT, Id, Model

Words = Annotated[str, StringConstraints(min_length=1, pattern=SOME_TEXT)]


class TranslatedText(Model):
    """One text of the original, paragraph by paragraph, and what it is in the other language."""

    original: Words = Field(description="A paragraph of the original, word for word: the one that was translated.")
    translation: str = Field(default="", description="The same with the same references; empty until it is translated.")
    was: Words | None = Field(
        default=None, description="What the original said before: delete it when the translation says the new text."
    )

    @property
    def done(self) -> bool:
        """Whether a page may show it."""
        return bool(self.translation.strip()) and self.was is None


class Translated(Model):
    """content/translations/<language>/<folder>/<id>.yml: the texts of the file of that name."""

    texts: list[TranslatedText] = Field(description="In the order of the original.")


class TranslatedGuide(Translated):
    """content/translations/<language>/guide.yml: makes its folder a translation."""

    original: Id = Field(description="The language it is translated from: that of content/guide.yml.", examples=["en"])


@dataclass(frozen=True)
class Translation:
    """One translation as read.

    Attributes:
        language: The code that its folder is named by.
        files: By their places in it, such as ``sections/some-id.yml``.
    """

    language: str
    files: Mapping[str, Translated] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        """What is translated, by the original's paragraphs."""
        found = (each for file in self.files.values() for each in file.texts if each.done)
        return {one_line(each.original): one_line(each.translation) for each in found}

    @property
    def sections(self) -> list[str]:
        """The ids of the sections that have a file."""
        return ids_in("sections", self.files)


def ids_in(folder: str, files: Mapping[str, object]) -> list[str]:
    """The ids of a folder's files."""
    return [place.removeprefix(f"{folder}/").removesuffix(".yml") for place in files if place.startswith(f"{folder}/")]


def one_line(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())
