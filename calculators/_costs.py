"""What a campaign cost and what was counted: the inputs, unit costs and notes that several calculators share."""

from ._fields import Input, Outcome, Problem, Result, Row, note
from ._said import Said, say, say_of, words
from ._sums import total
from ._workings import joined, number

COSTS = ("fees", "product", "shipping", "amplification", "staff", "other")
UNIT_COSTS = (  # result, what it is divided by, times, digits shown
    ("cost_per_engagement", "engagements", 1.0, 3),
    ("cost_per_thousand_impressions", "impressions", 1000.0, 2),
    ("cost_per_view", "views", 1.0, 4),
    ("cost_per_click", "clicks", 1.0, 2),
    ("cost_per_conversion", "conversions", 1.0, 2),
)

COST_INPUTS = [
    Input("fees", "money", names=["fee", "creator fee", "creator fees", "influencer fee", "influencer fees"]),
    Input("product", "money", names=["products", "product cost", "product costs"]),
    Input("shipping", "money", names=["shipping cost", "shipping costs", "postage"]),
    Input("amplification", "money", names=["boosting", "paid media", "ad spend"]),
    Input("staff", "money", names=["staff cost", "staff costs", "labour", "labor"]),
    Input("other", "money", names=["other cost", "other costs"]),
]
COUNT_INPUTS = [
    Input("engagements", "count", whole=True, names=["engagement", "total engagements", "interactions"]),
    Input("impressions", "count", whole=True, names=["impression", "total impressions"]),
    Input("views", "count", whole=True, names=["view", "total views", "video views", "plays"]),
    Input("clicks", "count", whole=True, names=["click", "link clicks", "total clicks"]),
    Input("conversions", "count", whole=True, names=["conversion", "orders", "purchases"]),
]

COST_RESULTS = [
    Result("total_cost", "money", 2, "the costs entered, added up", "Needs a cost, such as fees."),
]
COST_RESULTS += [
    Result(
        name,
        "money",
        digits,
        f"total cost ÷ {divisor}" + (" × 1,000" if times == 1000 else ""),
        f"Needs a cost and {divisor} above 0.",
    )
    for name, divisor, times, digits in UNIT_COSTS
]

NAMES = {
    "cost_per_engagement": say("Cost per engagement"),
    "cost_per_thousand_impressions": say("Cost per thousand impressions"),
    "cost_per_view": say("Cost per view"),
    "cost_per_click": say("Cost per click"),
    "cost_per_conversion": say("Cost per conversion"),
    "break_even_engagement_rate": say("Break-even engagement rate"),
    "expected_cost_per_engagement": say("Expected cost per engagement"),
    "conversion_rate": say("Conversion rate"),
    "break_even_return_on_ad_spend": say("Break-even return on ad spend"),
}


def total_cost(inputs: Row) -> float | None:
    """The costs entered, added up; None when none is."""
    entered = entered_costs(inputs)
    return total(entered) if entered else None


def entered_costs(inputs: Row) -> list[float]:
    """The costs that are entered, in the order of the form."""
    return [value for value in [inputs.get(name) for name in COSTS] if value is not None]


def add_unit_costs(outcome: Outcome, cost: float, inputs: Row) -> None:
    """Put the total and every unit cost into an outcome, and a note for each that zero leaves undefined."""
    outcome.results["total_cost"] = cost
    outcome.workings["total_cost"] = joined(" + ", [number(each, "money") for each in entered_costs(inputs)])
    for name, divisor, times, _ in UNIT_COSTS:
        count = inputs.get(divisor)
        outcome.results[name] = cost / count * times if count else None
        outcome.problems += undefined_by_zero(name, [divisor], inputs)


def not_counted(inputs: Row) -> list[Problem]:
    """Name the costs that are not entered, since they are not counted as zero in silence."""
    entered = [name for name in COSTS if inputs.get(name) is not None]
    missing = [name for name in COSTS if name not in entered]
    if not missing:
        return []
    said = say("Costs counted: {counted} ({missing} not entered).", counted=words(entered), missing=words(missing))
    return [note("not_counted", said)]


def undefined_by_zero(result: str, divisors: list[str], inputs: Row) -> list[Problem]:
    """Say that a result is undefined when something entered as 0 would divide it."""
    zero = [name for name in divisors if inputs.get(name) == 0]
    if not zero:
        return []
    return [note("zero", undefined_because(NAMES[result], zero), zero[0])]


def undefined_because(result: Said, zero: list[str]) -> Said:
    """That there is no such result, since fields are 0."""
    one, many = "{result} is undefined ({zero} is 0).", "{result} is undefined ({zero} are 0)."
    return say_of(len(zero), one, many, result=result, zero=words(zero))
