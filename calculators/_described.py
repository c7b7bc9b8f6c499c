"""Problems, fields and results as plain dicts that JSON can hold."""

from ._fields import Input, Problem, Result, Text
from ._said import described, english, plain, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def described_problem(problem: Problem) -> "dict[str, Any]":
    """One refusal or note."""
    return {
        "code": problem.code,
        "level": problem.level,
        "field": problem.field,
        "row": problem.row,
        "values": plain(problem.said),
        "text": problem.text,
        "said": described(problem.said),
    }


def described_field(field: Input | Text) -> "dict[str, Any]":
    """One input or column."""
    return {
        "name": field.name,
        "word": english(word(field.name)),
        "unit": field.unit,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "whole": field.whole,
        "costly": isinstance(field, Input) and field.costly,
        "choices": field.choices if isinstance(field, Text) else [],
        "longest": field.longest if isinstance(field, Text) else None,
    }


def described_result(result: Result) -> "dict[str, Any]":
    """One result."""
    return {
        "name": result.name,
        "unit": result.unit,
        "digits": result.digits,
        "text": result.text,
        "undefined": result.undefined,
        "many": result.many,
        "along": result.along,
        "texts": result.texts,
    }
