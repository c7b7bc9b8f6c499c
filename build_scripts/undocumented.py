"""Python source without its docstrings: a page has no use for them, and they are a third of what it would load."""

import ast
from itertools import accumulate

type Documented = ast.Module | ast.ClassDef | ast.FunctionDef


def undocumented(package: dict[str, bytes]) -> dict[str, bytes]:
    """Every module with empty docstrings; all else, and every line's number, stays as it is."""
    return {path: _emptied(source) if path.endswith(".py") else source for path, source in package.items()}


def _emptied(source: bytes) -> bytes:
    starts = [0, *accumulate(len(line) for line in source.splitlines(keepends=True))]
    for text in reversed(_docstrings(ast.parse(source))):
        first = starts[text.lineno - 1] + text.col_offset
        last = starts[(text.end_lineno or text.lineno) - 1] + (text.end_col_offset or 0)
        source = source[:first] + b'""' + b"\n" * source[first:last].count(b"\n") + source[last:]
    return source


def _docstrings(tree: ast.Module) -> list[ast.expr]:
    """The docstrings in their order."""
    owners = [each for each in ast.walk(tree) if isinstance(each, ast.Module | ast.ClassDef | ast.FunctionDef)]
    texts = [owner.body[0].value for owner in owners if _is_documented(owner) and isinstance(owner.body[0], ast.Expr)]
    return sorted(texts, key=lambda text: text.lineno)


def _is_documented(owner: Documented) -> bool:
    return ast.get_docstring(owner, clean=False) is not None
