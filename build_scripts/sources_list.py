"""The sources a page cites, numbered as its citation marks are."""

from dataclasses import dataclass

from markupsafe import Markup

from .bibliography import second_hand
from .citations import Entry
from .composer import Composer
from .model.source import Source, Statistic
from .page import heading


@dataclass(frozen=True)
class CitedSource:
    """One row of the list, with what the page takes from it and the ways back to the marks that cite it."""

    entry: Entry
    source: Source
    taken: list[Statistic]
    reported: str | None
    href: str


def sources_list(composer: Composer) -> str:
    """A heading and the list; nothing when the page cites nothing."""
    rows = [_row(entry, composer) for entry in composer.citations.entries]
    if not rows:
        return ""
    return f"{heading(2, composer.guide.words.say('Sources'), 'sources')}\n\n{_list(rows, composer)}"


def _row(entry: Entry, composer: Composer) -> CitedSource:
    source = composer.guide.sources[entry.source]
    taken = [composer.values.statistic(id_) for id_ in entry.statistics]
    return CitedSource(entry, source, taken, second_hand(source), composer.link(f"source:{entry.source}"))


def _list(rows: list[CitedSource], composer: Composer) -> Markup:
    return composer.render("blocks/sources_list.html.jinja", rows=rows)
