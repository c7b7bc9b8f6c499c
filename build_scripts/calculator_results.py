"""What a calculator answers, as the page shows it before any script runs."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import takewhile

from .composer import Composer
from .model.calculator import CalculatorPage, CalculatorSpec, ExampleSpec, ResultSpec
from .term_view import TermView, term_view
from .values import Values
from .words import ENGLISH, Words

ENDS = ("_low", "_high", "_coverage")


@dataclass(frozen=True)
class ResultView:
    """One result with the default answer.

    Attributes:
        definition: What it is, in Python's words.
        text: The same in the editor's words, if there are any.
        undefined: What it needs.
        shown: Empty when it is undefined, and for a list.
        own_texts: Whether it is a text of ours, which has a translation.
        headline: What stands in the place of the large answer.
        working: Its formula with the numbers of the question, such as “$600.00 ÷ 1,500 = $0.400”; may be empty.
        interval: Where it lies with some certainty, such as “1.19% to 1.44%”; empty when that isn't known.
        ends: Low and high of its interval, and what that covers, as far as Python gives them.
        tip: The word of the glossary that explains it.
    """

    name: str
    unit: str
    digits: int
    label: str
    definition: str
    text: str
    undefined: str
    many: bool
    shown: str
    headline: str = ""
    own_texts: bool = False
    working: str = ""
    interval: str = ""
    ends: tuple["ResultView", ...] = ()
    tip: TermView | None = None

    @property
    def defined(self) -> bool:
        """Whether the default question has this result."""
        return bool(self.shown)

    @property
    def averaged(self) -> bool:
        """Whether it is a mean, which the site prints in the ink of what is claimed and averaged."""
        return self.name.endswith("_mean")

    @property
    def meaning(self) -> str:
        """The definition, or what is needed."""
        return self.text if self.defined else self.undefined


@dataclass(frozen=True)
class ResultRow:
    """Results in one line of the table of all results."""

    label: str
    text: str
    results: list[ResultView]

    @property
    def defined(self) -> bool:
        """Whether any of them is."""
        return any(result.defined for result in self.results)

    @property
    def explained(self) -> bool:
        """Whether the text says more than the label."""
        return self.text.lower() != self.label.lower()

    @property
    def undefined(self) -> str:
        """What is needed for them."""
        return self.results[0].undefined


@dataclass(frozen=True)
class ResultTable:
    """Lines of results that share their columns; a plain list has one column without a head."""

    heads: list[str]
    rows: list[ResultRow]


def interval_text(low: str, high: str, words: Words) -> str:
    """“1.19% to 1.44%”."""
    return f"{low} {words.say('to')} {high}"


def result_views(
    page: CalculatorPage, spec: CalculatorSpec, example: ExampleSpec, composer: Composer
) -> list[ResultView]:
    """Every result in Python's order, the ends of an interval with what they enclose."""
    views = {each.name: _result(each, page, example, composer) for each in spec.results}
    ends = {name: tuple(views[name + end] for end in ENDS if name + end in views) for name in views}
    enclosing = {end.name for each in ends.values() for end in each}
    words = composer.guide.words
    return [_with_ends(view, ends[name], words) for name, view in views.items() if name not in enclosing]


def _with_ends(view: ResultView, ends: tuple[ResultView, ...], words: Words) -> ResultView:
    shown = [end.shown for end in ends[:2]]
    interval = interval_text(shown[0], shown[1], words) if len(shown) == 2 and all(shown) else ""
    return replace(view, ends=ends, interval=interval)


def result_tables(results: list[ResultView], words: Words = ENGLISH) -> list[ResultTable]:
    """Single results: those named alike (`a_mean a_median b_mean b_median`) in a grid, the others in a list."""
    single = [each for each in results if not each.many]
    by_name = {each.name: each for each in single}
    stems = {stem: {end: by_name[name] for end, name in ends.items()} for stem, ends in _stems(list(by_name)).items()}
    heads = _heads(list(by_name))
    gridded = {each.name for row in stems.values() if tuple(row) in heads for each in row.values()}
    rest = [ResultRow(each.label, each.definition, [each]) for each in single if each.name not in gridded]
    return [*(_grid(shape, stems, words) for shape in heads), *([ResultTable([], rest)] if rest else [])]


