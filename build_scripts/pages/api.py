"""The calculators for people who write programs: functions, inputs, results, and an example of each that is run."""

import ast
from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from ..addresses import address
from ..calculator_fields import limits
from ..composer import Composer
from ..model.calculator import ExampleSpec, FieldSpec
from ..page import Page, heading
from ..page_end import ended
from ..registry import PACKAGE, PROJECT
from ..site import Site
from ..site_map import ordered_calculators
from .calculators import documentation

TITLE = "Calculators in Python"
SHOWN_RESULTS = 3


@dataclass(frozen=True)
class Function:
    """One function of the package: how it is called, and what it says of itself."""

    name: str
    signature: str
    words: Markup


@dataclass(frozen=True)
class Field:
    """One input, column or result."""

    name: str
    unit: str
    text: str


def add_api(site: Site) -> None:
    """Add the page, when the guide has any calculators."""
    ids = ordered_calculators(site.guide)
    if ids:
        site.write(address("page:api"), partial(_page, ids))


def _page(ids: list[str], composer: Composer) -> Page:
    body = [heading(1, TITLE, "api"), composer.render("pages/api_head.html.jinja", functions=functions(), first=ids[0])]
    for id_ in ids:
        body += [heading(2, composer.guide.pages[id_].nav_title, id_), _calculator(id_, composer)]
    return Page(
        address=composer.here,
        title=TITLE,
        description="The calculators' functions, inputs and results, with an example of each that is run.",
        body=ended(body, TITLE, "page:api", composer),
        edit=PACKAGE,
        meta={"hide": ["toc"]},
    )


@cache
def functions() -> list[Function]:
    """What the package offers, in the order of its file."""
    tree = ast.parse((PROJECT / PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    found = [each for each in tree.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")]
    return [Function(each.name, _signature(each), documentation(ast.get_docstring(each) or "")) for each in found]


def example(id_: str, spec: ExampleSpec, shown: list[str]) -> str:
    """The example as one would type it into Python, with what comes out."""
    inputs = {name: value for name, value in spec.inputs.items() if value is not None}
    rows = [{name: value for name, value in row.items() if value is not None} for row in spec.rows]
    lines = [">>> import calculators"]
    lines += (
        [f">>> rows = [{rows[0]},", *(f"...     {row}," for row in rows[1:]), "... ]"] if rows else [">>> rows = []"]
    )
    lines += [f'>>> answer = calculators.run("{id_}", {inputs}, rows)']
    for name in shown:
        lines += [f'>>> answer["results"]["{name}"]', repr(spec.results[name])]
    return "\n".join(lines)


def _calculator(id_: str, composer: Composer) -> Markup:
    spec = composer.guide.calculators[id_]
    first = spec.examples[0]
    defined = [each.name for each in spec.results if isinstance(first.results[each.name], int | float)]
    answered = [name for name in composer.guide.pages[id_].answer if name in defined]
    shown = list(dict.fromkeys([*answered, *defined]))[:SHOWN_RESULTS]
    return composer.render(
        "pages/api_calculator.html.jinja",
        id=id_,
        inputs=[Field(each.name, each.unit, _taken(each, composer)) for each in spec.inputs],
        columns=[Field(each.name, each.unit, _taken(each, composer)) for each in spec.columns],
        results=[Field(each.name, each.unit, each.text) for each in spec.results],
        example=example(id_, first, shown),
    )


def _taken(field: FieldSpec, composer: Composer) -> str:
    if field.choices:
        return f"One of: {', '.join(field.choices)}."
    return limits(field, composer) or f"Text of up to {field.longest} letters."


def _signature(function: ast.FunctionDef) -> str:
    returns = f" -> {ast.unparse(function.returns)}" if function.returns else ""
    return f"{function.name}({ast.unparse(function.args)}){returns}".replace("'", "")
