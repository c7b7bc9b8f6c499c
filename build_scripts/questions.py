"""Questions to put to a calculator: a grid over its fields' limits, its examples, and typed texts at random.

Always the same ones for the same calculator and seed, so that a proof can be repeated.
"""

import json
import random
from collections.abc import Iterator
from itertools import product

from .model.calculator import CalculatorSpec, ExampleSpec, FieldSpec

LANGUAGES = ("en", "de", "fr", "de-CH", "pt", "hi")
PIECES = ["1", "12", "125", "500", "000", "Mio.", "1,234", "0.5", *"0,. \u202f’kM$€-−%x"]
NUMBERS = {"ratio": ("0.4%", "3%", "33.3%"), "money": ("0.07", "350", "12,500.55"), "count": ("1", "640", "50k")}
WORDS = ("A", "B", "S1;S2", "S1=6000; S2=9000")
FEWEST_FILLED = 0.7
"""Most fields hold a number in a random question, or hardly any would be answered."""

Question = dict[str, object]


def questions(spec: CalculatorSpec, *, grid: int = 150, typed: int = 150, seed: int = 1) -> list[str]:
    """Questions as JSON texts, as the page puts them.

    Args:
        spec: What the calculator says of itself.
        grid: How many combinations of usual and extreme values, at most.
        typed: How many made of texts at random.
        seed: Another one gives other questions.
    """
    dice = random.Random(f"{spec.id} {seed}")
    asked = [*_examples(spec), *_grid(spec, grid, dice), *(_typed(spec, dice) for _ in range(typed))]
    return [json.dumps(question) for question in asked]


def _examples(spec: CalculatorSpec) -> Iterator[Question]:
    for example in spec.examples:
        yield _question(spec, _texts(spec.inputs, example.inputs), _rows(spec, example), "en")
    yield _question(spec, {}, [], "en")


def _grid(spec: CalculatorSpec, most: int, dice: random.Random) -> Iterator[Question]:
    """Single fields over all their values first, then whole forms and tables."""
    for field in spec.inputs:
        for text, language in product(_values(field), LANGUAGES[:2]):
            yield _question(spec, {field.name: text}, [], language)
    for _ in range(most):
        rows = [_filled(spec.columns, dice) for _ in range(dice.randint(0, 8))] if spec.columns else []
        yield _question(spec, _filled(spec.inputs, dice), rows, "en")


def _typed(spec: CalculatorSpec, dice: random.Random) -> Question:
    texts = {field.name: "".join(dice.choices(PIECES, k=dice.randint(0, 5))) for field in spec.inputs}
    rows = [_filled(spec.columns, dice) for _ in range(dice.randint(0, 3))] if spec.columns else []
    return _question(spec, texts, rows, dice.choice(LANGUAGES))


def _filled(fields: list[FieldSpec], dice: random.Random) -> dict[str, str]:
    return {field.name: dice.choice(_values(field)) for field in fields if dice.random() < FEWEST_FILLED}


def _values(field: FieldSpec) -> list[str]:
    """Empty, nought, usual ones, both limits, and a step beyond each; of texts their choices, or short ones."""
    if field.unit == "text":
        return ["", *(field.choices or WORDS), "Who else?"]
    if field.costly:
        return ["", "-1", str(field.minimum), str((field.minimum or 0) + 20)]
    limits = [
        each for limit in (field.minimum, field.maximum) if limit is not None for each in (limit, limit - 1, limit + 1)
    ]
    return ["", "0", *NUMBERS[field.unit], *(_text(field, limit) for limit in limits)]


def _texts(fields: list[FieldSpec], values: dict[str, float | int | str | None]) -> dict[str, str]:
    known = {field.name: field for field in fields}
    return {name: _text(known[name], value) for name, value in values.items() if value is not None}


def _rows(spec: CalculatorSpec, example: ExampleSpec) -> list[dict[str, str]]:
    return [_texts(spec.columns, row) for row in example.rows]


def _text(field: FieldSpec, value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value * 100:.12g}%" if field.unit == "ratio" else f"{value:.15g}"


def _question(spec: CalculatorSpec, texts: dict[str, str], rows: list[dict[str, str]], language: str) -> Question:
    return {"calculator": spec.id, "texts": texts, "rows": rows, "language": language}
