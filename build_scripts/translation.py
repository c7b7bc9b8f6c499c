"""A guide's calculators in another language: the same guide, said with other words."""

from dataclasses import replace
from typing import Any

from .model.calculator import CalculatorPage, CalculatorSpec, ExampleSpec
from .model.guide import Guide
from .number_format import NumberFormat
from .words import Words, Write, paragraphs

TEXTS = {"title", "nav_title", "summary", "label", "help", "unit", "text", "note", "row_name", "rows_label"}
TEXTS |= {"single_label", "limits"}
"""What an editor writes of a calculator, by the fields' names."""


def translated(guide: Guide, words: Words) -> Guide:
    """The guide with its calculators in the language of `words`; everything else stays as it is."""
    settings = guide.settings.model_copy(update={"language": words.language})
    numbers = NumberFormat(settings)
    pages = {id_: _page(page, words) for id_, page in guide.pages.items()}

    def write(number: float) -> str:
        return numbers.text(number, "count")

    specs = {id_: _spec(spec, words, write) for id_, spec in guide.calculators.items()}
    versions = frozenset(f"calculator:{id_}" for id_ in pages)
    said = replace(guide, settings=settings, pages=pages, calculators=specs, words=words, versions=versions)
    return replace(said, original=guide.written_in)


def page_texts(page: CalculatorPage) -> list[str]:
    """Every text of a calculator's page, paragraph by paragraph."""
    return [paragraph for text in _texts(page.model_dump()) for paragraph in paragraphs(text)]


def spec_texts(spec: CalculatorSpec) -> list[str]:
    """Every text that Python has ready for a calculator; its sentences come with the answers."""
    return [text for each in spec.results for text in (each.text, each.undefined)] + words_of(spec)


def words_of(spec: CalculatorSpec) -> list[str]:
    """What a calculator's answers may be made of besides its sentences: names of fields, choices, texts as results."""
    fields = [*spec.inputs, *spec.columns]
    texts = [text for each in spec.results for text in each.texts]
    return [*(each.word for each in fields), *(choice for each in fields for choice in each.choices), *texts]


def _page(page: CalculatorPage, words: Words) -> CalculatorPage:
    return CalculatorPage.model_validate(_put(page.model_dump(), words))


def _texts(value: Any, key: str = "") -> list[str]:  # noqa: ANN401 - any part of a dumped model
    if isinstance(value, dict):
        return [text for name, each in value.items() for text in _texts(each, name)]
    if isinstance(value, list):
        return [text for each in value if isinstance(each, dict) for text in _texts(each)]
    return [value] if isinstance(value, str) and key in TEXTS else []


def _put(value: Any, words: Words, key: str = "") -> Any:  # noqa: ANN401 - any part of a dumped model
    if isinstance(value, dict):
        return {name: _put(each, words, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_put(each, words) for each in value]
    return words.prose(value) if isinstance(value, str) and key in TEXTS else value


def _spec(spec: CalculatorSpec, words: Words, write: Write) -> CalculatorSpec:
    results = [
        each.model_copy(update={"text": words.say(each.text), "undefined": words.say(each.undefined)})
        for each in spec.results
    ]
    examples = [_example(each, words, write) for each in spec.examples]
    return spec.model_copy(update={"results": results, "examples": examples})


def _example(example: ExampleSpec, words: Words, write: Write) -> ExampleSpec:
    problems = [each.model_copy(update={"text": words.said(each.said, write)}) for each in example.problems]
    return example.model_copy(update={"problems": problems})
