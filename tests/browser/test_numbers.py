"""Numbers are written alike at build (Babel) and in the page (Intl)."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from build_scripts.number_format import NumberFormat

pytestmark = pytest.mark.browser
NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False) | st.integers(-(10**9), 10**9).map(float)
FORMAT = """
async (questions) => {
  const base = document.querySelector("link[href*='stylesheets/guide.css']").href.replace(/stylesheets.*/, "");
  const { formatNumber } = await import(`${base}javascripts/number-format.mjs`);
  return questions.map(([number, unit, digits, language, currency]) =>
    formatNumber(number, unit, digits, { language, currency }));
}
"""


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "tr"])
def test_babel_and_intl_agree(warm: Page, language: str) -> None:
    """Every generated number, as percentage, money and count, gives the same text in both."""
    questions: list[Any] = [
        [x, u, d, language, "USD"]
        for x in (0.025, 0.5, 2.5, -0.001, 1234567.5, 0.0)
        for u, d in (("ratio", 2), ("money", 2), ("count", 0))
    ]

    @settings(max_examples=150, database=None)
    @given(
        NUMBERS, st.sampled_from([("ratio", 2), ("ratio", 0), ("money", 2), ("money", 4), ("count", 0), ("count", 1)])
    )
    def collect(number: float, shape: tuple[str, int]) -> None:
        questions.append([number, *shape, language, "USD"])

    collect()
    page_texts = warm.evaluate(FORMAT, questions)
    writer = NumberFormat(SimpleNamespace(language=language, currency="USD", units={}))  # type: ignore[arg-type]

    assert page_texts == [writer.text(number, unit, digits) for number, unit, digits, *_ in questions]
