"""A calculator's form and its default answer, as the template shows them."""

import json
from dataclasses import dataclass

from markupsafe import Markup

from .composer import Composer
from .model.calculator import CalculatorPage, CalculatorSpec, ExampleSpec, FieldSpec, ResultSpec
from .model.section import CalculatorBlock
from .values import Values


@dataclass(frozen=True)
class FieldView:
    """One field of the form; `shared` fields stand beside the table as well."""

    name: str
    id: str
    label: str
    help: Markup
    unit: str
    text: str
    shared: bool


@dataclass(frozen=True)
class GroupView:
    """Fields that belong together."""

    title: str
    more: bool
    fields: list[FieldView]


@dataclass(frozen=True)
class ColumnView:
    """One column of the table."""

    name: str
    label: str
    shown: bool


@dataclass(frozen=True)
class ResultView:
    """One result with the default answer; `text` names its definition."""

    name: str
    unit: str
    digits: int
    label: str
    text: str
    undefined: str
    many: bool
    shown: str
    defined: bool


@dataclass(frozen=True)
class CalculatorView:
    """Everything the form shows before any script runs."""

    id: str
    page: CalculatorPage
    groups: list[GroupView]
    columns: list[ColumnView]
    rows: list[list[str]]
    row_results: list[str]
    results: list[ResultView]
    answer: ResultView
    beside: list[ResultView]
    notes: list[str]
    examples: list[tuple[str, str]]
    data: str


def form(id_: str, composer: Composer) -> Markup:
    """The working form."""
    return composer.render("blocks/calculator_form.html.jinja", view=view(id_, composer))


def invitation(block: CalculatorBlock, composer: Composer) -> Markup:
    """A way from a section to a calculator, with its example's answer."""
    return composer.render(
        "blocks/invitation.html.jinja", text=block.text, id=block.calculator, view=view(block.calculator, composer)
    )


def teaser(id_: str, composer: Composer) -> Markup:
    """The calculator on the home page: the whole form."""
    return form(id_, composer)


def view(id_: str, composer: Composer) -> CalculatorView:
    """The form with the first example's numbers and the answer that Python gave at build."""
    spec, page, values = composer.guide.calculators[id_], composer.guide.pages[id_], composer.values
    example = spec.examples[0]
    results = [_result(each, page, example, values) for each in spec.results]
    by_name = {each.name: each for each in results}
    rate = next((each for each in spec.results if each.many and isinstance(example.results[each.name], list)), None)
    return CalculatorView(
        id=id_,
        page=page,
        groups=_groups(id_, page, spec, example, composer),
        columns=[_column(each, page) for each in spec.columns],
        rows=[[_typed(row.get(each.name), each.unit, values) for each in spec.columns] for row in example.rows],
        row_results=_row_results(rate, example, values),
        results=results,
        answer=next((by_name[name] for name in page.answer if by_name[name].defined), by_name[page.answer[0]]),
        beside=[by_name[name] for name in page.beside],
        notes=[problem.text for problem in example.problems],
        examples=[(each.id, page.examples[each.id].label) for each in spec.examples],
        data=json.dumps({each.id: _example_texts(each, spec, values) for each in spec.examples}, ensure_ascii=False),
    )


def _groups(
    id_: str, page: CalculatorPage, spec: CalculatorSpec, example: ExampleSpec, composer: Composer
) -> list[GroupView]:
    fields = {each.name: _field(id_, each, page, spec, example, composer) for each in spec.inputs}
    grouped = {name for group in page.groups for name in group.inputs}
    rest = [field for name, field in fields.items() if name not in grouped]
    first = [GroupView("", False, rest)] if rest else []
    named = [GroupView(each.title, each.more, [fields[name] for name in each.inputs]) for each in page.groups]
    return [*first, *named]


def _field(
    id_: str, field: FieldSpec, page: CalculatorPage, spec: CalculatorSpec, example: ExampleSpec, composer: Composer
) -> FieldView:
    words = page.inputs[field.name]
    number: float | int | None = example.inputs.get(field.name)
    if words.default:
        number = float(composer.values.resolve(words.default).number)
    return FieldView(
        name=field.name,
        id=f"{id_}-{field.name.replace('_', '-')}",
        label=words.label,
        help=composer.writer.headline(words.help) if words.help else Markup(""),
        unit=words.unit or "",
        text=_typed(number, field.unit, composer.values),
        shared=not spec.columns or field.name in example.inputs,
    )


def _column(field: FieldSpec, page: CalculatorPage) -> ColumnView:
    shown = not page.columns or field.name in page.columns
    return ColumnView(field.name, page.inputs[field.name].label, shown)


def _result(spec: ResultSpec, page: CalculatorPage, example: ExampleSpec, values: Values) -> ResultView:
    words = page.results.get(spec.name)
    found = example.results[spec.name]
    single = found if isinstance(found, int | float) else None
    return ResultView(
        name=spec.name,
        unit=spec.unit,
        digits=spec.digits,
        label=words.label if words else spec.text[0].upper() + spec.text[1:],
        text=words.text if words and words.text else spec.text,
        undefined=spec.undefined,
        many=spec.many,
        shown="" if single is None else values.format(single, spec.unit, spec.digits),
        defined=single is not None,
    )


def _row_results(rate: ResultSpec | None, example: ExampleSpec, values: Values) -> list[str]:
    found = example.results[rate.name] if rate else None
    if rate is None or not isinstance(found, list):
        return []
    return ["" if each is None else values.format(each, rate.unit, rate.digits) for each in found]


def _typed(number: float | int | None, unit: str, values: Values) -> str:
    """A number as one would type it: grouped, without its unit."""
    if number is None:
        return ""
    if unit == "ratio":
        return values.format(number, "ratio", 2)
    digits = 0 if float(number).is_integer() else len(repr(float(number)).partition(".")[2])
    return values.format(number, "count", digits)


def _example_texts(example: ExampleSpec, spec: CalculatorSpec, values: Values) -> dict[str, object]:
    return {
        "inputs": {each.name: _typed(example.inputs.get(each.name), each.unit, values) for each in spec.inputs},
        "rows": [{c.name: _typed(row.get(c.name), c.unit, values) for c in spec.columns} for row in example.rows],
    }
