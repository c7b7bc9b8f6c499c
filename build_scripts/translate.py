"""The command that writes or renews a language's file of translations."""

import sys
from collections.abc import Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from .languages import read_catalog, renewed
from .model.guide import Guide
from .strays import LANGUAGES
from .translated_files import renew
from .wanted_texts import wanted_texts
from .wording import nearest
from .write import replace


def translate(directory: Path, guide: Guide, code: str, sections: Sequence[str] = ()) -> int:
    """Write `directory`/content/languages/`code`.po with every text; what is translated in it already stays.

    The same for the files of the guide's translation, if there is one or `sections` are to be begun.
    """
    for id_ in sections:
        if id_ not in guide.sections:
            print(f"{id_}: there is no such section; {nearest(id_, guide.sections, 'name one')}", file=sys.stderr)
            return 1
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
    for line in renew(directory, guide, code, list(sections)):
        print(line)
    return 0
