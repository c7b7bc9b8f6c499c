"""Campaign return: what came back for what a campaign cost, by revenue and by margin.

A return on revenue and a return on margin can have opposite signs, and both are called ROI. Here they stand side by
side with their names, beside the orders that break even and the rates along the way from a view to an order.

## Formula

- total cost = fees + product + shipping + amplification + staff + other, as far as they are entered
- revenue = orders × average order value
- return on ad spend = revenue ÷ total cost
- ROI on revenue = (revenue − total cost) ÷ total cost
- ROI on margin = (revenue × margin − total cost) ÷ total cost. Margin is what is left of a sale after the goods and
  their delivery are paid for, before this campaign.
- break-even orders = total cost ÷ (average order value × margin)
- break-even return on ad spend = 1 ÷ margin
- cost per conversion = total cost ÷ conversions; click-through rate = clicks ÷ impressions; conversion rate =
  conversions ÷ clicks. Conversions left blank are the orders.

The conversion rate has Wilson’s 95% interval, as long as each click can convert at most once. Engagements are no such
proportion, since one person can react several times, so they get none.

## Zero case

A campaign that cost nothing has no return ratio: it is undefined, not infinite. Without margin nothing breaks even.
Zero clicks have no conversion rate, and zero conversions no cost of one; a conversion rate of 0% is a result.

## Traps

- **Revenue is not profit.** Some calculators divide the cost by the order value alone to find the break-even; at a
  margin of 45% that is less than half of the orders that are needed.
- Blank is not zero: a cost that is left blank isn’t counted, and the answer names it.
- Orders count as the campaign’s within a window of days that you choose, and by a link or code that not all buyers use.
- People who would have bought anyway are in the numbers too. Only a comparison group tells.

## Examples

A campaign cost $1,200 and brought 58 orders of $62. What is the return at a margin of 45%?

    >>> campaign = {"fees": 1200, "orders": 58, "average_order_value": 62, "margin": 0.45}
    >>> outcome = calculate(campaign, [])
    >>> outcome.results["roi_on_revenue"], outcome.results["roi_on_margin"]
    (1.9966666666666666, 0.34850000000000003)
    >>> outcome.results["break_even_orders"]
    43.01075268817204

How sure is the rate of 58 orders from 640 clicks?

    >>> outcome = calculate({"fees": 1200, "clicks": 640, "orders": 58}, [])
    >>> [round(outcome.results["conversion_rate" + end], 6) for end in ("_low", "", "_high")]
    [0.070759, 0.090625, 0.115376]

What is the return of a campaign that cost nothing?

    >>> outcome = calculate({"fees": 0, "orders": 58, "average_order_value": 62}, [])
    >>> outcome.results.get("return_on_ad_spend") is None
    True

## Sources

- Association of National Advertisers, *Influencer Marketing Measurement Guidelines* (2022), endorsed by the Media
  Rating Council: defines conversions, cost per conversion and return on investment.
- The interval of a proportion: Wilson (1927), recommended by Brown, Cai and DasGupta (2001), here as cited by the
  documentation of R’s DescTools.
"""

from ._costs import COST_INPUTS, COST_RESULTS, COUNT_INPUTS, add_unit_costs, not_counted, total_cost, undefined_by_zero
from ._fields import Example, Input, Outcome, Problem, Result, Results, Row, note
from ._intervals import proportion_interval

INPUTS = [field for field in COST_INPUTS + COUNT_INPUTS if field.name != "conversions"]
INPUTS += [
    Input("conversions", "count", whole=True, names=["conversion"]),
    Input("orders", "count", whole=True, names=["order", "order count", "number of orders", "sales", "purchases"]),
    Input("average_order_value", "money", names=["aov", "order value", "average order"]),
    Input("margin", "ratio", maximum=1, names=["gross margin", "contribution margin", "profit margin"]),
]
COLUMNS: list[Input] = []

