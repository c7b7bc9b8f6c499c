"""The sources a page cites, numbered as its citation marks are."""

from dataclasses import dataclass

from markupsafe import Markup

from .bibliography import second_hand
from .citations import Entry
from .composer import Composer
from .model.source import Source, Statistic
from .page import heading
from .words import ENGLISH, Words


@dataclass(frozen=True)
class CitedSource:
    """One row of the list, with what the page takes from it and the ways back to the marks that cite it."""

    entry: Entry
    source: Source
    taken: list[Statistic]
    reported: str | None
    href: str
    hreflang: Markup


def sources_list(composer: Composer) -> str:
    """A heading and the list; nothing when the page cites nothing."""
    rows = [_row(entry, composer) for entry in composer.citations.entries]
    if not rows:
        return ""
    return f"{heading(2, composer.guide.words.say('Sources'), 'sources')}\n\n{_list(rows, composer)}"


def _row(entry: Entry, composer: Composer) -> CitedSource:
    source = composer.guide.sources[entry.source]
    taken = [composer.values.statistic(id_) for id_ in entry.statistics]
    target = f"source:{entry.source}"
    reported = second_hand(source, _words(composer))
    return CitedSource(entry, source, taken, reported, composer.link(target), composer.hreflang(target))


def _list(rows: list[CitedSource], composer: Composer) -> Markup:
    return composer.render("blocks/sources_list.html.jinja", rows=rows, _=_words(composer).say)


def _words(composer: Composer) -> Words:
    """The list speaks the language of the sources' texts, which only a translation of the guide has."""
    guide = composer.guide
    return ENGLISH if guide.original and not guide.versions else guide.words
