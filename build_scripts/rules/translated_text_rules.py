"""Translated texts: each says what its original says now, with the same references, and none is missing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from ..model.base import TextKind
from ..model.guide import Guide
from ..model.translation import TranslatedText, Translation, one_line
from ..prose import INTERNAL, links, references
from ..translatable import ALIKE, translatable, translated_file
from ..validate import Checked, Files, Finding, Rule
from ..walk import Marked
from ..yaml_reader import Path_
from .text_rules import ALONE

LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Pairs:
    """One translation beside its original."""

    guide: Guide
    translation: Translation

    def texts(self) -> Iterator[tuple[str, int, TranslatedText]]:
        """Each entry with its file and its number there."""
        for place, file in self.translation.files.items():
            yield from (
                (translated_file(self.translation, place), index, each) for index, each in enumerate(file.texts)
            )

    @property
    def renew(self) -> str:
        """The command that adds what is new and marks what changed."""
        return f"run python -m build_scripts translate {self.translation.language}"

    @cached_property
    def wanted(self) -> dict[str, list[Marked]]:
        """What is to be translated, by the files' places."""
        return translatable(self.guide, self.translation)

    @cached_property
    def kinds(self) -> dict[str, TextKind]:
        """How each text of the original is read."""
        found = (each for parts in self.wanted.values() for each in parts)
        return {each.text: each.kind for each in found if isinstance(each.kind, TextKind)}

    @cached_property
    def originals(self) -> set[str]:
        """The texts that the translation knows."""
        return {one_line(each.original) for _, _, each in self.texts()}

    @cached_property
    def successors(self) -> dict[tuple[str, int], str]:
        """What the original says now in the place of a text that it no longer has, by file and number."""
        open_ = [text for text in self.kinds if text not in self.originals]
        gone = ((file, index, one_line(each.original)) for file, index, each in self.texts())
        near = {
            (file, index): get_close_matches(text, open_, n=1, cutoff=ALIKE)
            for file, index, text in gone
            if text not in self.kinds
        }
        return {place: found[0] for place, found in near.items() if found}


def translated_texts_hold(checked: Checked) -> Iterator[Finding]:
    """What must hold for every translation of the guide."""
    for translation in checked.guide.translations.values():
        pairs = Pairs(checked.guide, translation)
        for part in PARTS:
            yield from part(pairs)


def none_is_missing(pairs: Pairs) -> Iterator[Finding]:
    """What has no translation yet is said as in the original; this warns, so that a correction needs no translator."""
    words = pairs.guide.languages.get(pairs.translation.language)
    known = {*pairs.originals, *pairs.successors.values(), *(words.texts if words else ())}
    for place, texts in pairs.wanted.items():
        missing = [each.text for each in texts if each.text not in known]
        messages = [f"“{_short(text)}” has no translation" for text in missing]
        if len(missing) == len(texts) > 1:
            messages = [f"none of the {len(texts)} texts shown of “{place}” has a translation"]
        for message in messages:
            file, remedy = translated_file(pairs.translation, place), f"{pairs.renew} and fill it in"
            yield Finding(file, (), message, remedy, rule="untranslated")


def none_is_outdated(pairs: Pairs) -> Iterator[Finding]:
    """A text that the original no longer has is told, with the one in its place."""
    for file, index, each in pairs.texts():
        path = ("texts", index)
        if one_line(each.original) not in pairs.kinds:
            yield _gone(file, (*path, "original"), pairs.successors.get((file, index)), pairs)
        elif each.was:
            message = f"the original said before: “{_short(each.was)}”"
            remedy = "bring the translation up to date and delete “was”"
            yield Finding(file, (*path, "was"), message, remedy, rule="outdated")
        elif not each.translation.strip():
            message = f"“{_short(each.original)}” has no translation"
            yield Finding(file, (*path, "translation"), message, "write it", rule="untranslated")


def _gone(file: str, path: Path_, successor: str | None, pairs: Pairs) -> Finding:
    if successor is None:
        remedy = "delete it with its translation"
        return Finding(file, path, "no translated page shows this text", remedy, rule="outdated")
    message = f"the original says now: “{_short(successor)}”"
    return Finding(file, path, message, f"{pairs.renew} and bring the translation up to date", rule="outdated")


def each_keeps_its_references(pairs: Pairs) -> Iterator[Finding]:
    """A translation shows the same values, cites the same sources and leads to the same places."""
    for file, index, each in pairs.texts():
        kind = pairs.kinds.get(one_line(each.original))
        if each.done and kind and kind.markdown:
            for message in _differences(each):
                remedy = "use the original’s references and links"
                yield Finding(file, ("texts", index, "translation"), message, remedy)


def each_is_plain_text(pairs: Pairs) -> Iterator[Finding]:
    """What holds for the original's texts holds for their translations."""
    said = tuple(
        (file, Marked(("texts", index, "translation"), each.translation, pairs.kinds[one_line(each.original)]))
        for file, index, each in pairs.texts()
        if one_line(each.original) in pairs.kinds
    )
    for rule in ALONE:
        yield from rule(Files({}, said=said))


def _differences(each: TranslatedText) -> list[str]:
    """What only one of the two shows, cites or leads to."""
    before, after = (Counter(_named(text)) for text in (each.original, each.translation))
    lost = [f"the original has “{name}”, the translation doesn’t" for name in sorted(before - after)]
    return lost + [f"the original has no “{name}”" for name in sorted(after - before)]


def _named(text: str) -> list[str]:
    found = [f"[{each.mark}{each.body}]" for each in references(text) if each.mark != "~"]
    return found + [link for link in links(text) if link.partition(":")[0] in (*INTERNAL, "https")]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rstrip()} …"


PARTS = [none_is_missing, none_is_outdated, each_keeps_its_references, each_is_plain_text]
"""What is asked of one translation."""

RULES: list[Rule] = [translated_texts_hold]
WARNINGS = {"untranslated", "outdated"}
