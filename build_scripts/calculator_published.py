"""Published figures beside a calculator's answer, on one scale: the benchmarks of its page, as the macro draws them."""

from dataclasses import dataclass
from decimal import Decimal

from .bibliography import credit
from .calculator_results import ResultView
from .calculator_strip import percent
from .composer import Composer
from .ledger import joined
from .model.calculator import CalculatorPage, ExampleSpec
from .model.source import Statistic

AIR = 1.06
"""The scale goes from zero to just beyond the largest number."""

SHARES = {"ratio": Decimal(1), "percent": Decimal(100)}
"""Units of shares, and what one whole is in each."""


@dataclass(frozen=True)
class PublishedFigure:
    """One benchmark: its name here, where it is explained, its number in the answer's unit, its place on the scale."""

    label: str
    href: str
    number: Decimal
    text: str
    place: str


@dataclass(frozen=True)
class PublishedView:
    """The answer's line and those of the benchmarks; places in percent of the scale.

    Attributes:
        result: The answer that they are compared with: the first that the page may answer with.
        place: Where the answer stands; none where the example doesn't have it.
        interval: Where its interval begins, and how long it is.
        sources: Whom the figures come from.
    """

    result: ResultView
    place: str | None
    interval: tuple[str, str]
    figures: list[PublishedFigure]
    sources: str


def published_view(
    page: CalculatorPage, example: ExampleSpec, by_name: dict[str, ResultView], composer: Composer
) -> PublishedView | None:
    """The benchmarks in the unit of the first possible answer; None without any."""
    result = by_name[page.answer[0]]
    found = [(id_, composer.values.statistic(id_)) for id_ in page.benchmarks]
    numbers = {id_: number for id_, each in found if (number := _in_unit(each, result.unit)) is not None}
    if not numbers:
        return None
    answer = _number(example, result.name)
    high = max(*numbers.values(), answer or Decimal(0)) * Decimal(str(AIR))
    labels = _labels([each for _, each in found])
    sources = [composer.values.source_of(id_) for id_ in numbers]
    return PublishedView(
        result,
        _place(answer, high) if answer is not None else None,
        _interval([_number(example, end.name) for end in result.ends[:2]], high),
        [
            PublishedFigure(
                labels[id_],
                composer.link(f"statistic:{id_}"),
                number,
                composer.values.text(composer.values.resolve(id_)),
                _place(number, high),
            )
            for id_, number in numbers.items()
        ],
        joined([credit(each, composer.guide.words) for each in sources]),
    )


def _in_unit(statistic: Statistic, unit: str) -> Decimal | None:
    """A single number in another unit: as it is, or from one unit of shares to the other."""
    if not isinstance(statistic.value, Decimal):
        return None
    if statistic.unit == unit:
        return statistic.value
    return statistic.value / SHARES[statistic.unit] * SHARES[unit] if {statistic.unit, unit} <= SHARES.keys() else None


def _labels(statistics: list[Statistic]) -> dict[str, str]:
    """What tells them apart: the facets in which they differ, or else what each measures."""
    facets = dict.fromkeys(name for each in statistics for name in each.facets)
    telling = [name for name in facets if len({each.facets.get(name) for each in statistics}) > 1]
    return {each.id: ", ".join(_facets(each, telling)) or each.measures for each in statistics}


def _facets(statistic: Statistic, names: list[str]) -> list[str]:
    return [statistic.facets[name] for name in names if name in statistic.facets]


def _number(example: ExampleSpec, name: str) -> Decimal | None:
    found = example.results.get(name)
    return Decimal(str(found)) if isinstance(found, int | float) else None


def _place(number: Decimal, high: Decimal) -> str:
    return percent(float(number / high) if high else 0)


def _interval(ends: list[Decimal | None], high: Decimal) -> tuple[str, str]:
    low, up = ends if len(ends) == len(("low", "high")) else (None, None)
    return (percent(0), percent(0)) if low is None or up is None else (_place(low, high), _place(up - low, high))
