"""The theme's style sheets, shortened: what goes is what no page has, and what stays is as it was."""

import re
from pathlib import Path

import pytest

from build_scripts.theme_sheet import ABSENT, FOLDER, REWORDED, kept_theme_sheet, needed, theme_sheet

CLASSES = re.compile(r'class="([^"]*)"')


def selectors(css: str) -> set[str]:
    """Every selector of a sheet without white space, also those within conditions."""
    return {each.strip() for group in re.findall(r"([^{}]+)\{", css) for each in group.split(",")}


def test_no_page_has_a_part_whose_rules_are_gone(flagship: Path) -> None:
    """Whoever turns on an extension or a feature of the theme has to keep its rules."""
    pages = (flagship / "site").rglob("*.html")
    used = {name for page in pages for group in CLASSES.findall(page.read_text()) for name in group.split()}

    assert "md-nav__link" in used
    assert {name for name in used if name.startswith(ABSENT)} == set()


def test_every_part_that_is_left_out_is_one_of_the_theme() -> None:
    """A name that the theme no longer has would leave out nothing."""
    css = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.min.css"))

    assert [name for name in ABSENT if f".{name}" not in css] == []


def test_other_rules_stay_word_for_word() -> None:
    """The shortened sheet has the theme's rules, but for words that it says, and keeps what pages need."""
    whole = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.min.css"))
    kept = theme_sheet().decode()
    for theirs, ours in REWORDED.items():
        assert theirs in whole
        whole = whole.replace(theirs, ours)

    assert selectors(kept.partition("*/")[2]) <= selectors(whole)
    for needed_by_pages in (".md-typeset table.g-plain td{", ".md-search__input{", "@media print{", ".admonition"):
        assert needed_by_pages in kept
    assert kept.index(".md-nav") < kept.index("[data-md-color-scheme=slate]")


def test_the_themes_script_has_no_table_to_wrap(flagship: Path) -> None:
    """Each table has a class, else the theme would put it into a box as it starts, and the page be laid out anew."""
    pages = [path.read_text(encoding="utf-8") for path in (flagship / "site").rglob("*.html")]

    assert any('<table class="g-plain">' in page for page in pages)
    assert [page for page in pages if re.search(r"<table(?![^>]* class=)", page)] == []


def test_no_rule_asks_what_the_themes_script_sets(flagship: Path) -> None:
    """It gives `html` other classes and each link its own address: no table and no link may be styled anew for that."""
    sheet = next((flagship / "site/assets").glob("guide-*/stylesheets/guide.css")).read_text(encoding="utf-8")

    assert [each for each in selectors(sheet) if re.search(r":not\(\[class\]\)[^,]* |\[href[]^$*~]", each)] == []


@pytest.mark.parametrize(
    "selector",
    [
        ".no-js .md-typeset .tabbed-set>input:first-child:checked~.tabbed-labels>:first-child",
        ".md-typeset table:not([class]) td>:first-child",
        ".md-typeset table:not([class])+*",
        "[data-md-color-switching] *",
    ],
)
def test_what_may_concern_any_element_is_gone(selector: str) -> None:
    """Each of these makes a browser restyle the whole page when the theme marks `html` or `body` as it starts."""
    whole = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.min.css"))

    assert selector in whole
    assert not needed(selector)
    assert selector not in theme_sheet().decode()


def test_a_sheet_that_was_made_before_is_taken_as_it_lies_there(tmp_path: Path) -> None:
    """Reading the theme's sheets takes a while, and they change with the theme alone."""
    assert kept_theme_sheet(tmp_path) == theme_sheet()
    kept = next(tmp_path.glob("theme-*/theme.css"))
    kept.write_bytes(b"as it lies there")
    assert kept_theme_sheet(tmp_path) == b"as it lies there"
