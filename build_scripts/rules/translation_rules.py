"""Translations: each says what its original says now, with the same references, and all of it."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from ..model.base import TextKind
from ..model.guide import Guide
from ..model.translation import TranslatedText, Translation, one_line
from ..prose import INTERNAL, links, references
from ..strays import LANGUAGES, TRANSLATIONS
from ..translatable import translatable, unknown_files
from ..validate import Checked, Files, Finding, Rule
from ..walk import Marked
from ..wording import nearest
from .text_rules import ALONE

ALIKE = 0.6
"""From this likeness on, a text that is gone is taken for an earlier one of a text without a translation."""
LONGEST_QUOTE = 60


def translations_name_their_original(checked: Checked) -> Iterator[Finding]:
    """A translation is made from the guide beside it, into another language whose interface is there."""
    guide = checked.guide
    for code, translation in guide.translations.items():
        own = guide.settings.language
        original = getattr(translation.files.get("guide.yml"), "original", own)
        file = _file(translation, "guide.yml")
        if original != own:
            message = f"the original is in “{own}”, not in “{original}”"
            yield Finding(file, ("original",), message, f"write “{own}”, and translate from that")
        if code == own:
            message = f"the guide is in “{own}” already"
            yield Finding(file, (), message, "name the folder by the language of its translation")
        elif code not in guide.languages:
            message = f"there is no {LANGUAGES}/{code}.po: what the generator says itself stays in “{own}”"
            yield Finding(file, (), message, f"run python -m build_scripts translate {code}", rule="untranslated")


def translated_files_have_an_original(checked: Checked) -> Iterator[Finding]:
    """A file translates the one of the same name."""
    for translation in checked.guide.translations.values():
        for place, kind, id_ in unknown_files(checked.guide, translation):
            names = checked.names(kind)
            remedy = nearest(id_, names, "name it like the file that it translates")
            yield Finding(_file(translation, place), (), f"there is no {kind} “{id_}” to translate", remedy)


def translations_are_whole(checked: Checked) -> Iterator[Finding]:
    """What has no translation yet is said as in the original; this warns, so that a correction needs no translator."""
    for translation in checked.guide.translations.values():
        done, remedy = _originals(translation), f"run python -m build_scripts translate {translation.language}, then "
        for place, texts in translatable(checked.guide, translation).items():
            missing = [
                each for each in texts if each.text not in done and not _in_interface(checked.guide, translation, each)
            ]
            if len(missing) == len(texts) > 1:
                message = f"none of the {len(texts)} texts shown of {place} has a translation"
                yield Finding(
                    _file(translation, place), (), message, f"{remedy}translate them here", rule="untranslated"
                )
                continue
            for each in missing:
                message = f"“{_short(each.text)}” has no translation"
                yield Finding(_file(translation, place), (), message, f"{remedy}fill it in", rule="untranslated")


def translations_are_up_to_date(checked: Checked) -> Iterator[Finding]:
    """A text that the original no longer has is told with the one in its place."""
    for translation in checked.guide.translations.values():
        wanted = _wanted(checked.guide, translation)
        open_ = [text for text in wanted if text not in _originals(translation)]
        for file, index, each in _texts(translation):
            path = ("texts", index, "original")
            if each.was:
                message = f"the original said before: “{_short(each.was)}”"
                remedy = "bring the translation up to date and delete “was”"
                yield Finding(file, ("texts", index, "was"), message, remedy, rule="outdated")
            elif not each.translation.strip() and one_line(each.original) in wanted:
                message = f"“{_short(each.original)}” has no translation"
                yield Finding(file, ("texts", index, "translation"), message, "write it", rule="untranslated")
            elif one_line(each.original) not in wanted:
                yield _gone(file, path, each, open_, translation)


def _gone(
    file: str, path: tuple[str | int, ...], each: TranslatedText, open_: list[str], translation: Translation
) -> Finding:
    near = get_close_matches(one_line(each.original), open_, n=1, cutoff=ALIKE)
    if near:
        message = f"the original says now: “{_short(near[0])}”"
        remedy = f"run python -m build_scripts translate {translation.language} and bring the translation up to date"
        return Finding(file, path, message, remedy, rule="outdated")
    return Finding(file, path, "no translated page shows this text", "delete it with its translation", rule="outdated")


def translations_keep_references(checked: Checked) -> Iterator[Finding]:
    """A translation shows the same values, cites the same sources and leads to the same places."""
    for translation in checked.guide.translations.values():
        wanted = _wanted(checked.guide, translation)
        for file, index, each in _texts(translation):
            kind = wanted.get(one_line(each.original))
            if each.done and kind and kind.markdown:
                lost, added = _difference(each)
                for found, message in (
                    (lost, "the original has “{}”, the translation doesn’t"),
                    (added, "the original has no “{}”"),
                ):
                    if found:
                        remedy = "use the same references and links"
                        yield Finding(file, ("texts", index, "translation"), message.format(found[0]), remedy)


def translations_are_plain_texts(checked: Checked) -> Iterator[Finding]:
    """What holds for the original's texts holds for their translations."""
    for translation in checked.guide.translations.values():
        wanted = _wanted(checked.guide, translation)
        said = tuple(
            (file, Marked(("texts", index, "translation"), each.translation, wanted[one_line(each.original)]))
            for file, index, each in _texts(translation)
            if one_line(each.original) in wanted
        )
        for rule in ALONE:
            yield from rule(Files({}, said=said))


def _difference(each: TranslatedText) -> tuple[list[str], list[str]]:
    """References and links that only one of the two has."""
    before, after = (Counter(_named(text)) for text in (each.original, each.translation))
    return sorted((before - after).elements()), sorted((after - before).elements())


def _named(text: str) -> list[str]:
    found = [f"[{each.mark}{each.body}]" for each in references(text) if each.mark != "~"]
    return found + [link for link in links(text) if link.partition(":")[0] in (*INTERNAL, "https")]


def _wanted(guide: Guide, translation: Translation) -> dict[str, TextKind]:
    """What is to be translated, with how it is read."""
    texts = (each for parts in translatable(guide, translation).values() for each in parts)
    return {each.text: each.kind for each in texts if isinstance(each.kind, TextKind)}


def _originals(translation: Translation) -> set[str]:
    return {one_line(each.original) for _, _, each in _texts(translation)}


def _texts(translation: Translation) -> Iterator[tuple[str, int, TranslatedText]]:
    for place, file in translation.files.items():
        yield from ((_file(translation, place), index, each) for index, each in enumerate(file.texts))


def _in_interface(guide: Guide, translation: Translation, each: Marked) -> bool:
    """Whether the language says it already, such as “not stated”."""
    words = guide.languages.get(translation.language)
    return bool(words and each.text in words.texts)


def _file(translation: Translation, place: str) -> str:
    return f"content/{TRANSLATIONS}/{translation.language}/{place}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rstrip()} …"


RULES: list[Rule] = [
    translations_name_their_original,
    translated_files_have_an_original,
    translations_are_whole,
    translations_are_up_to_date,
    translations_keep_references,
    translations_are_plain_texts,
]
WARNINGS = {"untranslated", "outdated"}
