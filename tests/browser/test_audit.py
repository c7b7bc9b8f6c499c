"""The audit that `make audit` prints: it reads every page and sees what is wrong."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.__main__ import audit
from tests.audit.findings import SCREENS, Findings
from tests.audit.kinds import examples

pytestmark = pytest.mark.browser
PAGE = '<!doctype html><html lang="en"><title>A page</title><main><h1>Words</h1>{}</main>'


def test_the_longest_page_stands_for_its_kind(tmp_path: Path) -> None:
    """Pages of one folder are of one kind; a page of its own is a kind of its own."""
    pages = {"": "a", "guide/a/": "a", "guide/b/": "bb", "claims/": "a"}
    files = {address: tmp_path / f"{number}.html" for number, address in enumerate(pages)}
    for address, path in files.items():
        path.write_text(pages[address], encoding="utf-8")

    assert examples(files) == {"home": "", "guide/*": "guide/b/", "claims": "claims/"}


def test_the_table_counts_and_the_list_names() -> None:
    """A row a kind, a column a screen; below, what was found where."""
    findings = Findings({("claims/", screen): [] for screen in SCREENS})
    findings.of["claims/", SCREENS[3]] = ["image-alt: ['img']"]

    assert findings.table({"claims": "claims/"}).splitlines() == [
        "kind of page  example   light 1440  dark 1440  light 320  dark 320",
        "claims        /claims/           0          0          0         1",
    ]
    assert findings.once() == "every page once, light 1440: 1 pages, 0 violations"
    assert findings.listed() == ["/claims/ (claims), dark 320: image-alt: ['img']"]


def test_what_is_wrong_is_found_on_the_screen_where_it_is(browser: Browser, tmp_path: Path) -> None:
    """A picture without words everywhere, hidden words in the dark, what is too wide where it is narrow."""
    dark = "<style>@media (prefers-color-scheme: dark) { p { color: #eee; background: #fff } }</style>"
    pages = {
        "index.html": "<p>All is well.</p>",
        "a/index.html": '<img src="data:,">',
        "b/index.html": f"{dark}<p>Words</p><pre>{'wide ' * 20}</pre>",
        "404.html": "<p>Nothing.</p>",
    }
    for name, content in pages.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE.format(content), encoding="utf-8")

    findings, chosen = audit(browser, tmp_path, "https://example.org/guide/")
    rules = {key: [each.partition(":")[0] for each in found] for key, found in findings.of.items()}

    assert chosen == {"home": "", "a": "a/", "b": "b/", "404.html": "404.html"}
    assert all(rules["", screen] == rules["404.html", screen] == [] for screen in SCREENS)
    assert all(rules["a/", screen] == ["image-alt"] for screen in SCREENS)
    wide = "the page is wider than the screen"
    assert [rules["b/", screen] for screen in SCREENS] == [[], ["color-contrast"], [wide], ["color-contrast", wide]]
