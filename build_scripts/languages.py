"""The guide's further languages: one file of translations each, in the format that translators' tools read."""

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from .problem import Problem
from .strays import LANGUAGES
from .words import Words

NAME = re.compile(r"\{\w+\}")


def languages(directory: Path) -> tuple[dict[str, Words], list[Problem]]:
    """Every language of `directory`/content/languages by its code, and what is wrong with their files."""
    found, problems = {}, []
    for path in sorted((directory / "content" / LANGUAGES).glob("*.po")):
        words, wrong = read_language(path)
        problems += wrong
        if words:
            found[path.stem] = words
    return found, problems


def read_language(path: Path) -> tuple[Words | None, list[Problem]]:
    """One language's file; None where it can't be read."""
    words, problems = _read(path.name, path.read_bytes())
    return words, [*problems]


@lru_cache(maxsize=32)
def _read(name: str, content: bytes) -> tuple[Words | None, tuple[Problem, ...]]:
    """The same by the file's name; a preview asks again after each change, mostly of other files."""
    file, code = f"content/{LANGUAGES}/{name}", name.removesuffix(".po")
    try:
        Locale.parse(code, sep="-")
        catalog = _catalog(code, content)
    except (UnknownLocaleError, ValueError):
        remedy = "name the file by the language's code, such as de.po"
        return None, (Problem(file, 1, 1, "", f"there is no language “{code}”", remedy),)
    except PoFileError as error:
        remedy = "correct it, or write the file with a tool for translators"
        return None, (Problem(file, error.lineno + 1, 1, "", "unexpected line", remedy),)
    done = [each for each in catalog if each.id and each.string and not each.fuzzy]
    texts = {str(each.id): str(each.string) for each in done}
    lines = {str(each.id): each.lineno or 1 for each in catalog if each.id}
    problems = tuple(
        Problem(file, lines[text], 1, "", *_misnamed(text, texts[text]))
        for text in texts
        if set(NAME.findall(text)) != set(NAME.findall(texts[text]))
    )
    return Words(code, texts, lines), problems


def read_catalog(path: Path) -> Catalog:
    """One language's file as it stands.

    Raises:
        PoFileError: When it can't be read.
    """
    return _catalog(path.stem, path.read_bytes())


def _catalog(code: str, content: bytes) -> Catalog:
    return read_po(BytesIO(content), locale=code.replace("-", "_"), abort_invalid=True)


def renewed(old: Catalog, texts: dict[str, list[str]]) -> bytes:
    """A language's file with just these texts and where each is used; those that are only alike are marked."""
    template = Catalog(charset="utf-8")
    for text, places in texts.items():
        template.add(text, locations=[(place, 0) for place in places])
    old.update(template, no_fuzzy_matching=False, update_creation_date=False)
    out = BytesIO()
    write_po(out, old, omit_header=True, include_lineno=False, width=0, sort_output=False, ignore_obsolete=True)
    return out.getvalue()


def _misnamed(text: str, translation: str) -> tuple[str, str]:
    wanted, found = (", ".join(sorted(set(NAME.findall(each)))) or "none" for each in (text, translation))
    return f"the translation has other names in braces ({found}) than the text ({wanted})", "use the same ones"