_RETURN = "Needs a cost above 0, orders and an average order value."
_RETURN_ON_MARGIN = "Needs a cost above 0, orders, an average order value and a margin."
RESULTS = list(COST_RESULTS)
RESULTS += [
    Result("revenue", "money", 2, "orders × average order value", "Needs orders and an average order value."),
    Result("click_through_rate", "ratio", 2, "clicks ÷ impressions", "Needs clicks, and impressions above 0."),
    Result("conversion_rate", "ratio", 2, "conversions ÷ clicks", "Needs conversions or orders, and clicks above 0."),
    Result(
        "conversion_rate_low",
        "ratio",
        2,
        "low end of the conversion rate’s 95% interval",
        "Needs no more conversions than clicks.",
    ),
    Result(
        "conversion_rate_high",
        "ratio",
        2,
        "high end of the conversion rate’s 95% interval",
        "Needs no more conversions than clicks.",
    ),
    Result("return_on_ad_spend", "count", 2, "revenue ÷ total cost", _RETURN),
    Result("roi_on_revenue", "ratio", 1, "(revenue − total cost) ÷ total cost", _RETURN),
    Result("roi_on_margin", "ratio", 1, "(revenue × margin − total cost) ÷ total cost", _RETURN_ON_MARGIN),
    Result(
        "break_even_orders",
        "count",
        1,
        "total cost ÷ (average order value × margin)",
        "Needs a cost, and an average order value and a margin above 0.",
    ),
    Result("break_even_return_on_ad_spend", "count", 2, "1 ÷ margin", "Needs a margin above 0."),
]

EXAMPLES = [
    Example(
        "campaign",
        {
            "fees": 900,
            "product": 120,
            "shipping": 30,
            "staff": 150,
            "engagements": 3840,
            "impressions": 96000,
            "views": 72500,
            "clicks": 640,
            "orders": 58,
            "average_order_value": 62,
            "margin": 0.45,
        },
    ),
]


def calculate(inputs: Row, rows: list[Row]) -> Outcome:
    """Work out every return that the entered numbers allow; ``rows`` is always empty."""
    outcome = Outcome()
    counted = dict(inputs)
    if counted.get("conversions") is None:
        counted["conversions"] = counted.get("orders")
    outcome.results.update(_rates(counted))
    outcome.problems += _too_many(counted) + undefined_by_zero("conversion_rate", ["clicks"], inputs)
    margin, value = inputs.get("margin"), inputs.get("average_order_value")
    outcome.results["break_even_return_on_ad_spend"] = 1 / margin if margin else None
    outcome.problems += undefined_by_zero("break_even_return_on_ad_spend", ["margin"], inputs)
    revenue = _revenue(inputs)
    outcome.results["revenue"] = revenue
    cost = total_cost(inputs)
    if cost is None:
        return outcome
    add_unit_costs(outcome, cost, counted)
    outcome.results["break_even_orders"] = cost / (value * margin) if value and margin else None
    outcome.results.update(_returns(cost, revenue, margin))
    outcome.problems = not_counted(inputs) + outcome.problems + _return_notes(outcome, cost)
    return outcome


def _revenue(inputs: Row) -> float | None:
    orders, value = inputs.get("orders"), inputs.get("average_order_value")
    return None if orders is None or value is None else orders * value


def _rates(counted: Row) -> Results:
    impressions, clicks, conversions = [counted.get(name) for name in ("impressions", "clicks", "conversions")]
    results: Results = {}
    if clicks is not None and impressions:
        results["click_through_rate"] = clicks / impressions
    if conversions is not None and clicks:
        results["conversion_rate"] = conversions / clicks
        if conversions <= clicks:
            low, high = proportion_interval(conversions, clicks)
            results["conversion_rate_low"], results["conversion_rate_high"] = low, high
    return results


def _returns(cost: float, revenue: float | None, margin: float | None) -> Results:
    if revenue is None or not cost:
        return {}
    results: Results = {"return_on_ad_spend": revenue / cost, "roi_on_revenue": (revenue - cost) / cost}
    if margin is not None:
        results["roi_on_margin"] = (revenue * margin - cost) / cost
    return results


def _too_many(counted: Row) -> list[Problem]:
    clicks, conversions = counted.get("clicks"), counted.get("conversions")
    if clicks is None or conversions is None or conversions <= clicks:
        return []
    text = "There are more conversions than clicks, so the conversion rate is no proportion of them; check both."
    return [note("more_than_clicks", text, "clicks")]


def _return_notes(outcome: Outcome, cost: float) -> list[Problem]:
    """Say when the two returns disagree, and why a campaign without cost has none."""
    if cost == 0:
        return [note("no_cost", "The campaign cost nothing, so there is no return on it to work out.")]
    by_revenue, by_margin = outcome.results.get("roi_on_revenue"), outcome.results.get("roi_on_margin")
    if isinstance(by_revenue, float) and isinstance(by_margin, float) and by_revenue > 0 > by_margin:
        text = "Revenue covers the cost, but what is left of it after the goods doesn’t: each sale here cost money."
        return [note("returns_disagree", text)]
    return []
