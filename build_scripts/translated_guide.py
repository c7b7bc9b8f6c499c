"""A guide in another language: its texts said with the words of a translation, numbers and references stay."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from .model.guide import Guide
from .model.translation import Translation
from .translatable import model_at, sections_of, texts, translatable
from .translation import translated
from .words import Words, paragraphs
from .yaml_error import Path_


def guide_in(guide: Guide, language: str) -> Guide:
    """The guide as one of its further languages says it: all that is translated, or its calculators alone."""
    if language in guide.translations:
        return translated_guide(guide, guide.translations[language])
    return translated(guide, guide.languages[language])


def translated_guide(guide: Guide, translation: Translation) -> Guide:
    """The guide as a translation says it; what isn't translated is said as in the original and noted in `left`."""
    interface = guide.languages.get(translation.language, Words(translation.language, {}))
    words = Words(interface.language, {**interface.texts, **translation.texts}, interface.lines)
    wanted = translatable(guide, translation)
    said = {place: _said(model, words) for place in wanted if (model := model_at(guide, place))}
    calculators = {f"calculator:{id_}" for id_ in guide.pages} if translation.language in guide.languages else set()
    return replace(
        translated(guide, words),
        settings=_in(words, said.get("guide.yml", guide.settings)),
        sections=_put(guide.sections, "sections", said),
        claims=_put(guide.claims, "claims", said),
        sources=_put(guide.sources, "sources", said),
        versions=frozenset({f"section:{id_}" for id_ in sections_of(guide, translation)} | calculators),
        left=frozenset(each.text for parts in wanted.values() for each in parts if each.text not in words.texts),
    )


def _in(words: Words, settings: Any) -> Any:  # noqa: ANN401 - the settings as they came
    return settings.model_copy(update={"language": words.language})


def _put[M: BaseModel](models: Mapping[str, M], folder: str, said: Mapping[str, Any]) -> dict[str, M]:
    return {id_: said.get(f"{folder}/{id_}.yml", model) for id_, model in models.items()}


def _said[M: BaseModel](model: M, words: Words) -> M:
    """A file with each text that has a translation in its place."""
    data = model.model_dump()
    for each in texts(model):
        if any(part in words.texts for part in paragraphs(each.text)):
            _set(data, each.path, words.prose(each.text))
    return type(model).model_validate(data)


def _set(data: Any, path: Path_, text: str) -> None:  # noqa: ANN401 - any part of a dumped model
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = text
