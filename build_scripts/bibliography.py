"""How a source is named: a short attribution and the full citation."""

from .model.source import NOT_STATED, Source
from .words import ENGLISH, Words


def attribution(source: Source) -> str:
    """Short credit, such as “Socialinsider 2026”; an unknown year is left out."""
    return source.producer if source.published == NOT_STATED else f"{source.producer} {source.published}"


def second_hand(source: Source, words: Words = ENGLISH) -> str | None:
    """“as reported by …” when a copy was read in place of the original."""
    return words.say("as reported by {publisher}", publisher=source.read_in.publisher) if source.read_in else None


def credit(source: Source, words: Words = ENGLISH) -> str:
    """“Socialinsider 2026, as reported by ShortsIntel”: whose it is, and how it was read."""
    return ", ".join(filter(None, (attribution(source), second_hand(source, words))))


def citation(source: Source) -> str:
    """One line of plain text to copy: producer, year, title, how it was read, address."""
    year = "undated" if source.published == NOT_STATED else source.published
    parts = [f"{source.producer} ({year}). {source.title}."]
    reported = second_hand(source)
    if reported:
        parts.append(f"{reported[0].upper()}{reported[1:]}.")
    if source.url:
        parts.append(source.url)
    return " ".join(parts)


def printed_address(url: str) -> str:
    """An address as it is printed: without what every address begins with.

    >>> printed_address("https://www.example.org/a/")
    'example.org/a'
    """
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")
