"""Figures to draw in tests: those that the style guide shows, and more."""

from build_scripts.samples import CASES, GOLDEN, SETTINGS, Case, case, read

__all__ = ["CASES", "GOLDEN", "SETTINGS", "Case", "case", "read"]
