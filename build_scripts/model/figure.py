"""The infographic's vocabulary: one model a kind of figure, all of one shape."""

from typing import Annotated, Literal

from pydantic import Field

from .base import BandsRef, Headline, Id, Label, Model, Number, Prose, ValueRef

Scale = Annotated[Literal["linear", "log"], Field(description="Logarithmic where values are many times apart.")]
Ink = Annotated[
    Literal["blue", "red", "ink"], Field(description="Blue is measured, red is claimed or asked, ink the rest.")
]


class Ledger(Model):
    """Shorter words for the ledger line; what is left out is taken from the statistics shown."""

    measure: Label | None = Field(default=None, description="What was measured.")
    population: Label | None = Field(default=None, description="Who was counted.")
    period: Label | None = Field(default=None, description="When.")
    grade: Label | None = Field(default=None, description="Words beside the grade boxes, or why there is none.")
    source: Prose | None = Field(default=None, description="In place of the sources' names.")


class Figure(Model):
    """What every figure carries: the message, the measure, the ledger line."""

    id: Id = Field(description="Unique in its section; part of the permalink.")
    title: Headline = Field(description="The finding as a sentence.")
    subtitle: Headline | None = Field(default=None, description="Measure, place, period.")
    note: Prose | None = Field(default=None, description="One or two sentences under the picture.")
    mixes: Headline | None = Field(
        default=None, description="Required when statistics of different definitions share the picture: says so."
    )
    ledger: Ledger = Field(default_factory=Ledger)


class BigNumber(Figure):
    """One number, very large."""

    kind: Literal["big-number"]
    value: ValueRef
    label: Headline


class PictogramGrid(Model):
    """One grid of people (or dots): how many of a hundred."""

    value: ValueRef
    label: Headline
    ink: Ink = "ink"


class Pictogram(Figure):
    """Grids of 100 side by side, filled by rows."""

    kind: Literal["pictogram"]
    grids: list[PictogramGrid] = Field(min_length=1, max_length=3, description="One share of a hundred each.")
    remainder: Label = Field(description="What the outlined rest stands for.")


class BandRow(Model):
    """One source's way to cut the scale."""

    bands: BandsRef
    label: Label


class BandsFigure(Figure):
    """Named stretches of one scale, a row a source, with an example on all of them."""

    kind: Literal["bands"]
    rows: list[BandRow] = Field(min_length=1, description="One source a row.")
    highlight: Label = Field(description="The name that is filled.")
    example: Number = Field(description="Where the line through all rows stands.")
    example_label: Label


class RangeRow(Model):
    """One row: a value, a range, or a median with its mean."""

    value: ValueRef
    mean: ValueRef | None = Field(default=None, description="A mean shown beside the value, hollow.")
    label: Label
    detail: Label | None = Field(default=None, description="Smaller words under the label.")


class RangeGroup(Model):
    """Rows that share one basis, such as asked or paid."""

    label: Label
    ink: Ink
    rows: list[RangeRow] = Field(min_length=1, description="One value or range a row.")


class Ranges(Figure):
    """Ranges and dots in groups on one scale."""

    kind: Literal["ranges"]
    groups: list[RangeGroup] = Field(min_length=1, description="Rows by their basis.")
    scale: Scale = "linear"


class DotRow(Model):
    """Two readings of one thing."""

    label: Label
    first: ValueRef
    second: ValueRef


class Dots(Figure):
    """Two definitions side by side: hollow diamond and solid dot, with how many times they are apart."""

    kind: Literal["dots"]
    rows: list[DotRow] = Field(min_length=1, description="One thing a row, read twice.")
    first_label: Label
    second_label: Label
    scale: Scale = "linear"


class BarRow(Model):
    """One bar."""

    label: Label
    value: ValueRef
    detail: Label | None = Field(default=None, description="Smaller words under the label.")
    ink: Ink = "ink"


class Bars(Figure):
    """Bars from zero."""

    kind: Literal["bars"]
    rows: list[BarRow] = Field(min_length=1, description="One bar a row.")


class StripRow(Model):
    """One strip of observations out of a calculator's example."""

    values: ValueRef = Field(description="A result with one value an observation.")
    median: ValueRef
    mean: ValueRef
    label: Label
    detail: Headline | None = Field(default=None, description="Smaller words under the label.")


class StripPlot(Figure):
    """One dot an observation, with median and mean."""

    kind: Literal["strip-plot"]
    rows: list[StripRow] = Field(min_length=1, description="One strip a row.")
    far: Label = Field(default="the far one", description="What an observation far from the rest is called.")


class SlopePoint(Model):
    """One reading of both sides."""

    x: ValueRef
    y: ValueRef
    label: Label
    hollow: bool = Field(default=False, description="Drawn hollow: claimed or asked.")


class Slope(Figure):
    """The break-even line between two sizes, with readings on either side of it."""

    kind: Literal["slope"]
    x_size: ValueRef
    y_size: ValueRef
    x_label: Label
    y_label: Label
    x_wins: Headline
    y_wins: Headline
    points: list[SlopePoint] = Field(min_length=1, description="Readings on either side of the line.")


class Part(Model):
    """One part of a whole."""

    value: ValueRef
    label: Label


class StackedBar(Figure):
    """Parts of one whole on one bar."""

    kind: Literal["stacked-bar"]
    parts: list[Part] = Field(min_length=2, max_length=6, description="They add up to the whole.")


class CrowdRow(Model):
    """A crowd of dots, some of them filled."""

    label: Label
    size: ValueRef
    size_label: Label | None = Field(default=None, description="Who they are, after the size, such as “inhabitants”.")
    filled: ValueRef
    filled_label: Label
    outlined: ValueRef | None = Field(default=None, description="A second number, drawn as an outline.")
    outlined_label: Headline | None = Field(default=None, description="What the outline stands for.")


class Crowd(Figure):
    """Crowds whose areas are true to their sizes; filled dots are those who reacted."""

    kind: Literal["crowd"]
    rows: list[CrowdRow] = Field(min_length=1, max_length=2, description="One crowd a row.")
    per_dot: int = Field(ge=1, description="How many people one dot stands for.")


class Step(Model):
    """One step and what to tick off in it."""

    title: Label
    items: list[Headline] = Field(min_length=1, description="What to tick off.")


class Steps(Figure):
    """An order of work: an ink line, a dot a step."""

    kind: Literal["steps"]
    steps: list[Step] = Field(min_length=2, max_length=7, description="In their order.")


AnyFigure = Annotated[
    BigNumber | Pictogram | BandsFigure | Ranges | Dots | Bars | StripPlot | Slope | StackedBar | Crowd | Steps,
    Field(discriminator="kind"),
]
