"""What the table about Lighthouse says, and which pages it asks about, without a browser."""

from pathlib import Path
from typing import Any

import pytest

from tests.lighthouse.__main__ import pages
from tests.lighthouse.bare import bare_site
from tests.lighthouse.report import CATEGORIES, Visit, short, table, visit


def found(performance: float, paint: float) -> dict[str, Any]:
    """A report of Lighthouse as far as it is read."""
    audits: dict[str, Any] = {
        "largest-contentful-paint": {"score": 0.5, "numericValue": paint},
        "cumulative-layout-shift": {"score": 1, "numericValue": 0},
        "total-blocking-time": {"score": 1, "numericValue": 12.4},
        "lcp-breakdown-insight": {"details": {"items": [{"type": "table"}, {"type": "node", "selector": "h1"}]}},
    }
    weights = {"largest-contentful-paint": 25, "total-blocking-time": 30}
    refs = [{"id": name, "weight": weights.get(name, 0)} for name in audits]
    categories: dict[str, Any] = {name: {"score": 1, "auditRefs": []} for name in CATEGORIES}
    categories["performance"] = {"score": performance, "auditRefs": refs}
    return {"audits": audits, "categories": categories}


def test_a_report_is_read() -> None:
    """Scores as points, times, the element of the largest paint, and what cost points."""
    read = visit(found(0.97, 2100.5))

    assert read.scores == {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert (read.paint, read.shift, read.blocked, read.element) == (2100.5, 0, 12.4, "h1")
    assert read.lost == ("performance largest-contentful-paint (0.5)",)


def test_medians_are_shown_and_judged() -> None:
    """One slow run among three costs nothing; two do, and what cost points is named; a missing score counts as none."""
    quick, slow = visit(found(1, 900)), visit(found(0.5, 4000))
    ungraded = Visit({**quick.scores, "seo": None}, 900, 0, 0, "", ())
    visits = {("home", ""): [slow, quick, quick], ("claims", "claims/"): [slow, quick, slow], ("x", "x/"): [ungraded]}

    assert table(visits)[2] == "| home | / | 100 | 100 | 100 | 100 | 900 | 0.000 | 12 | `h1` |"
    assert short(visits) == [
        "/claims/: performance 50, at least 99: largest-contentful-paint (0.5)",
        "/x/: seo 0, at least 100: unknown",
    ]


def test_one_page_of_each_kind_is_asked_about(tmp_path: Path) -> None:
    """The longest of each kind but those that nobody is led to, and the base line, unless some are named."""
    for address in ("", "guide/a", "guide/b", "claims", "embed/a"):
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text(address)
    (tmp_path / "guide/b/index.html").write_text("longer than a")
    (tmp_path / "404.html").touch()

    assert pages(tmp_path, None) == {"home": "", "claims": "claims/", "guide/*": "guide/b/", "bare": "bare/"}
    assert pages(tmp_path, ["claims", "guide/a/"]) == {"claims": "claims/", "guide/a/": "guide/a/"}
    with pytest.raises(ValueError, match="no such page: clams; kinds: "):
        pages(tmp_path, ["clams"])


def test_the_base_line_is_the_theme_with_the_same_words(tmp_path: Path) -> None:
    """The words without our front matter, the theme's own sheets and script, and nothing of another host."""
    (tmp_path / "method.md").write_text(
        "---\ntitle: x\nlinked: y\n---\n# How it is done { #method }\n\n| a |\n|---|\n| b |\n"
    )

    page = (bare_site(tmp_path, tmp_path / "bare") / "index.html").read_text(encoding="utf-8")

    assert '<h1 id="method">How it is done' in page
    assert "<td>b</td>" in page
    assert "linked: y" not in page
    assert "assets/stylesheets/main." in page
    assert "guide" not in page
    assert "fonts.googleapis" not in page
