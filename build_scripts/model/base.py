"""The base of every content model and the kinds of text an editor may write."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema


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


@dataclass(frozen=True)
class ReferenceKind:
    """What the id in a field refers to."""

    to: Literal["value", "source", "section", "claim", "calculator", "bands", "figure", "statistic"]


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("expected a number")
    return Decimal(value)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lowercase words joined by hyphens."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number exactly as the editor wrote it: 3.70 keeps its zero."""

Label = Annotated[str, StringConstraints(min_length=1), TextKind(markdown=False, cites=False)]
"""Plain text: no Markdown, no references."""

Headline = Annotated[str, StringConstraints(min_length=1), TextKind(markdown=True, cites=False)]
"""One line; references show their value without a citation mark."""

Prose = Annotated[str, StringConstraints(min_length=1), TextKind(markdown=True, cites=True)]
"""Paragraphs separated by an empty line; references show value and citation mark."""

ValueRef = Annotated[str, ReferenceKind("value"), StringConstraints(min_length=1)]
"""A statistic's id, ``calculator.example.field``, or two of them joined by `` / `` or `` - ``."""

SourceRef = Annotated[str, ReferenceKind("source")]
StatisticRef = Annotated[str, ReferenceKind("statistic")]
SectionRef = Annotated[str, ReferenceKind("section")]
ClaimRef = Annotated[str, ReferenceKind("claim")]
CalculatorRef = Annotated[str, ReferenceKind("calculator")]
BandsRef = Annotated[str, ReferenceKind("bands")]
FigureRef = Annotated[str, ReferenceKind("figure")]
"""``section-id/figure-id``."""

Grade = Literal["A", "B", "C"]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Year = Annotated[str, Field(description="A year, a date, a span such as 2015–22, or “not stated”.")]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]
