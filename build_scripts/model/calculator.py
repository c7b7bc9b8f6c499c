"""The page of a calculator (labels and words, by the ids that Python owns) and what Python says of itself."""

from pydantic import BaseModel, ConfigDict, Field

from .base import Headline, Key, Label, Model, Prose, StatisticRef, TermRef, ValueRef


class InputText(Model):
    """The words of one input."""

    label: Label
    help: Headline | None = Field(default=None, description="A line under the box.")
    unit: Label | None = Field(default=None, description="Shown inside the box, such as “US dollars”.")
    term: TermRef | None = Field(default=None, description="What explains it: a tip beside the label.")
    default: ValueRef | None = Field(default=None, description="A sourced statistic in place of the example's value.")


class ResultText(Model):
    """The words of one result; Python's own are used where this is silent."""

    label: Label
    text: Headline | None = Field(default=None, description="A line beside the result.")
    term: TermRef | None = Field(default=None, description="What explains it: a tip beside the label.")


class ExampleText(Model):
    """The words of one of the module's examples."""

    label: Label
    note: Headline


class Group(Model):
    """Inputs that belong together on the page."""

    title: Label
    inputs: list[str] = Field(min_length=1, description="Names of inputs.")
    more: bool = Field(default=False, description="Folded until asked for.")


class CalculatorPage(Model):
    """Everything an editor may say about a calculator."""

    title: Headline
    nav_title: Label
    summary: Prose
    order: int = Field(default=100, description="Its place among the calculators; smaller comes first.")
    inputs: dict[str, InputText] = Field(description="The words of each input, by the module's name.")
    results: dict[str, ResultText] = Field(default_factory=dict, description="The words of results.")
    answer: list[str] = Field(min_length=1, description="Results that may be the large answer: the first defined one.")
    beside: list[str] = Field(default_factory=list, description="Results in the cells under the answer.")
    groups: list[Group] = Field(default_factory=list, description="Inputs under headings of their own.")
    row_name: Label = Field(default="Row", description="What one row of the table is, such as “Post”.")
    rows_label: Label = Field(default="Several", description="The mode with a table.")
    single_label: Label = Field(default="One", description="The mode with fields alone.")
    columns: list[str] = Field(default_factory=list, description="Columns shown at once; the others on request.")
    examples: dict[Key, ExampleText] = Field(description="The words of the module's examples.")
    limits: Prose = Field(description="What it can't tell.")
    benchmarks: list[StatisticRef] = Field(
        default_factory=list, description="Published figures of the first answer’s definition."
    )


type Number = float | int | None


class _Described(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldSpec(_Described):
    """One input or column, as Python describes it."""

    name: str
    word: str
    unit: str
    minimum: float | None
    maximum: float | None
    whole: bool
    costly: bool
    choices: list[str]
    longest: int | None


class ResultSpec(_Described):
    """One result, as Python describes it."""

    name: str
    unit: str
    digits: int
    text: str
    undefined: str
    many: bool
    along: str
    texts: list[str] = Field(default_factory=list)


class Said(_Described):
    """A sentence as a template with what is put into it, by the names in its braces."""

    text: str
    values: dict[str, "Put"] = Field(default_factory=dict)


type Put = float | int | str | Said | list[float | int | str | Said] | None


class ProblemSpec(_Described):
    """One refusal or note, as Python words it."""

    code: str
    level: str
    field: str | None
    row: int | None
    values: dict[str, float | int | str | None]
    text: str
    said: Said


class StripSpec(_Described):
    """Numbers of rows on an axis from zero, as Python places them: shares of the axis.

    Attributes:
        stem: What the results it shows are called, without their last word.
        ticks: Value and place of each label.
        digits: Decimals of the labels.
        dots: Row number, place and level of each number.
        marks: Places of median, mean and the median's interval; None beyond the axis.
    """

    stem: str
    ticks: list[tuple[float, float]]
    digits: int
    dots: list[tuple[int, float, int]]
    marks: dict[str, float | None]


class SlopeSpec(_Described):
    """A line through zero on two equal axes, as Python places it: shares of an axis.

    Attributes:
        x: The result across.
        y: The result upwards.
        ratio: The result that says how steep the line is.
        ticks: Value and place of each label, on both axes.
        digits: Decimals of the labels.
        line: Where the line leaves the plot.
        point: Where the two results stand.
    """

    x: str
    y: str
    ratio: str
    ticks: list[tuple[float, float]]
    digits: int
    line: tuple[float, float]
    point: tuple[float, float]


class ExampleSpec(_Described):
    """One worked example with its answer, computed by the module itself."""

    id: str
    inputs: dict[str, float | int | str | None]
    rows: list[dict[str, float | int | str | None]]
    results: dict[str, float | int | str | list[float | None] | list[str] | None]
    problems: list[ProblemSpec]
    workings: dict[str, list[str | tuple[float, str, int]]] = Field(default_factory=dict)
    strip: StripSpec | None = None
    slope: SlopeSpec | None = None

    @property
    def numbers(self) -> dict[str, Number | list[Number]]:
        """Every input and result that is a number or a list of them, by its name."""
        found: dict[str, Number | list[Number]] = {}
        for name, value in (*self.inputs.items(), *self.results.items()):
            if isinstance(value, list):
                numbers = [each for each in value if not isinstance(each, str)]
                found |= {name: list(numbers)} if len(numbers) == len(value) else {}
            elif not isinstance(value, str):
                found[name] = value
        return found


class CalculatorSpec(_Described):
    """What the registry says of one calculator."""

    id: str
    doc: str
    inputs: list[FieldSpec]
    columns: list[FieldSpec]
    results: list[ResultSpec]
    strips: bool = False
    slopes: bool = False
    examples: list[ExampleSpec]
