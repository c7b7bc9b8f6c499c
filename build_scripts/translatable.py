"""What a translation has to say: the texts that its pages show, by the files that have them."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from .model.base import TextKind
from .model.guide import Guide
from .model.section import Section
from .model.source import Source
from .model.translation import Translation, ids_in
from .strays import TRANSLATIONS
from .uses import uses
from .walk import Marked, marked
from .words import paragraphs

ALIKE = 0.6
"""From this likeness on, a text that is gone is taken for an earlier one of a text without a translation."""

OF_GUIDE = {"title", "short_title", "description"}
OF_CLAIM = {"title", "quoted", "measured", "safe", "grade_reason"}
"""A section shows a claim's card, and leads to it by its title."""
OF_SOURCE = {"grade_reason", "limits", "publisher"}
"""Its own name and title stay as they can be found."""
OF_STATISTIC = {"measures", "population", "period", "note"}


def translatable(guide: Guide, translation: Translation) -> dict[str, list[Marked]]:
    """The paragraphs to translate by the files' places, such as ``sections/some-id.yml``; each text stands once."""
    found: dict[str, list[Marked]] = {}
    seen: set[str] = set()
    for place, each in _shown(guide, translation):
        for text in paragraphs(each.text):
            if text not in seen and any(letter.isalpha() for letter in text):
                seen.add(text)
                found.setdefault(place, []).append(Marked(each.path, text, each.kind))
    return found


def model_at(guide: Guide, place: str) -> BaseModel | None:
    """What the file of the original at a place says; None where it has none."""
    folder, _, name = place.rpartition("/")
    folders: dict[str, Mapping[str, BaseModel]] = {
        "sections": guide.sections,
        "claims": guide.claims,
        "sources": guide.sources,
    }
    return folders[folder].get(name.removesuffix(".yml")) if folder else guide.settings


def sections_of(guide: Guide, translation: Translation) -> dict[str, Section]:
    """The sections that are translated, in the guide's order."""
    ids = translation.sections
    return {id_: guide.sections[id_] for id_ in guide.settings.sections if id_ in ids}


def _shown(guide: Guide, translation: Translation) -> Iterator[tuple[str, Marked]]:
    sections = sections_of(guide, translation)
    yield from (("guide.yml", each) for each in texts(guide.settings) if each.path[0] in OF_GUIDE)
    others = [guide.sections[id_] for id_ in guide.settings.sections if id_ not in sections]
    yield from (("guide.yml", each) for section in others for each in texts(section) if each.path == ("nav_title",))
    for id_, section in sections.items():
        yield from ((f"sections/{id_}.yml", each) for each in texts(section))
    named = _named(sections)
    claims = {id_: claim for id_, claim in guide.claims.items() if id_ in named}
    for id_, claim in claims.items():
        yield from ((f"claims/{id_}.yml", each) for each in texts(claim) if each.path[0] in OF_CLAIM)
    named |= _named({id_: claim.model_copy(update={"detail": None}) for id_, claim in claims.items()})
    named |= _named(_calculators(guide, translation.language))
    for id_, source in guide.sources.items():
        yield from ((f"sources/{id_}.yml", each) for each in _of_source(id_, source, named))


def _calculators(guide: Guide, language: str) -> dict[str, BaseModel]:
    """The calculators that speak a language, with what their pages show there."""
    pages = guide.pages.items() if language in guide.languages else ()
    return {id_: page.model_copy(update={"benchmarks": []}) for id_, page in pages}


def _of_source(id_: str, source: Source, named: set[str]) -> Iterator[Marked]:
    """The texts of a source and of those of its statistics that are named."""
    statistics = {index: each.id for index, each in enumerate(source.statistics) if each.id in named}
    if id_ not in named and not statistics and not any(each.id in named for each in source.bands):
        return
    for each in texts(source):
        of_statistic = each.path[0] == "statistics" and each.path[1] in statistics and each.path[-1] in OF_STATISTIC
        if of_statistic or (each.path[0] not in ("statistics", "bands") and each.path[-1] in OF_SOURCE):
            yield each


def _named(models: Mapping[str, BaseModel]) -> set[str]:
    """Every id that some files name."""
    return {use.id for use in uses({**models})}


def texts(model: BaseModel) -> Iterator[Marked]:
    """The texts of a file, in its order."""
    return (each for each in marked(model) if isinstance(each.kind, TextKind))


def unknown_files(guide: Guide, translation: Translation) -> list[tuple[str, str, str]]:
    """Files that name nothing of the original: place, kind, id."""
    return [
        (f"{folder}/{id_}.yml", folder.removesuffix("s"), id_)
        for folder in ("sections", "claims", "sources")
        for id_ in ids_in(folder, translation.files)
        if model_at(guide, f"{folder}/{id_}.yml") is None
    ]


def translated_file(translation: Translation, place: str) -> str:
    """A translation's file as problems name it."""
    return f"content/{TRANSLATIONS}/{translation.language}/{place}"
