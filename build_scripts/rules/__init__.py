"""The rules across files, grouped by what they protect."""

from ..validate import Rule
from . import calculator_rules, fact_rules, figure_rules, grade_rules, reference_rules, text_rules

RULES: list[Rule] = [
    *reference_rules.RULES,
    *text_rules.RULES,
    *fact_rules.RULES,
    *figure_rules.RULES,
    *grade_rules.RULES,
    *calculator_rules.RULES,
]