def grid_words(spec: CalculatorSpec) -> list[str]:
    """The words of the grids: their heads, and the names of their lines."""
    ends = {each.name + end for each in spec.results for end in ENDS}
    names = [each.name for each in spec.results if not (each.many or each.along or each.name in ends)]
    heads = _heads(names)
    lines = [stem for stem, endings in _stems(names).items() if tuple(endings) in heads]
    return [_name(each) for each in (*lines, *(head for shape in heads for head in shape))]


def _stems(names: list[str]) -> dict[str, dict[str, str]]:
    """Names by their endings, by what stands before these."""
    stems: dict[str, dict[str, str]] = {}
    for name in names:
        stem, _, ending = name.rpartition("_")
        stems.setdefault(stem, {})[ending] = name
    return stems


def _heads(names: list[str]) -> list[tuple[str, ...]]:
    """The endings that several stems share."""
    shapes = Counter(tuple(endings) for endings in _stems(names).values())
    return [shape for shape, count in shapes.items() if len(shape) > 1 and count > 1]


def nearest_list(name: str, spec: CalculatorSpec, example: ExampleSpec) -> ResultSpec | None:
    """The list of row results that belongs to a result: of those there are, the one named most like it."""
    lists = [each for each in spec.results if each.many and isinstance(example.results[each.name], list)]
    return max(lists, key=lambda each: _alike(each.name, name), default=None)


def _alike(one: str, other: str) -> int:
    """How many leading words two names share."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one.split("_"), other.split("_"), strict=False))))


def _grid(heads: tuple[str, ...], stems: dict[str, dict[str, ResultView]], words: Words) -> ResultTable:
    rows = [
        ResultRow(words.say(_name(stem)), row[heads[0]].definition.partition(", ")[0], list(row.values()))
        for stem, row in stems.items()
        if tuple(row) == heads
    ]
    return ResultTable([words.say(_name(head)) for head in heads], rows)


def _result(spec: ResultSpec, page: CalculatorPage, example: ExampleSpec, composer: Composer) -> ResultView:
    words = page.results.get(spec.name)
    shown = _shown(example.results[spec.name], spec, composer)
    return ResultView(
        name=spec.name,
        unit=spec.unit,
        digits=spec.digits,
        label=words.label if words else spec.text[0].upper() + spec.text[1:],
        definition=spec.text,
        text=words.text if words and words.text else spec.text,
        undefined=spec.undefined,
        many=spec.many,
        tip=term_view(words.term if words else None, composer),
        shown=shown,
        own_texts=bool(spec.texts),
        headline=shown or composer.guide.words.say("Undefined"),
        working=_working(example.workings.get(spec.name, []), shown, composer.values),
    )


def _working(parts: list[str | tuple[float, str, int]], shown: str, values: Values) -> str:
    """The parts in one line, numbers in the guide's way, and what comes of them."""
    written = [part if isinstance(part, str) else values.format(*part) for part in parts]
    return f"{''.join(written)} = {shown}" if written else ""


def _shown(found: object, spec: ResultSpec, composer: Composer) -> str:
    words, values = composer.guide.words, composer.values
    if isinstance(found, list) and spec.unit == "rows":
        return ", ".join(f"{row:g}" for row in found) or words.say("none")
    if isinstance(found, list) and spec.unit == "text" and not spec.along:
        return ", ".join(found) or words.say("none")
    if isinstance(found, str):
        return words.say(found) if found in spec.texts else found
    return values.format(found, spec.unit, spec.digits) if isinstance(found, int | float) else ""


def _name(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
