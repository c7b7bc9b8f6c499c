"""The glossary: words explained once, on a page and beside the fields and results that use them."""

from dataclasses import replace

from build_scripts.calculator_page import form
from build_scripts.composer import Composer
from build_scripts.model.guide import Guide
from build_scripts.pages.glossary import add_glossary
from build_scripts.pipeline import check
from build_scripts.site import Site
from build_scripts.translation import translated
from build_scripts.values import Values

from .conftest import PROJECT

FOUND = check(PROJECT).guide
assert FOUND is not None
GUIDE: Guide = FOUND


def test_every_word_has_its_place_and_its_users() -> None:
    """The page has each term under its id, in the order of the alphabet, and leads to the calculators."""
    site = Site(GUIDE, Values(GUIDE))
    add_glossary(site)
    body = site.pages[0].body

    places = [body.index(f'id="{id_}"') for id_ in GUIDE.settings.glossary]
    names = [term.name.casefold() for term in GUIDE.settings.glossary.values()]
    assert [name for _, name in sorted(zip(places, names, strict=True))] == sorted(names)
    assert 'href="../calculators/campaign-return/"' in body


def test_a_tip_stands_beside_what_it_explains() -> None:
    """A button opens the meaning, without any script; it leads to the glossary as well."""
    html = form("campaign-return", Composer(GUIDE, Values(GUIDE), "calculators/campaign-return/"))

    assert 'popovertarget="campaign-return-margin-term"' in html
    assert '<a href="../../glossary/#margin">' in html
    assert html.count("popovertarget=") == html.count(" popover>")


def test_a_translated_page_has_no_tips_in_another_language() -> None:
    """The glossary is written in the guide's own language."""
    german = translated(GUIDE, GUIDE.languages["de"])

    assert "popovertarget" not in form("campaign-return", Composer(german, Values(german), "calculators/x/de/"))


def test_a_guide_without_a_glossary_has_no_page() -> None:
    """And its nav doesn't name one."""
    bare = replace(GUIDE, settings=GUIDE.settings.model_copy(update={"glossary": {}}))
    site = Site(bare, Values(bare))
    add_glossary(site)

    assert site.pages == []


def test_a_default_that_is_a_published_figure_names_its_source() -> None:
    """Its value and its citation stand under the field."""
    page = GUIDE.pages["size-swap"]
    words = page.inputs["rate_b"].model_copy(update={"default": "hypeauditor-micro-2026"})
    changed = page.model_copy(update={"inputs": {**page.inputs, "rate_b": words}})
    guide = replace(GUIDE, pages={**GUIDE.pages, "size-swap": changed})
    composer = Composer(guide, Values(guide), "calculators/size-swap/")

    html = form("size-swap", composer)
    assert "Filled in: <span" in html
    assert "a published figure." in html
    assert [entry.source for entry in composer.citations.entries]
