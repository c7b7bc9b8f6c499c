"""What the smoke page types, and what CPython says must come of it."""

from types import SimpleNamespace
from urllib.parse import urlencode

import calculators
from build_scripts.number_format import NumberFormat

CALCULATOR = "engagement-rate"
RESULT = "public_by_followers_median"
RUBBISH = "abc"
PATIENCE_IN_MS = 90_000
"""How long the page waits for one thing on a busy machine."""


def questions() -> dict[str, str]:
    """The query of a smoke page that passes."""
    return {
        "page": f"/repo/calculators/{CALCULATOR}/",
        "patience": str(PATIENCE_IN_MS),
        "default": _answer(None),
        "typed": "25,000",
        "live": _answer(25_000),
        "rubbish": RUBBISH,
        "refusal": calculators.answer(CALCULATOR, {"followers": RUBBISH}, [])["problems"][0]["text"],
        "later": "20k",
        "offline": _answer(20_000),
    }


def address(host: str, asked: dict[str, str]) -> str:
    """The smoke page's address with its query."""
    return f"{host}/smoke/index.html?{urlencode(asked)}"


def _answer(followers: float | None) -> str:
    """The first example's answer as the page writes it, with other followers if they are given."""
    example = calculators.describe(CALCULATOR)["examples"][0]
    inputs = example["inputs"] if followers is None else {**example["inputs"], "followers": followers}
    ratio = calculators.run(CALCULATOR, inputs, example["rows"])["results"][RESULT]
    settings = SimpleNamespace(language="en", currency="USD", units={})
    return NumberFormat(settings).text(ratio, "ratio", 2)  # type: ignore[arg-type]
