"""Languages: every text has its translation, and no translation is left of a text that is gone."""

from collections.abc import Iterator

from ..strays import LANGUAGES
from ..validate import Checked, Finding, Rule


def languages_are_whole(checked: Checked) -> Iterator[Finding]:
    """A text without a translation is said as it is written; this warns, so that a correction needs no translator."""
    for code, words in checked.guide.languages.items():
        from ..wanted_texts import wanted_texts  # most guides have no further language, and save an import

        missing = [text for text in wanted_texts(checked.guide) if text not in words.texts]
        if missing:
            count = "1 text has" if len(missing) == 1 else f"{len(missing)} texts have"
            message = f"{count} no translation; the first is “{missing[0][:60]}”"
            remedy = f"run python -m build_scripts translate {code} and fill them in"
            yield Finding(f"content/{LANGUAGES}/{code}.po", (), message, remedy, rule="untranslated")


RULES: list[Rule] = [languages_are_whole]
"""Each looks at the whole guide."""
