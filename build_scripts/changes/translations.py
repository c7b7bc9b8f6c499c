"""Translated texts that changed, in a translation's files and in a language's own."""

from collections.abc import Iterator, Mapping

from babel import Locale

from ..model.guide import Guide
from ..model.translation import TranslatedText, one_line
from ..strays import LANGUAGES
from ..translatable import translated_file
from .model import State, Translated, Wording

type Texts = dict[str, str]
"""What each text of the original is in the other language; a text that no page shows yet is not among them."""


def translations(before: Guide, after: Guide, renamed: dict[str, str]) -> list[Translated]:
    """What differs, file by file; `renamed` gives a new file's old name."""
    old, new = _files(before), _files(after)
    former = {file: renamed.get(file, file) for file in new}
    found = [_changed(file, old.get(former[file]), texts) for file, texts in new.items()]
    found += [_changed(file, texts, None) for file, texts in old.items() if file not in former.values()]
    return [each for each in found if each]


def _files(guide: Guide) -> dict[str, Texts]:
    """The translations of every file that has some."""
    found = {
        translated_file(translation, place): _done(file.texts)
        for translation in guide.translations.values()
        for place, file in translation.files.items()
    }
    return found | {f"content/{LANGUAGES}/{code}.po": dict(words.texts) for code, words in guide.languages.items()}


def _done(texts: list[TranslatedText]) -> Texts:
    return {one_line(each.original): one_line(each.translation) for each in texts if each.done}


def _changed(file: str, old: Texts | None, new: Texts | None) -> Translated | None:
    state: State = "added" if old is None else "removed" if new is None else "changed"
    wordings = tuple(_wordings(old or {}, new or {}))
    if state == "changed" and not wordings:
        return None
    return Translated(file, _language(file), state, wordings)


def _wordings(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Wording]:
    for original in [*new, *(each for each in old if each not in new)]:
        if old.get(original) != new.get(original):
            yield Wording(original, old.get(original), new.get(original))


def _language(file: str) -> str:
    """The name of the language that a file translates into."""
    code = file.split("/")[2].removesuffix(".po")
    return Locale.parse(code, sep="-").english_name or code
