"""References resolved to values, and values written as people read them."""

from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Literal

from .model.calculator import CalculatorSpec, ExampleSpec
from .model.guide import Guide
from .model.source import Source, Statistic
from .number_format import Figure, NumberFormat


class UnknownReferenceError(LookupError):
    """A reference that leads nowhere.

    Attributes:
        ref: The reference as written.
        suggestion: The nearest one that exists, if any.
    """

    def __init__(self, ref: str, suggestion: str | None) -> None:
        super().__init__(ref)
        self.ref, self.suggestion = ref, suggestion


class IncomparableError(ValueError):
    """Two values whose ratio or difference would mean nothing; the message says why."""


@dataclass(frozen=True)
class Value:
    """What a reference stands for.

    Attributes:
        numbers: One; two for a range; one an observation for a list, where None is an unused one.
        unit: A unit of guide.yml, or ``ratio``, ``count``, ``money``, ``quotient`` (built in).
        digits: Decimal digits shown; None for as many as the editor wrote.
        many: Whether it is a list of observations.
        statistic: The statistic, if it is one.
        source: The id of its source.
        definition: What it may be compared with.
        calculator: The id of the calculator that gave it.
        operation: Set when it was computed from two others.
        parts: Those two.
    """

    numbers: tuple[Decimal | None, ...]
    unit: str
    digits: int | None = None
    many: bool = False
    statistic: Statistic | None = None
    source: str | None = None
    definition: str | None = None
    calculator: str | None = None
    operation: Literal["/", "-"] | None = None
    parts: tuple["Value", ...] = ()

    @property
    def number(self) -> Decimal:
        """The single number; the upper end of a range."""
        found = self.numbers[-1]
        if self.many or found is None:
            raise IncomparableError("a list of observations or an undefined result has no single number")
        return found

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources behind it, each once, in order."""
        own = (self.source,) if self.source else ()
        return tuple(dict.fromkeys([*own, *(source for part in self.parts for source in part.sources)]))

    @property
    def statistics(self) -> tuple[Statistic, ...]:
        """The statistics behind it."""
        own = (self.statistic,) if self.statistic else ()
        return (*own, *(each for part in self.parts for each in part.statistics))

    def taken_from(self, source: str) -> list[str]:
        """The ids of the statistics behind it that one source gives."""
        own = [self.statistic.id] if self.statistic and self.source == source else []
        return [*own, *(id_ for part in self.parts for id_ in part.taken_from(source))]


class Values:
    """Resolves and formats the references of one guide."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._format = NumberFormat(guide.settings)
        self._statistics: dict[str, tuple[str, Statistic]] = {
            statistic.id: (id_, statistic) for id_, source in guide.sources.items() for statistic in source.statistics
        }

    def names(self) -> list[str]:
        """Every reference there is, without the computed ones."""
        examples = (
            f"{id_}.{example.id}.{name}"
            for id_, spec in self.guide.calculators.items()
            for example in spec.examples
            for name in example.numbers
        )
        return [*self._statistics, *examples]

    def statistic(self, id_: str) -> Statistic:
        """A statistic by its id."""
        return self._statistics[id_][1]

    def source_of(self, statistic: str) -> Source:
        """The source that gives a statistic."""
        return self.guide.sources[self._statistics[statistic][0]]

    def resolve(self, ref: str, *, mixed: bool = False) -> Value:
        """The value of a reference, or of two joined by `` / `` or `` - ``.

        Raises:
            UnknownReferenceError: With the nearest reference that exists.
            IncomparableError: When units differ, or definitions do and `mixed` doesn't allow it.
        """
        for operation in ("/", "-"):
            left, mark, right = ref.partition(f" {operation} ")
            if mark:
                return _computed(operation, self._single(left.strip()), self._single(right.strip()), mixed=mixed)
        return self._single(ref.strip())

    def text(self, value: Value) -> str:
        """The value with its unit, such as “0.48%”, “$41–$100” or “1.43”."""
        if value.many:
            raise IncomparableError("a list of observations can only be drawn")
        if None in value.numbers:
            return self.guide.words.say("undefined")
        if value.operation == "-" and value.unit in ("percent", "ratio"):
            return self._points(value)
        return "–".join(self.format(each, value.unit, value.digits) for each in value.numbers if each is not None)

    def format(self, number: Figure, unit: str, digits: int | None = None) -> str:
        """One number with its unit, by the guide's language."""
        return self._format.text(number, unit, digits)

    def _points(self, value: Value) -> str:
        shown = self.format(value.number * (100 if value.unit == "ratio" else 1), "count", value.digits)
        one = shown in ("1", "-1")
        text = "{number} percentage point" if one else "{number} percentage points"
        return self.guide.words.say(text, number=shown)

    def _single(self, ref: str) -> Value:
        if ref in self._statistics:
            source, statistic = self._statistics[ref]
            return _of_statistic(source, statistic)
        parts = ref.split(".")
        spec = self.guide.calculators.get(parts[0])
        example = (
            next((each for each in spec.examples if each.id == parts[1]), None) if spec and len(parts) == 3 else None
        )
        if spec and example and parts[2] in example.numbers:
            return _of_example(spec, example, parts[2])
        near = get_close_matches(ref, self.names(), n=1)
        raise UnknownReferenceError(ref, near[0] if near else None)


def _of_statistic(source: str, statistic: Statistic) -> Value:
    ends = (statistic.low, statistic.high) if statistic.value is None else (statistic.value,)
    return Value(ends, statistic.unit, None, False, statistic, source, statistic.definition)


def _of_example(spec: CalculatorSpec, example: ExampleSpec, name: str) -> Value:
    found = example.numbers[name]
    numbers = tuple(_exact(each) for each in found) if isinstance(found, list) else (_exact(found),)
    result = next((each for each in spec.results if each.name == name), None)
    if result is None:
        unit = next(each.unit for each in spec.inputs if each.name == name)
        return Value(numbers, unit, definition=f"{spec.id}.{name}", calculator=spec.id)
    definition = f"{spec.id}.{name}"
    return Value(
        numbers, result.unit, result.digits, isinstance(found, list), definition=definition, calculator=spec.id
    )


def _exact(number: float | int | None) -> Decimal | None:
    return None if number is None else Decimal(repr(number))


def _computed(operation: str, left: Value, right: Value, *, mixed: bool) -> Value:
    if left.unit != right.unit:
        raise IncomparableError(f"the units “{left.unit}” and “{right.unit}” differ")
    if left.definition != right.definition and not mixed:
        raise IncomparableError(f"the definitions “{left.definition}” and “{right.definition}” can't be compared")
    if len(left.numbers) > 1 or len(right.numbers) > 1:
        raise IncomparableError("a range or a list has no single number")
    if operation == "-":
        return Value((left.number - right.number,), left.unit, left.digits, operation="-", parts=(left, right))
    if right.number == 0:
        raise IncomparableError("nothing can be divided by zero")
    ratio = left.number / right.number
    return Value((ratio,), "quotient", _telling_digits(ratio), operation="/", parts=(left, right))


def _telling_digits(ratio: Decimal) -> int:
    """None from 10 up, else two, or as many as a small ratio needs to show two figures."""
    if abs(ratio) >= Decimal("9.995"):
        return 0
    return max(2, 1 - ratio.adjusted()) if ratio else 2
