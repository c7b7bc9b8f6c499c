"""The command that writes or renews a language's file of translations."""

import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from .languages import read_catalog, renewed
from .model.guide import Guide
from .strays import LANGUAGES
from .wanted_texts import wanted_texts
from .write import replace


def translate(directory: Path, guide: Guide, code: str) -> int:
    """Write `directory`/content/languages/`code`.po with every text; what is translated in it already stays."""
    path = directory / "content" / LANGUAGES / f"{code}.po"
    try:
        locale = Locale.parse(code, sep="-")
        old = read_catalog(path) if path.is_file() else Catalog(locale)
    except (UnknownLocaleError, ValueError):
        print(f"{code}: there is no such language; write its code, such as de or pt-br", file=sys.stderr)
        return 1
    except PoFileError as error:
        print(f"{path.relative_to(directory)}: {error}", file=sys.stderr)
        return 1
    replace(path, renewed(old, wanted_texts(guide)))
    entries = [each for each in old if each.id]
    open_, alike = (
        sum(not each.string for each in entries),
        sum(each.fuzzy for each in entries if each.string),
    )
    print(f"content/{LANGUAGES}/{code}.po: {len(entries)} texts, {open_} without a translation, {alike} to be checked")
    return 0
