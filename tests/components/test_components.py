"""Each component is written exactly as the file that was looked at and kept.

After a change that is meant, write them anew and look at the difference:
``UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/components``.
"""

import os
import re
from pathlib import Path

import pytest

from build_scripts.charts import KINDS
from build_scripts.component_samples import charts, components
from build_scripts.token_views import tokens
from tests.conftest import PROJECT

GOLDEN = Path(__file__).parent / "golden"
FOUND = components("contribute/style/")


def _file(name: str) -> Path:
    return GOLDEN / f"{re.sub('[^a-z]+', '-', name.lower())}.html"


@pytest.mark.parametrize("name", FOUND)
def test_golden(name: str) -> None:
    """The component is the one that was kept."""
    html = str(FOUND[name]).replace("><", ">\n<") + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        _file(name).write_text(html, encoding="utf-8")

    assert html == _file(name).read_text(encoding="utf-8")


def test_no_golden_file_outlives_its_component() -> None:
    """As many files as components."""
    assert {path.name for path in GOLDEN.iterdir()} == {_file(name).name for name in FOUND}


def test_every_kind_of_chart_is_shown() -> None:
    """A new kind comes to the style guide by itself."""
    assert list(charts()) == list(KINDS)


def test_the_tokens_are_those_of_the_style_sheet() -> None:
    """With both schemes' colours, and the contrast that the palette was chosen for."""
    css = (PROJECT / "docs/stylesheets/tokens.css").read_text(encoding="utf-8")
    found = tokens(css)
    swatches = {each.name: each for each in found.swatches}

    assert set(re.findall(r"--g-space-(\d+):", css)) == {name for name, _ in found.spaces}
    assert swatches["ink"].contrasts == ("14.6", "14.7")
    assert swatches["blue"].colours[0] in css
    assert swatches["blue"].colours != swatches["ink"].colours
