"""The modules that the page gets keep to what CPython, Pyodide and MicroPython do alike."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from .micropython import page_files

ALLOWED_IMPORTS = {"json", "math", "os"}
FURTHER_IMPORTS = {"campaign_forecast.py": {"random"}}
"""A forecast needs a seeded generator, and MicroPython's `random` has none of its own: Pyodide alone answers it."""
CALLS_THAT_DIFFER = {"sum", "round", "format", "print", "open", "eval", "exec", "input", "repr", "hash", "id"}
METHODS_THAT_DIFFER = {
    "lower", "casefold", "title", "isdigit", "isnumeric", "isalpha", "isspace", "isdecimal", "zfill", "ljust", "rjust",
    "removeprefix", "removesuffix", "splitlines", "bit_length", "setdefault", "popitem", "items",
}  # fmt: skip
SYNTAX_THAT_FAILS = (ast.Match, ast.TypeAlias, ast.TryStar, ast.AsyncFunctionDef, ast.Await)


def shipped(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node but those that only type checkers see."""
    hidden = {
        id(node)
        for block in tree.body
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING"
        for part in block.body
        for node in ast.walk(part)
    }
    return (node for node in ast.walk(tree) if id(node) not in hidden)


def findings(source: str, further: Iterable[str] = ()) -> list[str]:
    """What in a module the interpreters don't do alike, or what a pure module doesn't do."""
    allowed = {f"import {name}" for name in ALLOWED_IMPORTS.union(further)}
    return [text for node in shipped(ast.parse(source)) for text in _of(node) if text not in allowed]


def _of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (f"import {name.name}" for name in node.names)
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        yield f"from {node.module} import"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS_THAT_DIFFER:
        yield f"{node.func.id}()"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        bare = node.func.attr in ("strip", "lstrip", "rstrip", "split") and not node.args
        if bare or node.func.attr in METHODS_THAT_DIFFER:
            yield f".{node.func.attr}()"
    if isinstance(node, ast.FormattedValue) and (node.format_spec or node.conversion != -1):
        yield "a format in an f-string"
    if isinstance(node, ast.List | ast.Tuple | ast.Set) and any(isinstance(one, ast.Starred) for one in node.elts):
        yield "a star in a list"
    if isinstance(node, ast.Slice) and node.step:
        yield "a slice with a step"
    if isinstance(node, ast.arguments) and node.posonlyargs:
        yield "positional-only arguments"
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and (node.decorator_list or node.type_params):
        yield f"a decorator or a type parameter on {node.name}"
    if isinstance(node, SYNTAX_THAT_FAILS):
        yield type(node).__name__


@pytest.mark.parametrize(("name", "source"), page_files().items(), ids=page_files().keys())
def test_modules_keep_to_the_common_language(name: str, source: str) -> None:
    """Nothing but relative imports and what is allowed, and no call or syntax that differs."""
    assert findings(source, FURTHER_IMPORTS.get(name, ())) == [], name


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import statistics", ["import statistics"]),
        ("from typing import Any", ["from typing import"]),
        ("TYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Any", []),
        ("from ._sums import total", []),
        ("sum([1])", ["sum()"]),
        ("'A'.lower()", [".lower()"]),
        ("' a'.strip()", [".strip()"]),
        ("' a'.strip(' ')", []),
        ("f'{1:,}'", ["a format in an f-string"]),
        ("[*a, 1]", ["a star in a list"]),
        ("a[::2]", ["a slice with a step"]),
        ("def f(a, /): pass", ["positional-only arguments"]),
        ("@cache\ndef f(): pass", ["a decorator or a type parameter on f"]),
        ("match a:\n    case _: pass", ["Match"]),
    ],
)
def test_what_is_found(source: str, found: list[str]) -> None:
    """The check finds what it is for."""
    assert findings(source) == found
