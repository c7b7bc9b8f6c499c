"""The base of every content model and the kinds of text an editor may write."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
ADDRESS = r"^https://[^\s]+$"
SOME_TEXT = r"\S"
"""At least one character that is seen."""


class Model(BaseModel):
    """One piece of content: unknown keys refused, values never coerced, nothing changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


@dataclass(frozen=True)
class TextKind:
    """How a text field is read.

    ``markdown``: inline Markdown, links, references and citations.
    ``cites``: whether a reference also shows its citation mark (headlines don't).
    """

    markdown: bool
    cites: bool


REFERS_TO = "x-refers-to"
"""The keyword under which a schema under construction says what a field names; no finished schema has it."""


class _Marked:
    """A mark that its field's schema shows while schemas are made."""

    to: str

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), REFERS_TO: self.to}


@dataclass(frozen=True)
class ReferenceKind(_Marked):
    """What the id in a field refers to."""

    to: Literal["value", "source", "section", "claim", "calculator", "bands", "figure", "statistic", "term"]


@dataclass(frozen=True)
class WordKind(_Marked):
    """A word of guide.yml, or an id that one rule of its own checks; code editors offer those there are."""

    to: Literal["unit", "definition", "newer statistic"]


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("expected a number")
    return Decimal(value)


def _day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"there is no day {value}; correct it") from None
    return value


Key = Annotated[str, StringConstraints(pattern=ID)]
"""An id before the colon."""

Id = Annotated[Key, Field(description="Lowercase words joined by hyphens.", examples=["some-id"])]
"""Lowercase words joined by hyphens."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number exactly as the editor wrote it: 3.70 keeps its zero."""

_SomeText = StringConstraints(min_length=1, pattern=SOME_TEXT)

Label = Annotated[
    str,
    _SomeText,
    TextKind(markdown=False, cites=False),
    Field(description="Plain text.", examples=["A few plain words"]),
]
"""Plain text: no Markdown, no references."""

Headline = Annotated[
    str,
    _SomeText,
    TextKind(markdown=True, cites=False),
    Field(
        description="One line of inline Markdown; [=statistic-id] shows a value.",
        examples=["Most people ([=statistic-id]) do *one* thing."],
    ),
]
"""One line; references show their value without a citation mark."""

Prose = Annotated[
    str,
    _SomeText,
    TextKind(markdown=True, cites=True),
    Field(
        description="Paragraphs of inline Markdown; [=statistic-id] shows a value and cites it, [@source-id] cites.",
        examples=["It was [=statistic-id] in one survey. Nobody says why [@source-id]."],
    ),
]
"""Paragraphs separated by an empty line; references show value and citation mark."""

ValueRef = Annotated[
    str,
    ReferenceKind("value"),
    _SomeText,
    Field(
        description="A statistic's id, calculator.example.field, or two of them joined by “ / ” or “ - ”.",
        examples=["statistic-id", "calculator.example.field", "statistic-id / other-id"],
    ),
]
"""A statistic's id, ``calculator.example.field``, or two of them joined by `` / `` or `` - ``."""

SourceRef = Annotated[str, ReferenceKind("source"), Field(description="The name of a file in sources, without .yml.")]
StatisticRef = Annotated[str, ReferenceKind("statistic"), Field(description="A statistic's id.")]
SectionRef = Annotated[
    str, ReferenceKind("section"), Field(description="The name of a file in sections, without .yml.")
]
ClaimRef = Annotated[str, ReferenceKind("claim"), Field(description="The name of a file in claims, without .yml.")]
CalculatorRef = Annotated[
    str, ReferenceKind("calculator"), Field(description="The name of a file in calculators, without .yml.")
]
BandsRef = Annotated[str, ReferenceKind("bands"), Field(description="The id of a source's bands.")]
TermRef = Annotated[str, ReferenceKind("term"), Field(description="A term of guide.yml's glossary.")]
FigureRef = Annotated[
    str, ReferenceKind("figure"), Field(description="A figure of a section.", examples=["section-id/figure-id"])
]
"""``section-id/figure-id``."""

Grade = Annotated[
    Literal["A", "B", "C"],
    Field(description="How far it can be checked: A method public, B partly, C second-hand or old."),
]
UnitRef = Annotated[Id, WordKind("unit"), Field(description="A unit named in guide.yml.")]
DefinitionRef = Annotated[Id, WordKind("definition"), Field(description="A definition named in guide.yml.")]
Date = Annotated[
    str,
    StringConstraints(pattern=DATE),
    AfterValidator(_day),
    Field(description="Year-month-day.", examples=["2026-11-23"]),
]
Year = Annotated[
    str,
    _SomeText,
    Field(description="A year, a date, a span, or “not stated”.", examples=["2026", "2015–22", "not stated"]),
]
Address = Annotated[
    str,
    StringConstraints(pattern=ADDRESS),
    Field(description="An address that starts with https://.", examples=["https://doi.org/10.1000/182"]),
]
