"""A calculator's form and its default answer, as the macro shows them."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .addresses import address
from .calculator_along import AlongTable, along_tables
from .calculator_fields import (
    ColumnView,
    GroupView,
    column_views,
    currency_name,
    example_texts,
    group_views,
    has_modes,
    has_money,
    row_texts,
)
from .calculator_published import PublishedView, published_view
from .calculator_results import ResultTable, ResultView, nearest_list, result_tables, result_views
from .calculator_slope import SlopeView, slope_view
from .calculator_strip import StripView, strip_view
from .composer import Composer, environment
from .model.calculator import CalculatorPage, CalculatorSpec, ExampleSpec, ResultSpec
from .model.guide import Guide
from .model.section import CalculatorBlock
from .values import Values
from .words_file import words_file

MANIFEST = "file:assets/python/manifest.json"
SHOWN_NUMBERS = (12500, 12.5)
"""Shown as ways to type a number, in the guide's language."""


@dataclass(frozen=True)
class RowsView:
    """The table of rows; `also` names the columns that hold numbers while they are folded."""

    name: str
    columns: list[ColumnView]
    texts: list[list[str]]
    results: list[str]
    head: str
    lists: str
    also: str

    @property
    def answered(self) -> bool:
        """Whether each row has a result of its own."""
        return bool(json.loads(self.lists))

    @property
    def folded(self) -> list[str]:
        """Labels of the columns shown on request."""
        return [column.label for column in self.columns if not column.shown]


@dataclass(frozen=True)
class CalculatorView:
    """Everything the form shows before any script runs, and what the script needs to go on from there."""

    id: str
    page: CalculatorPage
    language: str
    currency: str
    currencies: list[tuple[str, str]]
    runtime: str
    words: str
    link: str
    data: str
    typing: str
    modes: list[tuple[str, str, bool]]
    groups: list[GroupView]
    rows: RowsView | None
    results: list[ResultView]
    tables: list[ResultTable]
    along: list[AlongTable]
    strip: StripView | None
    slope: SlopeView | None
    published: PublishedView | None
    answer: ResultView
    beside: list[ResultView]
    notes: list[str]
    examples: list[tuple[str, str]]

    @property
    def base(self) -> str:
        """What all ids of the form start with."""
        return f"{self.id}-form"


def form(id_: str, composer: Composer, *, unfolded: bool = True) -> Markup:
    """The working form, its table of results unfolded or not.

    One block of HTML without empty lines, so that Markdown passes it through.
    """
    macros: Any = environment(composer.guide.words).get_template("macros/calculator.html.jinja").module
    html = macros.calculator(view(id_, composer), unfolded)
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def teaser(id_: str, composer: Composer) -> Markup:
    """The calculator on the home page: the whole form, with every result at hand but folded."""
    return form(id_, composer, unfolded=False)


def invitation(block: CalculatorBlock, composer: Composer) -> Markup:
    """A way from a section to a calculator, with its example's answer."""
    return composer.render(
        "blocks/invitation.html.jinja", text=block.text, id=block.calculator, view=view(block.calculator, composer)
    )


def view(id_: str, composer: Composer) -> CalculatorView:
    """The form with the first example's numbers and the answer that Python gave at build."""
    spec, page, values = composer.guide.calculators[id_], composer.guide.pages[id_], composer.values
    example = spec.examples[0]
    results = result_views(page, spec, example, composer)
    by_name = {each.name: each for each in results}
    answer = next((by_name[name] for name in page.answer if by_name[name].defined), by_name[page.answer[0]])
    lists = {each.name for each in spec.results if each.along}
    questions = {each.id: example_texts(each, spec, values) for each in spec.examples}
    return CalculatorView(
        id=id_,
        page=page,
        language=composer.guide.settings.language,
        currency=composer.guide.settings.currency,
        currencies=_currencies(composer.guide) if has_money(spec) else [],
        runtime=composer.link(MANIFEST),
        words=composer.link(f"file:{words_file(composer.guide)}") if composer.guide.words.texts else "",
        link=composer.way_to(f"{_whole(id_, composer.guide)}#{id_}-form"),
        data=json.dumps(questions, ensure_ascii=False, separators=(",", ":")),
        typing=_typing(composer),
        modes=_modes(page, example) if has_modes(spec) else [],
        groups=group_views(id_, page, spec, example, composer),
        rows=_rows(page, spec, answer, composer) if spec.columns else None,
        results=results,
        tables=result_tables([each for each in results if each.name not in lists], composer.guide.words),
        along=along_tables(spec, example, results, composer),
        strip=strip_view(spec, example, page.row_name, composer) if spec.strips else None,
        slope=slope_view(example, by_name, composer) if spec.slopes else None,
        published=published_view(page, example, by_name, composer),
        answer=answer,
        beside=[by_name[name] for name in page.beside],
        notes=[problem.text for problem in example.problems],
        examples=[(each.id, page.examples[each.id].label) for each in spec.examples],
    )


def _whole(id_: str, guide: Guide) -> str:
    """The page of a calculator in the guide's language, where links with numbers lead."""
    return address(f"translation:{id_}/{guide.words.language}" if guide.original else f"calculator:{id_}")


def _modes(page: CalculatorPage, example: ExampleSpec) -> list[tuple[str, str, bool]]:
    rows = bool(example.rows)
    return [("single", page.single_label, not rows), ("rows", page.rows_label, rows)]


def _rows(page: CalculatorPage, spec: CalculatorSpec, answer: ResultView, composer: Composer) -> RowsView:
    example, values = spec.examples[0], composer.values
    columns = column_views(page, spec)
    shown = nearest_list(answer.name, spec, example)
    words = page.results.get(shown.name) if shown else None
    filled = {name for row in example.rows for name, number in row.items() if number is not None}
    return RowsView(
        name=page.row_name,
        columns=columns,
        texts=row_texts(example.rows or [{}, {}, {}], spec, values),
        results=_row_results(shown, example, values),
        head=words.label if words else composer.guide.words.say("Result"),
        lists=json.dumps(
            [{"name": each.name, "unit": each.unit, "digits": each.digits} for each in spec.results if each.many]
        ),
        also=", ".join(column.label for column in columns if not column.shown and column.name in filled),
    )


def _row_results(shown: ResultSpec | None, example: ExampleSpec, values: Values) -> list[str]:
    found = example.numbers[shown.name] if shown else None
    if shown is None or not isinstance(found, list):
        return [""] * max(3, len(example.rows))
    return ["–" if each is None else values.format(each, shown.unit, shown.digits) for each in found]


def _typing(composer: Composer) -> str:
    whole, part = (
        composer.values.format(each, "count", digits) for each, digits in zip(SHOWN_NUMBERS, (0, 1), strict=True)
    )
    text = "Write {whole} or {part}k as you like. Leave empty what you don’t know: empty is not zero."
    return composer.guide.words.say(text, whole=whole, part=part)


def _currencies(guide: Guide) -> list[tuple[str, str]]:
    """Code and name of each currency that a reader may choose, the guide's own first; none where nothing is money."""
    codes = dict.fromkeys([guide.settings.currency, *guide.settings.currencies])
    return [(code, currency_name(guide, code)) for code in codes]
