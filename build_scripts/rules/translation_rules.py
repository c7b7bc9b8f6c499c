"""Translations: each is made from the guide beside it, file by file, into a language whose words are there."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from ..strays import LANGUAGES
from ..translatable import translated_file, unknown_files
from ..validate import Checked, Finding, Rule
from ..wording import nearest


def translations_name_their_original(checked: Checked) -> Iterator[Finding]:
    """A translation is made from the guide beside it, into another language."""
    own = checked.guide.settings.language
    for code, translation in checked.guide.translations.items():
        file = translated_file(translation, "guide.yml")
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
            yield Finding(translated_file(translation, "guide.yml"), (), message, remedy, rule="untranslated")


def translated_files_have_an_original(checked: Checked) -> Iterator[Finding]:
    """A file translates the one of the same name."""
    for translation in checked.guide.translations.values():
        for place, kind, id_ in unknown_files(checked.guide, translation):
            remedy = nearest(id_, checked.names(kind), "name it like the file that it translates")
            yield Finding(translated_file(translation, place), (), f"there is no {kind} “{id_}” to translate", remedy)


def _is_language(code: str) -> bool:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


RULES: list[Rule] = [
    translations_name_their_original,
    translations_have_an_interface,
    translated_files_have_an_original,
]
