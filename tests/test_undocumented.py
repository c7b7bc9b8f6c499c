"""The page's copy of the calculators: the same code on the same lines, without documentation."""

import ast

from build_scripts.registry import stage
from build_scripts.undocumented import undocumented

from .conftest import PROJECT


def test_nothing_but_docstrings_goes() -> None:
    """Every module has the same statements in the same lines, and no text to read."""
    package = stage(PROJECT)
    plain = undocumented(package)

    for path, source in package.items():
        before, after = ast.parse(source), ast.parse(plain[path])
        lines = [node.lineno for node in ast.walk(before) if isinstance(node, ast.stmt)]
        assert [node.lineno for node in ast.walk(after) if isinstance(node, ast.stmt)] == lines
        owners = [each for each in ast.walk(after) if isinstance(each, ast.Module | ast.ClassDef | ast.FunctionDef)]
        assert {ast.get_docstring(owner) for owner in owners} <= {None, ""}
    assert sum(map(len, plain.values())) < 0.75 * sum(map(len, package.values()))


def test_a_text_that_is_no_docstring_stays() -> None:
    """Only what stands first in a module, class or function is documentation."""
    source = """'''Of
the module.'''

NAME = '''a
b'''

def f(x):
    "é"; return "x"

class C:
    n = ""
"""

    kept = source.replace("'''Of\nthe module.'''", '""\n').replace('"é"', '""')
    assert undocumented({"a.py": source.encode(), "b.txt": b"'x'"}) == {"a.py": kept.encode(), "b.txt": b"'x'"}
