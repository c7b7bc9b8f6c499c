"""Each kind of figure is drawn exactly as the file beside its case shows.

A golden file is a page: open it in a browser to see the figure at every width. After a change that is meant,
write them anew and look at the difference: ``UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/charts/test_golden.py``.
"""

import os
from pathlib import Path

import pytest
from markupsafe import Markup, escape

from build_scripts.charts import KINDS
from build_scripts.charts.drawing import Drawing
from build_scripts.figures import table_csv

from .cases import CASES, GOLDEN, case, read

SHEETS = "../../../../docs/stylesheets"
HEAD = f"""<!doctype html>
<html lang="en" data-md-color-scheme="guide-light">
<meta charset="utf-8">
<link rel="stylesheet" href="{SHEETS}/tokens.css">
<link rel="stylesheet" href="{SHEETS}/figure.css">
"""


def page(drawing: Drawing) -> str:
    """The drawing as a page: description, every picture with a line an element, and the rows."""
    pictures = "\n".join(f"<!-- {size} -->\n{_lines(markup)}" for size, markup in drawing.pictures.items())
    rows = escape(table_csv(drawing.table).decode())
    body = f'<div class="g-figure__picture">\n{pictures}\n</div>'
    return f"{HEAD}<p>{escape(drawing.description)}</p>\n{body}\n<pre>\n{rows}</pre>\n"


def _lines(markup: Markup) -> str:
    return str(markup).replace("><", ">\n<")


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden(path: Path) -> None:
    """The drawing is the one that was looked at and kept."""
    drawn, kept = page(case(read(path)).draw()), path.with_suffix(".html")
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8")

    assert drawn == kept.read_text(encoding="utf-8")


def test_every_kind_has_a_golden_file() -> None:
    """No kind of figure goes without a case, and no case without a kind."""
    assert {path.name for path in GOLDEN.iterdir()} == set(KINDS)


def test_nothing_is_filled_with_a_pattern() -> None:
    """Browsers print a pattern as coarse dots, whatever the paper could show."""
    assert [path.name for path in GOLDEN.rglob("*.html") if "<pattern" in path.read_text(encoding="utf-8")] == []
