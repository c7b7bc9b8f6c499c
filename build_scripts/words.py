"""The words of one language: each text as it is written here, and how that language says it."""

from collections.abc import Callable, Mapping

from babel import Locale
from babel.lists import format_list

from .model.calculator import Put, Said

MOST_LISTED = 6
"""Of a longer list of what somebody entered, the rest is counted."""
MOST_DIGITS = 6
NOUNS_STAY_CAPITAL = {"de", "lb"}

type Write = Callable[[float], str]
"""How a number is written, with the digits it has."""


class Words:
    """The texts of one language by those they are written in here.

    Attributes:
        language: Its code.
        texts: What isn't among them is said as it is written.
        lines: Where each of them stands in the language's file, counted from 1.
    """

    def __init__(self, language: str, texts: Mapping[str, str], lines: Mapping[str, int] | None = None) -> None:
        self.language, self.texts, self.lines = language, texts, lines or {}

    def say(self, text: str, **values: str | int) -> str:
        """A text, with values in the place of names in braces.

        >>> Words("de", {"Add a {row}": "{row} hinzufügen"}).say("Add a {row}", row="Beitrag")
        'Beitrag hinzufügen'
        """
        found = self.texts.get(text, text)
        for name, value in values.items():
            found = found.replace(f"{{{name}}}", str(value))
        return found

    def said(self, said: Said, write: Write) -> str:
        """A sentence of Python's, its numbers written as the language does."""
        values = {name: self._put(value, write) for name, value in said.values.items()}
        return self.say(said.text, **values)

    def inside(self, noun: str) -> str:
        """A label as it stands within a sentence.

        >>> Words("en", {}).inside("Post"), Words("de", {}).inside("Beitrag")
        ('post', 'Beitrag')
        """
        return noun if self.language.split("-")[0] in NOUNS_STAY_CAPITAL else noun[:1].lower() + noun[1:]

    def prose(self, text: str) -> str:
        """A text of several paragraphs, each of which is a text of its own."""
        return "\n\n".join(self.say(each) for each in paragraphs(text))

    def _put(self, value: Put, write: Write) -> str:
        if isinstance(value, Said):
            return self.said(value, write)
        if isinstance(value, list):
            return self._list(value, write)
        return value if isinstance(value, str) else "" if value is None else write(round(value, MOST_DIGITS))

    def _list(self, parts: list[float | int | str | Said], write: Write) -> str:
        names = [self._put(part, write) for part in parts]
        if len(names) > MOST_LISTED and not isinstance(parts[0], Said):
            names = [*names[:MOST_LISTED], self.say("{count} more", count=write(len(names) - MOST_LISTED))]
        return format_list(names, locale=Locale.parse(self.language, sep="-"))


ENGLISH = Words("en", {})
"""What everything is written in."""


def paragraphs(text: str) -> list[str]:
    r"""The paragraphs of a text, each in one line.

    >>> paragraphs("One\nline.\n\nAnother.\n")
    ['One line.', 'Another.']
    """
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
