"""Hydration: how much water a dough holds.

## Formula

hydration = water ÷ flour

## Zero case

Without flour it is undefined.

## Examples

How wet is a dough of 500 g flour and 350 g water?

    >>> calculate({"flour": 500, "water": 350}, []).results["hydration"]
    0.7

## Sources

- Bakers' custom.
"""

from ._fields import Example, Input, Outcome, Result

INPUTS = [Input("flour", "count"), Input("water", "count"), Input("salt", "count")]
COLUMNS = []
RESULTS = [
    Result("hydration", "ratio", 1, "water ÷ flour", "Needs flour above 0, and water."),
    Result("salt_share", "ratio", 1, "salt ÷ flour", "Needs flour above 0, and salt."),
]
EXAMPLES = [Example("country-loaf", {"flour": 500, "water": 375, "salt": 11})]


def calculate(inputs: dict[str, float | None], rows: list[dict[str, float | None]]) -> Outcome:
    """Shares of the flour, by weight."""
    outcome = Outcome()
    flour = inputs.get("flour")
    for name, part in (("hydration", "water"), ("salt_share", "salt")):
        if flour and inputs.get(part) is not None:
            outcome.results[name] = inputs[part] / flour
    return outcome
