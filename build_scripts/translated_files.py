"""The files of a translation, begun and renewed: what is new is added, what is gone goes, what changed is marked."""

import json
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .content_file import text_of
from .model.guide import Guide
from .model.translation import Translated, TranslatedText, Translation, one_line
from .strays import TRANSLATIONS
from .translatable import ALIKE, translatable
from .write import replace

WIDTH = 120
SCHEMA = "# yaml-language-server: $schema={up}schemas/{name}.json"


def renew(directory: Path, guide: Guide, language: str, begun: list[str]) -> list[str]:
    """Write the files of one translation, and say of each how many texts it has and how many are open.

    Args:
        directory: The guide's folder.
        guide: A guide without errors.
        language: The translation's.
        begun: Ids of further sections to translate.
    """
    there = guide.translations.get(language, Translation(language))
    empty = {f"sections/{id_}.yml": Translated(texts=[]) for id_ in begun}
    translation = Translation(language, {**empty, **there.files})
    if not translation.sections:
        return []
    known = {one_line(each.original): each for file in there.files.values() for each in file.texts}
    places, told = _places(guide, translation), []
    wanted = {text for paragraphs in places.values() for text in paragraphs}
    for place, paragraphs in places.items():
        path = directory / "content" / TRANSLATIONS / language / place
        texts = [known.get(text) or _begun(text, wanted, known) for text in paragraphs]
        replace(path, _written(texts, path, place, guide.settings.language).encode())
        open_ = sum(not each.done for each in texts)
        told.append(
            f"{path.relative_to(directory).as_posix()}: {len(texts)} texts, {open_} to be translated or checked"
        )
    return told


def _places(guide: Guide, translation: Translation) -> dict[str, list[str]]:
    """Every file's paragraphs in the original's order; what the language's words say already is left out."""
    words = guide.languages.get(translation.language)
    said = words.texts if words else {}
    found: dict[str, list[str]] = {"guide.yml": [], **{place: [] for place in translation.files}}
    for place, parts in translatable(guide, translation).items():
        own = {one_line(each.original) for each in translation.files.get(place, Translated(texts=[])).texts}
        found[place] = [each.text for each in parts if each.text in own or each.text not in said]
    return {place: texts for place, texts in found.items() if texts or place == "guide.yml"}


def _begun(text: str, wanted: set[str], known: dict[str, TranslatedText]) -> TranslatedText:
    """A new text: with the translation of the one that stood in its place, if there was one."""
    gone = [original for original, each in known.items() if original not in wanted and each.translation.strip()]
    near = get_close_matches(text, gone, n=1, cutoff=ALIKE)
    if not near:
        return TranslatedText(original=text)
    old = known.pop(near[0])
    return TranslatedText(original=text, translation=old.translation, was=old.was or near[0])


def _written(texts: list[TranslatedText], path: Path, place: str, original: str) -> str:
    kind, up = ("translated-guide", "../../") if place == "guide.yml" else ("translation", "../../../")
    lines = [SCHEMA.format(up=up, name=kind), *_remarks(path)]
    if place == "guide.yml":
        lines.append(f"original: {original}")
    lines += ["texts:", *(line for each in texts for line in _entry(each))] if texts else ["texts: []"]
    return "\n".join(lines) + "\n"


def _remarks(path: Path) -> Iterator[str]:
    """The comments at the top of the file as it stands; a line for editors' tools is written anew."""
    if path.is_file():
        for line in text_of(path).splitlines():
            if not line.startswith("#"):
                return
            if "yaml-language-server" not in line:
                yield line


def _entry(each: TranslatedText) -> Iterator[str]:
    yield from _field("- original", each.original)
    if each.was:
        yield from _field("  was", each.was)
    yield from _field("  translation", each.translation)


def _field(name: str, text: str) -> list[str]:
    """A field on one line where it fits, else folded."""
    short = f"  {name}: {json.dumps(one_line(text), ensure_ascii=False)}"
    if len(short) <= WIDTH:
        return [short]
    indent = " " * 6
    return [
        f"  {name}: >-",
        *textwrap.wrap(
            one_line(text),
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ),
    ]
