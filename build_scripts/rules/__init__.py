"""The rules across files, grouped by what they protect."""

from collections.abc import Callable, Iterator

from ..validate import Files, Finding, Rule
from . import (
    calculator_rules,
    fact_rules,
    figure_rules,
    grade_rules,
    language_rules,
    prose_rules,
    reference_rules,
    text_rules,
    translated_text_rules,
    translation_rules,
)

ALONE: list[Callable[[Files], Iterator[Finding]]] = [*text_rules.ALONE, *prose_rules.ALONE]
"""Those that judge one text by itself."""

RULES: list[Rule] = [
    *reference_rules.RULES,
    *text_rules.RULES,
    *fact_rules.RULES,
    *figure_rules.RULES,
    *grade_rules.RULES,
    *calculator_rules.RULES,
    *language_rules.RULES,
    *prose_rules.RULES,
    *translation_rules.RULES,
    *translated_text_rules.RULES,
]

WARNINGS = {*fact_rules.WARNINGS, *prose_rules.WARNINGS, *translated_text_rules.WARNINGS}
"""The names by which a comment may allow what is only a warning."""
