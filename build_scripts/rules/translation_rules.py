"""Translations: each says what its original says now, with the same references, and all of it."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError

from ..model.base import TextKind
from ..model.guide import Guide
from ..model.translation import TranslatedText, Translation, one_line
from ..prose import INTERNAL, links, references
from ..strays import LANGUAGES, TRANSLATIONS
from ..translatable import translatable, unknown_files
from ..validate import Checked, Files, Finding, Rule
from ..walk import Marked
from ..wording import nearest
from ..yaml_reader import Path_
from .text_rules import ALONE

ALIKE = 0.6
"""From this likeness on, a text that is gone is taken for an earlier one of a text without a translation."""
LONGEST_QUOTE = 60


def translations_name_their_original(checked: Checked) -> Iterator[Finding]:
    """A translation is made from the guide beside it, into another language."""
    own = checked.guide.settings.language
    for code, translation in checked.guide.translations.items():
        file = _file(translation, "guide.yml")
        original = getattr(translation.files.get("guide.yml"), "original", own)
        if original != own:
            message = f"the original is in “{own}”, not in “{original}”"
            yield Finding(file, ("original",), message, f"write “{own}”, and translate from that")
        if not _is_language(code):
            yield Finding(file, (), f"there is no language “{code}”", "name the folder by its code, such as de")
        elif code == own:
            message = f"the guide is in “{own}” already"
            yield Finding(file, (), message, "name the folder by the language of its translation")


def translations_have_an_interface(checked: Checked) -> Iterator[Finding]:
    """What the generator says itself is in a file of words."""
    for code, translation in checked.guide.translations.items():
        if code not in checked.guide.languages:
            message = f"without “{LANGUAGES}/{code}.po” what the generator says itself is not translated"
            remedy = f"run python -m build_scripts translate {code} and fill it in"
            yield Finding(_file(translation, "guide.yml"), (), message, remedy, rule="untranslated")


def translated_files_have_an_original(checked: Checked) -> Iterator[Finding]:
    """A file translates the one of the same name."""
    for translation in checked.guide.translations.values():
        for place, kind, id_ in unknown_files(checked.guide, translation):
            remedy = nearest(id_, checked.names(kind), "name it like the file that it translates")
            yield Finding(_file(translation, place), (), f"there is no {kind} “{id_}” to translate", remedy)


def translations_are_whole(checked: Checked) -> Iterator[Finding]:
    """What has no translation yet is said as in the original; this warns, so that a correction needs no translator."""
    guide = checked.guide
    for translation in guide.translations.values():
        words = guide.languages.get(translation.language)
        known = {*_originals(translation), *_successors(guide, translation).values(), *(words.texts if words else ())}
        remedy = f"run python -m build_scripts translate {translation.language} and fill it in"
        for place, texts in translatable(guide, translation).items():
            missing = [each.text for each in texts if each.text not in known]
            messages = [f"“{_short(text)}” has no translation" for text in missing]
            if len(missing) == len(texts) > 1:
                messages = [f"none of the {len(texts)} texts shown of “{place}” has a translation"]
            for message in messages:
                yield Finding(_file(translation, place), (), message, remedy, rule="untranslated")


def translations_are_up_to_date(checked: Checked) -> Iterator[Finding]:
    """A text that the original no longer has is told, with the one in its place."""
    for translation in checked.guide.translations.values():
        wanted = _wanted(checked.guide, translation)
        successors = _successors(checked.guide, translation)
        for file, index, each in _texts(translation):
            path = ("texts", index)
            if one_line(each.original) not in wanted:
                yield _gone(file, (*path, "original"), successors.get((file, index)), translation.language)
            elif each.was:
                message = f"the original said before: “{_short(each.was)}”"
                remedy = "bring the translation up to date and delete “was”"
                yield Finding(file, (*path, "was"), message, remedy, rule="outdated")
            elif not each.translation.strip():
                message = f"“{_short(each.original)}” has no translation"
                yield Finding(file, (*path, "translation"), message, "write it", rule="untranslated")


def _gone(file: str, path: Path_, successor: str | None, language: str) -> Finding:
    if successor is None:
        remedy = "delete it with its translation"
        return Finding(file, path, "no translated page shows this text", remedy, rule="outdated")
    message = f"the original says now: “{_short(successor)}”"
    remedy = f"run python -m build_scripts translate {language} and bring the translation up to date"
    return Finding(file, path, message, remedy, rule="outdated")


def _successors(guide: Guide, translation: Translation) -> dict[tuple[str, int], str]:
    """What the original says now in the place of a text that it no longer has, by file and number of the text."""
    wanted, known = _wanted(guide, translation), _originals(translation)
    open_ = [text for text in wanted if text not in known]
    gone = ((file, index, one_line(each.original)) for file, index, each in _texts(translation))
    near = {
        (file, index): get_close_matches(text, open_, n=1, cutoff=ALIKE)
        for file, index, text in gone
        if text not in wanted
    }
    return {place: found[0] for place, found in near.items() if found}


def translations_keep_references(checked: Checked) -> Iterator[Finding]:
    """A translation shows the same values, cites the same sources and leads to the same places."""
    for translation in checked.guide.translations.values():
        wanted = _wanted(checked.guide, translation)
        for file, index, each in _texts(translation):
            kind = wanted.get(one_line(each.original))
            if each.done and kind and kind.markdown:
                for message in _differences(each):
                    remedy = "use the original’s references and links"
                    yield Finding(file, ("texts", index, "translation"), message, remedy)


def _differences(each: TranslatedText) -> list[str]:
    """What only one of the two shows, cites or leads to."""
    before, after = (Counter(_named(text)) for text in (each.original, each.translation))
    lost = [f"the original has “{name}”, the translation doesn’t" for name in sorted(before - after)]
    return lost + [f"the original has no “{name}”" for name in sorted(after - before)]


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


def _is_language(code: str) -> bool:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _file(translation: Translation, place: str) -> str:
    return f"content/{TRANSLATIONS}/{translation.language}/{place}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rstrip()} …"


RULES: list[Rule] = [
    translations_name_their_original,
    translations_have_an_interface,
    translated_files_have_an_original,
    translations_are_whole,
    translations_are_up_to_date,
    translations_keep_references,
    translations_are_plain_texts,
]
WARNINGS = {"untranslated", "outdated"}
