"""The kinds of change that a report tells, as plain data: what JSON holds is exactly this."""

from dataclasses import dataclass
from typing import Literal

from ..places import Place

type State = Literal["added", "removed", "renamed", "changed"]


@dataclass(frozen=True)
class Detail:
    """One field that differs; empty where it isn't there."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Item:
    """One statistic, source, claim, section, chart, calculator, worked example, or the settings.

    Attributes:
        kind: Which of them.
        id: Its id; of a renamed one the new id.
        title: What it is, in words.
        state: What became of it.
        was: The old id of a renamed one.
        details: The fields that differ, texts apart.
        relative: By how much a single number changed, such as “+9.7%”.
        shown: Where readers meet a statistic.
    """

    kind: str
    id: str
    title: str
    state: State
    was: str | None = None
    details: tuple[Detail, ...] = ()
    relative: str | None = None
    shown: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence that reads differently; `old` or `new` is None when there was none, or is none now."""

    file: str
    place: Place
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Wording:
    """A text in another language; `old` or `new` is None where pages said it, or say it, as the original does."""

    original: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Translated:
    """A file of translations with the texts that it says differently.

    Attributes:
        file: Its path in the guide's folder.
        language: The language's name.
        state: What became of the file.
        wordings: In the order of the file; of one that was added or removed, all.
    """

    file: str
    language: str
    state: State
    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class Picture:
    """A chart that looks different, before and after; None where it wasn't, isn't, or is made of words alone."""

    figure: str
    title: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Changes:
    """Everything that differs between two states of a guide.

    Attributes:
        items: Statistics first, then the other kinds.
        sentences: In the order of the files.
        translations: File by file.
        pictures: In the order of the sections.
        pages: Site paths of the pages that are other bytes than before.
    """

    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    translations: tuple[Translated, ...]
    pictures: tuple[Picture, ...]
    pages: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.items or self.sentences or self.translations or self.pictures or self.pages)
