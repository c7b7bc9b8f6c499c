"""The page for people who write programs: what it shows is what the package does."""

import doctest
import re
from html import unescape

import pytest

import calculators
from build_scripts.model.guide import Guide
from build_scripts.pages.api import add_api, functions
from build_scripts.pipeline import check
from build_scripts.site import Site
from build_scripts.values import Values

from .conftest import PROJECT

FOUND = check(PROJECT).guide
assert FOUND is not None
GUIDE: Guide = FOUND
SITE = Site(GUIDE, Values(GUIDE))
add_api(SITE)
BODY = SITE.pages[0].body
SHOWN = re.compile(r'<div class="g-code g-code--example"><pre[^>]*><code>(.*?)</code>', re.S)
EXAMPLES = [unescape(code) for code in SHOWN.findall(BODY)]


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split('run("')[1].split('"')[0])
def test_every_example_is_run(text: str) -> None:
    """Typed into Python, it gives what the page shows."""
    test = doctest.DocTestParser().get_doctest(text + "\n", {}, "example", None, 0)
    assert len(test.examples) >= 4

    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_every_calculator_has_one() -> None:
    """With its inputs and results by their names."""
    assert len(EXAMPLES) == len(calculators.ids())
    for id_ in calculators.ids():
        described = calculators.describe(id_)
        for field in described["inputs"] + described["results"]:
            assert f"<code>{field['name']}</code>" in BODY


def test_every_function_is_there_as_it_is() -> None:
    """The public functions of the package, each with what it says of itself."""
    public = [name for name, each in vars(calculators).items() if callable(each) and not name.startswith("_")]
    own = [name for name in public if getattr(calculators, name).__module__ == "calculators"]

    assert sorted(each.name for each in functions()) == sorted(own)
    assert all(each.words.striptags() for each in functions())
