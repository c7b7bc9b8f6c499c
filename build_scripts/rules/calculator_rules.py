"""Calculators: the words in YAML and the ids that Python owns fit each other."""

from collections import Counter
from collections.abc import Iterator

from ..model.calculator import CalculatorPage, CalculatorSpec
from ..validate import Checked, Finding, Rule
from ..wording import nearest


def module_and_words_come_together(checked: Checked) -> Iterator[Finding]:
    """Every module has its YAML and every YAML its module."""
    modules, pages = set(checked.guide.calculators), set(checked.guide.pages)
    for id_ in sorted(modules - pages):
        remedy = f"write content/calculators/{id_}.yml"
        yield Finding("content/guide.yml", (), f"the calculator “{id_}” has no words", remedy)
    for id_ in sorted(pages - modules):
        module = f"calculators/{id_.replace('-', '_')}.py"
        remedy = nearest(id_, modules, "write the module or delete this file")
        yield Finding(f"content/calculators/{id_}.yml", (), f"there is no module {module}", remedy)


def ids_belong_to_the_module(checked: Checked) -> Iterator[Finding]:
    """Inputs, results and examples named in YAML are the module's, and none of its inputs or examples is left out."""
    for id_, page, spec in _pairs(checked):
        inputs = {field.name for field in (*spec.inputs, *spec.columns)}
        results = {result.name for result in spec.results}
        examples = {example.id for example in spec.examples}
        yield from _fitting(id_, "inputs", "input", list(page.inputs), inputs, complete=True)
        yield from _fitting(id_, "examples", "example", list(page.examples), examples, complete=True)
        yield from _fitting(id_, "results", "result", list(page.results), results)
        yield from _fitting(id_, "answer", "result", page.answer, results)
        yield from _fitting(id_, "beside", "result", page.beside, results)
        columns = {field.name for field in spec.columns}
        yield from _fitting(id_, "columns", "column", page.columns, columns)
        for index, group in enumerate(page.groups):
            yield from _fitting(id_, f"groups[{index}].inputs", "input", group.inputs, inputs)


def inputs_stand_once(checked: Checked) -> Iterator[Finding]:
    """An input stands in one group at most."""
    for id_, page, _ in _pairs(checked):
        counts = Counter(name for group in page.groups for name in group.inputs)
        for name, count in counts.items():
            if count > 1:
                file = f"content/calculators/{id_}.yml"
                yield Finding(file, ("groups",), f"the input “{name}” stands in {count} groups", "keep one")


def benchmarks_share_a_definition(checked: Checked) -> Iterator[Finding]:
    """The benchmarks of a calculator share one definition, and none of them has grade C."""
    for id_, page, _ in _pairs(checked):
        found = {
            each.id: (each, source)
            for source in checked.guide.sources.values()
            for each in source.statistics
            if each.id in page.benchmarks
        }
        file = f"content/calculators/{id_}.yml"
        definitions = sorted({each.definition for each, _ in found.values()})
        if len(definitions) > 1:
            message = f"benchmarks of different definitions: {', '.join(definitions)}"
            yield Finding(file, ("benchmarks",), message, "keep those of one definition")
        for name, (each, source) in found.items():
            if (each.grade or source.grade) == "C":
                path = ("benchmarks", page.benchmarks.index(name))
                yield Finding(file, path, f"the benchmark “{name}” has grade C", "name one of grade A or B")


def _pairs(checked: Checked) -> Iterator[tuple[str, CalculatorPage, CalculatorSpec]]:
    for id_, page in checked.guide.pages.items():
        if id_ in checked.guide.calculators:
            yield id_, page, checked.guide.calculators[id_]


def _fitting(
    id_: str, field: str, kind: str, named: list[str], known: set[str], *, complete: bool = False
) -> Iterator[Finding]:
    file = f"content/calculators/{id_}.yml"
    for name in named:
        if name not in known:
            remedy = nearest(name, known, f"the module has {', '.join(sorted(known))}")
            yield Finding(file, (field,), f"the module has no {kind} “{name}”", remedy)
    for name in sorted(known - set(named)) if complete else []:
        yield Finding(file, (field,), f"the words of the {kind} “{name}” are missing", "add them")


RULES: list[Rule] = [
    module_and_words_come_together,
    ids_belong_to_the_module,
    inputs_stand_once,
    benchmarks_share_a_definition,
]
