"""What a reader can enter: fields, the table's columns and rows, and the worked examples as typed texts."""

from dataclasses import dataclass

from babel import Locale
from babel.numbers import get_currency_name
from markupsafe import Markup, escape

from .composer import Composer
from .model.calculator import CalculatorPage, CalculatorSpec, ExampleSpec, FieldSpec, InputText
from .model.guide import Guide
from .term_view import TermView, term_view
from .values import Values

GUARD = 1e12
"""From here on a maximum is a guard against slips, said only when it is passed."""

LONGEST_NUMBER = 40
"""Letters that a number may take, with its marks and spaces."""
MOST_IN_A_LINE = 120

type Entry = float | int | str | None


@dataclass(frozen=True)
class FieldView:
    """One field. A `shared` one stands beside the table as well; `usual` limits are only read aloud."""

    name: str
    id: str
    label: str
    tip: TermView | None
    help: Markup
    limits: str
    usual: bool
    unit: str
    text: str
    shared: bool
    hidden: bool
    is_text: bool
    is_money: bool
    choices: list[str]
    longest: int

    @property
    def is_long(self) -> bool:
        """Whether it is a text of several lines."""
        return self.longest > MOST_IN_A_LINE


@dataclass(frozen=True)
class GroupView:
    """Fields that belong together, in their order; folded until asked for when there is `more`."""

    title: str
    more: bool
    fields: list[FieldView]

    @property
    def hidden(self) -> bool:
        """Whether the page's first mode shows none of them."""
        return all(field.hidden for field in self.fields)


@dataclass(frozen=True)
class ColumnView:
    """One column of the table, shown at once or on request."""

    name: str
    label: str
    shown: bool
    is_text: bool
    choices: list[str]
    longest: int


def group_views(
    id_: str, page: CalculatorPage, spec: CalculatorSpec, example: ExampleSpec, composer: Composer
) -> list[GroupView]:
    """Every input in its group; those of no group come first."""
    shared = {field.name for field in spec.inputs if is_shared(field.name, spec)}
    fields = {each.name: _field(id_, each, page, example, composer, shared=each.name in shared) for each in spec.inputs}
    grouped = {name for group in page.groups for name in group.inputs}
    rest = [field for name, field in fields.items() if name not in grouped]
    named = [GroupView(each.title, each.more, [fields[name] for name in each.inputs]) for each in page.groups]
    return [GroupView("", False, rest), *named] if rest else named


def is_shared(name: str, spec: CalculatorSpec) -> bool:
    """Whether an input says something of all rows: it is no column, or an example has it beside its rows."""
    beside = any(example.rows and example.inputs.get(name) is not None for example in spec.examples)
    return beside or name not in {column.name for column in spec.columns}


def has_modes(spec: CalculatorSpec) -> bool:
    """Whether one may ask with or without the table: some input means something without rows."""
    alone = any(not example.rows for example in spec.examples)
    return bool(spec.columns) and (alone or not all(is_shared(field.name, spec) for field in spec.inputs))


def column_views(page: CalculatorPage, spec: CalculatorSpec) -> list[ColumnView]:
    """The table's columns in Python's order."""
    return [
        ColumnView(
            name=each.name,
            label=page.inputs[each.name].label,
            shown=not page.columns or each.name in page.columns,
            is_text=each.unit == "text",
            choices=each.choices,
            longest=each.longest or LONGEST_NUMBER,
        )
        for each in spec.columns
    ]


def row_texts(rows: list[dict[str, Entry]], spec: CalculatorSpec, values: Values) -> list[list[str]]:
    """Cells as one would type them, one for each column."""
    return [[typed(row.get(each.name), each.unit, values) for each in spec.columns] for row in rows]


def example_texts(example: ExampleSpec, spec: CalculatorSpec, values: Values) -> dict[str, object]:
    """An example as a question that the form can hold: its mode, texts by name and rows of texts by name."""
    rows = [
        {column.name: typed(row.get(column.name), column.unit, values) for column in spec.columns}
        for row in example.rows
    ]
    texts = {each.name: typed(example.inputs.get(each.name), each.unit, values) for each in spec.inputs}
    return {"mode": "rows" if rows else "single", "texts": texts, "rows": rows}


def typed(entry: Entry, unit: str, values: Values) -> str:
    """What one would type: a number grouped, without its unit and with the digits it has; a text as it is."""
    if entry is None or isinstance(entry, str):
        return entry or ""
    if unit == "ratio":
        return values.format(entry, "ratio", _digits(entry * 100))
    return values.format(entry, "count", _digits(entry))


def has_money(spec: CalculatorSpec) -> bool:
    """Whether anything of a calculator is an amount of money."""
    fields, results = [*spec.inputs, *spec.columns], spec.results
    return any(each.unit == "money" for each in fields) or any(each.unit == "money" for each in results)


def currency_name(guide: Guide, code: str | None = None) -> str:
    """A currency as the guide's language calls several of it, such as “US dollars”; its own one by default."""
    return get_currency_name(code or guide.settings.currency, 2, Locale.parse(guide.settings.language, sep="-"))


def limits(field: FieldSpec, composer: Composer) -> str:
    """The numbers that a field takes, in words; a text takes any."""
    if field.unit == "text":
        return ""
    low, high = field.minimum, field.maximum if field.maximum is not None and field.maximum < GUARD else None
    say = composer.guide.words.say
    kind = say("Whole number") if field.whole else say("Percentage") if field.unit == "ratio" else say("Number")
    ends = [typed(each, field.unit, composer.values) for each in (low, high)]
    if low is not None and high is not None:
        return say("{kind} from {low} to {high}.", kind=kind, low=ends[0], high=ends[1])
    if low is not None:
        return say("{kind}, {low} or more.", kind=kind, low=ends[0])
    return say("{kind}, {high} or less.", kind=kind, high=ends[1]) if high is not None else f"{kind}."


def _field(
    id_: str, field: FieldSpec, page: CalculatorPage, example: ExampleSpec, composer: Composer, *, shared: bool
) -> FieldView:
    words, values = page.inputs[field.name], composer.values
    entry: Entry = example.inputs.get(field.name)
    if words.default:
        entry = float(values.resolve(words.default).number)
    return FieldView(
        name=field.name,
        id=f"{id_}-{field.name.replace('_', '-')}",
        label=words.label,
        tip=term_view(words.term, composer),
        help=_help(words, composer),
        limits=limits(field, composer),
        usual=field.minimum == 0 and (field.maximum is None or field.maximum >= GUARD),
        unit=words.unit or (currency_name(composer.guide) if field.unit == "money" else ""),
        text=typed(entry, field.unit, values),
        shared=shared,
        hidden=bool(example.rows) and not shared,
        is_text=field.unit == "text",
        is_money=field.unit == "money",
        choices=field.choices,
        longest=field.longest or LONGEST_NUMBER,
    )


def _help(words: InputText, composer: Composer) -> Markup:
    """The line under a field; a default that is a published figure names its source."""
    parts = [composer.writer.headline(words.help)] if words.help else []
    if words.default:
        given = Markup(escape(composer.guide.words.say("Filled in: {value}, a published figure.", value="{value}")))
        parts.append(given.replace("{value}", composer.writer.inline(f"[={words.default}]")))
    return Markup(" ").join(parts)


def _digits(number: float) -> int:
    return len(repr(round(float(number), 9)).partition(".")[2].rstrip("0"))
