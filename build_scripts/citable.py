"""What of the guide can be cited: a page, a figure, a statistic, a source, each as a line of text and as BibTeX."""

import re
from dataclasses import dataclass

from .bibliography import citation
from .bibtex import entry
from .composer import Composer, quoted
from .model.source import Source, Statistic
from .references import bibtex


@dataclass(frozen=True)
class Citation:
    """What a reader copies."""

    text: str
    bibtex: str


def cite_part(title: str, target: str, composer: Composer, source: str = "") -> Citation:
    """A part of the guide: a page or a figure.

    Args:
        title: Its headline, plain.
        target: As `addresses.address` takes it.
        composer: That of the page that offers the citation.
        source: The source to name with it, as a sentence.
    """
    settings, address = composer.guide.settings, composer.full(target)
    year = settings.updated[:4]
    text = f"{quoted(composer.guide.words, title)} In: {settings.title} ({year}). {settings.licence}. {address}"
    note = " ".join(filter(None, [f"In: {settings.title}. {settings.licence}.", source]))
    fields = {"title": title, "key": settings.short_title, "year": year, "url": address, "note": note}
    return Citation(text, entry("misc", _key(target), fields))


def cite_statistic(statistic: Statistic, source: Source, composer: Composer) -> Citation:
    """A value with what it measures, as this guide gives it; its source is named with it."""
    values, named = composer.values, citation(source)
    title = f"{values.text(values.resolve(statistic.id))}: {statistic.measures}"
    part = cite_part(title, f"statistic:{statistic.id}", composer, f"Source: {named}")
    return Citation(f"{title}. {named}", part.bibtex)


def cite_source(id_: str, source: Source) -> Citation:
    """The source itself, not this guide."""
    return Citation(citation(source), bibtex(id_, source))


def _key(target: str) -> str:
    """A target as a key without signs that BibTeX reads.

    >>> _key("figure:what-it-costs/prices")
    'figure-what-it-costs-prices'
    """
    return re.sub(r"[^a-z0-9]+", "-", target)
