"""Numbers as people read them, by CLDR: the same rules as `Intl.NumberFormat` in the page.

Half-even rounding, explicit digits, grouped thousands, never −0, never compact.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext

from babel import Locale
from babel.numbers import format_currency, format_decimal, format_percent

from .model.guide import Settings

type Figure = Decimal | float | int

SPACES = str.maketrans({"\u202f": "\u00a0"})
"""CLDR versions differ in the space they group with; the page's script does the same."""

PLAIN = "#,##0"
EXACT = Context(prec=400)
"""Digits enough for every double, so that no figure is too long to round."""


class NumberFormat:
    """Writes numbers in one guide's language, currency and units."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.locale = Locale.parse(settings.language, sep="-")
        self._known: dict[tuple[str, str, int | None], str] = {}

    def text(self, number: Figure, unit: str, digits: int | None = None) -> str:
        """One number with its unit.

        Args:
            number: A ratio for the unit ``ratio`` (0.03 is shown as 3%), else the figure itself.
            unit: A unit of guide.yml, or ``ratio``, ``money``, ``count``, ``quotient``.
            digits: Decimal digits shown; None for as many as were written.
        """
        key = (repr(number), unit, digits)
        if key not in self._known:
            with localcontext(EXACT):
                exact = number if isinstance(number, Decimal) else _exact(number)
                self._known[key] = self._written(exact, unit, digits).translate(SPACES)
        return self._known[key]

    def _written(self, exact: Decimal, unit: str, digits: int | None) -> str:
        named = self.settings.units.get(unit)
        if unit == "ratio":
            return self._percent(_rounded(exact, digits, 2))
        if unit == "money" or (named and named.currency):
            currency = named.currency if named and named.currency else self.settings.currency
            return self._money(_rounded(exact, digits), currency)
        if named and not named.prefix and named.suffix == "%":
            return self._percent(_rounded(exact, digits).scaleb(-2))
        plain = format_decimal(*_with_pattern(_rounded(exact, digits)), locale=self.locale)
        return f"{named.prefix}{plain}{named.suffix}" if named else plain

    def _percent(self, share: Decimal) -> str:
        pattern = self.locale.percent_formats[None].pattern
        return format_percent(share, pattern.replace(PLAIN, _pattern(share, 2)), locale=self.locale)

    def _money(self, amount: Decimal, currency: str) -> str:
        pattern = self.locale.currency_formats["standard"].pattern.replace("#,##0.00", _pattern(amount))
        return format_currency(
            amount, currency, pattern, locale=self.locale, currency_digits=False, decimal_quantization=False
        )


def _exact(number: float | int) -> Decimal:
    return Decimal(int(number)) if float(number).is_integer() else Decimal(repr(number))


def _rounded(number: Decimal, digits: int | None, shift: int = 0) -> Decimal:
    """Rounded to the digits shown; a shift of 2 is for shares shown as percentages."""
    shown = _digits(number, shift) if digits is None else digits
    rounded = number.quantize(Decimal(1).scaleb(-(shown + shift)), rounding=ROUND_HALF_EVEN)
    return rounded + Decimal(0)


def _digits(number: Decimal, shift: int = 0) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent - shift) if isinstance(exponent, int) else 0


def _pattern(number: Decimal, shift: int = 0) -> str:
    digits = _digits(number, shift)
    return f"{PLAIN}.{'0' * digits}" if digits else PLAIN


def _with_pattern(number: Decimal) -> tuple[Decimal, str]:
    return number, _pattern(number)
