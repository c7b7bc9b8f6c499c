"""The guide: its settings, the infographic on its home page, and everything read with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field

from ..words import ENGLISH, Words
from .base import Address, CalculatorRef, ClaimRef, Date, FigureRef, Headline, Id, Key, Label, Model, Prose, SectionRef
from .calculator import CalculatorPage, CalculatorSpec
from .section import Claim, Section
from .source import Source
from .translation import Translation


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError):
        raise ValueError(f"there is no language “{value}”; write its code, such as en or pt-br") from None
    return value


def _currency(value: str) -> str:
    if value not in Locale("en").currencies:
        raise ValueError(f"there is no currency “{value}”; write its code, such as USD or EUR")
    return value


Language = Annotated[Id, AfterValidator(_language), Field(description="Its code.", examples=["en", "pt-br"])]
Currency = Annotated[str, AfterValidator(_currency), Field(description="Its ISO code.", examples=["USD", "EUR"])]


class Unit(Model):
    """How a unit is written: `percent` 7 → 7%."""

    name: Label
    prefix: str = Field(default="", description="Written before the number.")
    suffix: str = Field(default="", description="Written after it, with its space.", examples=["%", " g"])
    currency: Currency | None = Field(default=None, description="ISO code; written as the language does.")


class Term(Model):
    """One word that readers may not know."""

    name: Label
    meaning: Headline


class Chapter(Model):
    """One panel of the infographic: a figure of a section under a large headline."""

    figure: FigureRef
    title: Headline | None = Field(default=None, description="In place of the figure's own title.")
    aside: Headline | None = Field(default=None, description="A line beside the headline.")
    band: Literal["none", "blue", "ink"] = Field(default="none", description="The ground it stands on.")
    claim: ClaimRef | None = Field(default=None, description="A claim card beside the figure.")
    claims: bool = Field(default=False, description="Whether the list of all claims follows the figure.")
    calculator: CalculatorRef | None = Field(default=None, description="A calculator that follows the figure.")


class Home(Model):
    """The home page: the whole guide at a glance."""

    headline: Headline
    lead: Prose
    hero: FigureRef | None = Field(default=None, description="The figure beside the headline.")
    chapters: list[Chapter] = Field(
        default_factory=list, description="The infographic, in order; without any there is no poster."
    )
    calculator: CalculatorRef | None = Field(default=None, description="The calculator that closes the infographic.")
    calculator_title: Headline | None = Field(default=None, description="The headline over it.")
    closing: Prose | None = Field(default=None, description="The last words.")


class Settings(Model):
    """content/guide.yml."""

    title: Label
    short_title: Label
    description: Label
    language: Language = "en"
    currency: Currency = "USD"
    currencies: list[Currency] = Field(
        default_factory=list, description="Further ones that readers may choose in calculators."
    )
    site_address: Address = "https://example.org/guide/"
    repository: Address | None = Field(default=None, description="Makes the edit links; left out, there are none.")
    offline: bool = Field(
        default=True,
        description="Whether browsers may keep the guide for reading offline; false takes back what they have kept.",
    )
    licence: Label
    updated: Date = Field(description="The day the content was last checked.")
    review_after_months: int = Field(
        default=12, ge=1, description="After how many months a source is to be read again, unless it names its own day."
    )
    sections: list[SectionRef] = Field(min_length=1, description="The pages, in their order.")
    claims: list[ClaimRef] = Field(default_factory=list, description="The claims checked, in their order.")
    units: dict[Key, Unit] = Field(description="How figures are written, by id.")
    definitions: dict[Key, Label] = Field(description="What may be compared with what, by id.")
    facets: dict[Key, Label] = Field(default_factory=dict, description="Filters of the statistics page.")
    glossary: dict[Key, Term] = Field(
        default_factory=dict, description="Words explained on a page of their own and beside fields, by id."
    )
    home: Home


@dataclass(frozen=True)
class Guide:
    """A guide as read: valid in each part; references are checked by `validate`.

    Attributes:
        original: Of a translated one: the language that it was translated from.
        translations: By their languages.
        versions: What a translated one has pages of in its own language, such as ``section:id``.
        left: The paragraphs of a translated one that are said as in its original.
    """

    settings: Settings
    sections: dict[str, Section]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    pages: dict[str, CalculatorPage]
    calculators: dict[str, CalculatorSpec]
    languages: Mapping[str, Words] = field(default_factory=dict)
    words: Words = ENGLISH
    original: str | None = None
    translations: Mapping[str, Translation] = field(default_factory=dict)
    versions: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    @property
    def written_in(self) -> str:
        """The language of its content; `original` is set where that was translated."""
        return self.original or self.settings.language
