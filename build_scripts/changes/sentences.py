"""Sentences as readers read them, values filled in, compared between two states of a guide."""

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from pydantic import BaseModel

from ..composer import Composer
from ..model.base import TextKind
from ..model.guide import Guide
from ..model.section import Claim, Section
from ..places import Places
from ..validate import files_of
from ..values import Values
from ..walk import Marked, marked
from .model import Sentence

END = re.compile(r"(?<=[.?!])[ \n]+(?=[^a-z])")
CITED = re.compile(r'<a class="g-cite"[^>]*aria-label="[^"0-9]*\d+\s?: ([^"]*)">\[\d+\]</a>')
ALIKE = 0.5
"""From this likeness on, one sentence is called the other's new wording."""


def sentences(before: Guide, after: Guide, renamed: dict[str, str]) -> list[Sentence]:
    """What reads differently in the files that both have; `renamed` gives a new file's old name."""
    old, new = files_of(before), files_of(after)
    writers = Composer(before, Values(before), ""), Composer(after, Values(after), "")
    places, found = Places(after), []
    for file, model in new.items():
        former = renamed.get(file, file)
        if former in old:
            pairs = _pairs(_spoken(old[former], writers[0]), _spoken(model, writers[1]))
            found += [Sentence(file, places.of(file), was, now) for was, now in pairs]
    return found


def _spoken(model: BaseModel, composer: Composer) -> list[str]:
    """Every sentence of a file in its order; what statistics say of themselves is told with them."""
    return [
        sentence.strip()
        for each in marked(model)
        if isinstance(each.kind, TextKind) and _is_read(each, model)
        for sentence in END.split(_plain(each.text, each.kind, composer))
    ]


def _is_read(each: Marked, model: BaseModel) -> bool:
    prose = isinstance(each.kind, TextKind) and each.kind.markdown
    return prose or isinstance(model, Section | Claim) or each.path[0] not in ("statistics", "definitions", "units")


def _plain(text: str, kind: TextKind, composer: Composer) -> str:
    """The words alone; a citation mark becomes its source's name in brackets."""
    if not kind.markdown:
        return text
    written = composer.writer.inline(text) if kind.cites else composer.writer.headline(text)
    return html.unescape(re.sub(r"<[^>]+>", "", CITED.sub(r" [\1]", written)))


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from _matched(old[start:end], new[first:last])


def _matched(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Each old sentence beside the new one most like it; the rest came or went."""
    left = list(new)
    for sentence in old:
        alike = get_close_matches(sentence, left, n=1, cutoff=ALIKE)
        if alike:
            left.remove(alike[0])
        yield sentence, alike[0] if alike else None
    yield from ((None, sentence) for sentence in left)
