"""Sections of the guide, made of blocks, and claims checked."""

from typing import Annotated, Literal

from pydantic import Field

from .base import CalculatorRef, ClaimRef, Grade, Headline, Id, Label, Model, Prose, SourceRef
from .figure import AnyFigure


class Text(Model):
    """Paragraphs."""

    kind: Literal["text"]
    text: Prose


class Heading(Model):
    """A heading of the page, in its table of contents."""

    kind: Literal["heading"]
    id: Id = Field(description="Unique in its section; part of the heading's address.")
    text: Headline


class ItemList(Model):
    """A list of sentences."""

    kind: Literal["list"]
    items: list[Prose] = Field(min_length=1, description="One or more sentences each.")
    ordered: bool = Field(default=False, description="Whether the items are numbered.")


class Callout(Model):
    """A sentence apart: what to do, what not to do, what is worth knowing."""

    kind: Literal["callout"]
    tone: Literal["do", "dont", "note"] = Field(description="Advice, a warning, or something worth knowing.")
    title: Headline
    text: Prose


class Table(Model):
    """A small table of words; figures belong in statistics."""

    kind: Literal["table"]
    caption: Headline
    columns: list[Label] = Field(min_length=2, description="The headings.")
    rows: list[list[Prose]] = Field(min_length=1, description="One list of cells a row.")


class ClaimBlock(Model):
    """The card of a claim."""

    kind: Literal["claim"]
    claim: ClaimRef


class CalculatorBlock(Model):
    """An invitation to a calculator with its example's answer."""

    kind: Literal["calculator"]
    calculator: CalculatorRef
    text: Prose


Block = Annotated[
    Text | Heading | ItemList | Callout | Table | ClaimBlock | CalculatorBlock | AnyFigure,
    Field(discriminator="kind"),
]


class Section(Model):
    """One part of the guide: one page."""

    title: Headline = Field(description="The advice as a sentence.")
    nav_title: Label
    summary: Prose = Field(description="The lead.")
    blocks: list[Block] = Field(min_length=1, description="What the page is made of, in order.")


Verdict = Annotated[
    Literal["misquoted", "false", "untraceable", "half right", "conditional", "holds"],
    Field(description="What the check found."),
]


class Claim(Model):
    """A well-known claim, what its source measured, and a sentence one may safely print."""

    title: Headline = Field(description="The claim in a few words.")
    verdict: Verdict
    quoted: Headline = Field(description="As it is quoted.")
    short: Headline = Field(description="The finding in one line.")
    measured: Prose = Field(description="What its source measured.")
    safe: Headline = Field(description="A sentence one may safely print.")
    grade: Grade | None = Field(default=None, description="Grade of the evidence; none for arithmetic.")
    grade_reason: Label
    detail: Prose | None = Field(default=None, description="More about the check.")
    sources: list[SourceRef] = Field(default_factory=list, description="Sources beside those cited in the text.")
