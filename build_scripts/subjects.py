"""What each message of the check is about: told by where it is said, and by its words where that says too little."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """A chapter of the catalogue.

    Attributes:
        title: Its heading.
        anchor: The heading's id.
        about: Matches the beginning of ``file~road~message`` for what belongs here; the file without ``content/``.
    """

    title: str
    anchor: str
    about: re.Pattern[str]


def _subject(title: str, anchor: str, about: str) -> Subject:
    return Subject(title, f"problems-{anchor}", re.compile(about))


GUIDE = _subject("The guide", "guide", r"guide\.yml~[^~]")
SECTIONS = _subject("Sections and their figures", "sections", r"sections/[^~]*~([^~]|~“[^”]+” is not in the guide)")
SOURCES = _subject("Sources", "sources", r"sources/[^~]*~([^~]|~“review_by”|~nothing cites)")
STATISTICS = _subject("Statistics and bands", "statistics", r"sources/[^~]*~(statistics|bands)\[")
CLAIMS = _subject("Claims", "claims", r"[^~]*~[^~]*~there is no claim “[^”]*”$")
CALCULATORS = _subject("Calculators", "calculators", r"calculators/|[^~]*~[^~]*~the calculator “")
TRANSLATIONS = _subject("Translations", "translations", r"translations/")
LANGUAGES = _subject("The program’s own words", "languages", r"languages/")
TEXTS = _subject("Texts and references", "texts", r"[^~]*~([^~]*\.)?(text|limits)~")
VALUES = _subject(
    "What a field may hold",
    "values",
    r"[^~]*~[^~]*~(expected (?!one “value”)|there is no (field|kind|day)|there is nothing|this (field|block) )",
)
COMMENTS = _subject(
    "Comments that allow something", "comments", r"[^~]*~~(nothing (here is “|says why)|there is no warning)"
)
FILES = _subject("Files", "files", r"[^~]*~~(the file |no file |this is (a link|not a file)|“[^”]*” can't be an id)")
YAML = _subject("YAML itself", "yaml", r"[^~]*~~")

SUBJECTS = (
    GUIDE,
    SECTIONS,
    SOURCES,
    STATISTICS,
    CLAIMS,
    CALCULATORS,
    TRANSLATIONS,
    LANGUAGES,
    TEXTS,
    VALUES,
    COMMENTS,
    FILES,
    YAML,
)
"""In the order of the page."""

ASKED = (
    LANGUAGES,
    TRANSLATIONS,
    CALCULATORS,
    CLAIMS,
    VALUES,
    TEXTS,
    STATISTICS,
    SOURCES,
    SECTIONS,
    GUIDE,
    COMMENTS,
    FILES,
    YAML,
)
"""In the order in which they are tried: the first that fits has it."""


def subject(file: str, road: str, message: str) -> Subject:
    """What a message is about.

    >>> subject("content/sources/mill.yml", "statistics[0].value", "“low” (9) is not below “high” (2)").title
    'Statistics and bands'

    Raises:
        LookupError: When it fits nowhere.
    """
    told = f"{file.removeprefix('content/')}~{road}~{message}"
    found = next((each for each in ASKED if each.about.match(told)), None)
    if found is None:
        raise LookupError(f"no subject has this: {told}")
    return found
