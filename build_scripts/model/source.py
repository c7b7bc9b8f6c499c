"""A source together with the statistics and bands it gives: one change is one file."""

from decimal import Decimal
from typing import Annotated, Literal, Protocol, Self

from pydantic import Field, model_validator

from .base import (
    Address,
    Date,
    DefinitionRef,
    Grade,
    Headline,
    Id,
    Label,
    Model,
    Number,
    Prose,
    SourceRef,
    UnitRef,
    WordKind,
    Year,
)

NOT_STATED = "not stated"
Basis = Literal["measured", "claimed", "asked", "paid"]


class Amount(Protocol):
    """What has one value, or a lower and an upper end."""

    @property
    def value(self) -> Decimal | None:
        """The one value."""

    @property
    def low(self) -> Decimal | None:
        """The lower end."""

    @property
    def high(self) -> Decimal | None:
        """The upper end."""


def one_figure[A: Amount](amount: A) -> A:
    """Refuse what is neither one value nor a range, or a range upside down."""
    given = [amount.value is not None, amount.low is not None, amount.high is not None]
    if given not in ([True, False, False], [False, True, True]):
        raise ValueError("expected one “value”, or “low” and “high”; write the figure as its source gives it")
    if amount.low is not None and amount.high is not None and amount.low >= amount.high:
        raise ValueError(f"“low” ({amount.low}) is not below “high” ({amount.high}); swap them")
    return amount


class Copy(Model):
    """The copy that was read when the original was not."""

    publisher: Label = Field(description="Who published the copy, as in “as reported by …”.")
    url: Address | None = Field(default=None, description="Its address; leave out for a scraper's copy.")


class Revision(Model):
    """A published figure that was changed: when, what stood there before, and why."""

    date: Date = Field(description="The day the figure was changed.")
    value: Number | None = Field(default=None, description="The figure as it stood before.")
    low: Number | None = Field(default=None, description="Lower end of a range as it stood before.")
    high: Number | None = Field(default=None, description="Upper end of a range as it stood before.")
    why: Headline = Field(description="Why it was changed, in one sentence.")

    _one_figure = model_validator(mode="after")(one_figure)


class Statistic(Model):
    """One value with its unit, what it measures, whom and when, in the words of its source."""

    id: Id = Field(description="Unique in the whole guide; its permalink.")
    value: Number | None = Field(default=None, description="The figure as its source gives it.")
    low: Number | None = Field(default=None, description="Lower end of a range, instead of `value`.")
    high: Number | None = Field(default=None, description="Upper end of a range, instead of `value`.")
    unit: UnitRef
    measures: Label = Field(description="What was measured: numerator, denominator, aggregate.")
    definition: DefinitionRef = Field(
        description="A definition named in guide.yml; only equal definitions may be compared."
    )
    basis: Basis = Field(default="measured", description="Measured and paid are drawn solid; claimed and asked hollow.")
    aggregate: Literal["mean", "median", "share", "total", "range", "other", "not stated"] = Field(
        default="not stated", description="How single observations were summed up."
    )
    population: Label = Field(description="Who or what was counted; “not stated” when the source doesn't say.")
    period: Label = Field(description="When; “not stated” when the source doesn't say.")
    grade: Grade | None = Field(default=None, description="Only when it differs from the source's grade.")
    facets: dict[str, Label] = Field(default_factory=dict, description="Filters of the statistics page, by facet id.")
    note: Prose | None = Field(default=None, description="What it does not show, or how to read it.")
    superseded_by: Annotated[Id, WordKind("newer statistic")] | None = Field(
        default=None, description="The newer statistic."
    )

    revisions: list[Revision] = Field(
        default_factory=list, description="Its changes since it was first published; shown beside it and in the feed."
    )

    _one_figure = model_validator(mode="after")(one_figure)

    @property
    def when(self) -> str:
        """The period as it is said among other facts, where “not stated” alone would say nothing."""
        return f"period {NOT_STATED}" if self.period == NOT_STATED else self.period


class Segment(Model):
    """One named stretch of a scale: lower end inclusive, upper end exclusive."""

    name: Label
    start: Number = Field(description="Lower end, inclusive.")
    end: Number | None = Field(default=None, description="Upper end, exclusive; leave out when open.")


class Bands(Model):
    """How a source cuts a scale into named stretches; a gap in the source stays a gap."""

    id: Id = Field(description="Unique in the whole guide.")
    unit: UnitRef
    period: Label
    segments: list[Segment] = Field(min_length=1, description="The stretches in their order; a gap stays a gap.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        reached = None
        for segment in self.segments:
            if segment.end is not None and segment.end <= segment.start:
                raise ValueError(f"“{segment.name}” ends before it starts; correct its “start” or “end”")
            if reached is not None and segment.start < reached:
                raise ValueError(f"“{segment.name}” starts inside the stretch before it; a number falls in one only")
            reached = segment.end
        return self


class Source(Model):
    """A document we rely on."""

    producer: Label = Field(description="Who made it: organisation or authors.")
    title: Label
    published: Year
    kind: Literal[
        "peer-reviewed", "survey", "vendor report", "platform documentation", "guideline", "article", "regulation"
    ] = Field(description="What sort of document it is.")
    url: Address | None = Field(default=None, description="A DOI or the publisher's page.")
    opened: bool = Field(default=True, description="False when nobody opened `url`; shown so.")
    read_in: Copy | None = Field(default=None, description="The copy that was read: figures say “as reported by”.")
    accessed: Date = Field(description="The day it was read last, such as 2026-11-23.")
    review_by: Date | None = Field(
        default=None,
        description="By when to read it again; left out, `review_after_months` of guide.yml after `accessed`.",
    )
    grade: Grade
    grade_reason: Label
    limits: Prose | None = Field(default=None, description="What it does not show.")
    see_also: list[SourceRef] = Field(default_factory=list, description="Sources that belong beside it.")
    statistics: list[Statistic] = Field(default_factory=list, description="The figures it gives.")
    bands: list[Bands] = Field(default_factory=list, description="How it cuts scales into named stretches.")

    @model_validator(mode="after")
    def _reviewed_after_it_was_read(self) -> Self:
        if self.review_by is not None and self.review_by < self.accessed:
            raise ValueError("“review_by” is before “accessed”; correct one of them, or leave “review_by” out")
        return self
