"""The look: colours that can be told apart, overrides that follow upstream, text that stays text."""

import hashlib
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import material
import pytest
from jinja2 import Environment, FileSystemLoader

from .conftest import PROJECT

STYLES = PROJECT / "docs/stylesheets"
OVERRIDES = PROJECT / "docs/.overrides"
UPSTREAM = Path(material.__file__).parent / "templates"
SEEN = {
    "404.html": "80c93494b5432b1b",
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "partials/copyright.html": "bc86bca3bf75070f",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/language.html": "3a44516f305006ac",
    "partials/logo.html": "e0925ef6c190174a",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/nav-item.html": "89895208f22d68ce",
    "partials/palette.html": "fb935107ae7d3d74",
    "partials/search.html": "bfd556535abcddb9",
    "partials/tabs.html": "d2c82916569e645a",
    "partials/tabs-item.html": "52fe1f551aa2dbfc",
    "partials/toc.html": "fde48f583563364b",
}
"""What upstream's templates were when ours were made from them."""
OWN = {"embed.html", "home.html", "partials/early.html", "partials/edit.html", "partials/text.html"}
"""Templates that upstream doesn't have."""


@pytest.mark.parametrize("name", SEEN)
def test_overrides_follow_upstream(name: str) -> None:
    """When the theme changes a template that we override or copy a block of, somebody has to look."""
    assert hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()[:16] == SEEN[name]


def test_every_override_is_watched() -> None:
    """No template of the theme is overridden without being watched."""
    ours = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}

    assert ours - OWN - set(SEEN) == set()
    assert [name for name in OWN if (UPSTREAM / name).exists()] == []


def test_upstream_notice_is_kept() -> None:
    """What was made from the theme's templates says so."""
    made = [OVERRIDES / name for name in SEEN if (OVERRIDES / name).exists() and name not in {"404.html"}]

    assert [path.name for path in made if "Martin Donath, MIT License" not in path.read_text()] == ["logo.html"]


# ---- colours


def tokens(selector: str) -> dict[str, str]:
    """Custom properties of the first rule of tokens.css for this selector."""
    css = (STYLES / "tokens.css").read_text(encoding="utf-8")
    rule = css[css.index(f"{selector} {{") :].split("}", 1)[0]
    return dict(re.findall(r"(--g-[a-z0-9-]+): ([^;]+);", rule))


LIGHT = tokens(":root")
SCHEMES = {
    "light": LIGHT,
    "dark": LIGHT | tokens('[data-md-color-scheme="guide-dark"]'),
}
for name in ("light", "dark"):
    for band in ("blue", "ink"):
        SCHEMES[f"{band} band, {name}"] = SCHEMES[name] | tokens(f".g-band--{band}")


def luminance(scheme: dict[str, str], token: str) -> float:
    """Relative luminance as WCAG 2 defines it; a token may name another token."""
    value = scheme[f"--g-{token}"]
    while named := re.fullmatch(r"var\((--g-[a-z-]+)\)", value):
        value = scheme[named[1]]
    channels = [int(value[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme: dict[str, str], one: str, other: str) -> float:
    """WCAG 2 contrast of two tokens."""
    dark, light = sorted((luminance(scheme, one), luminance(scheme, other)))
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2", "blue", "red") for ground in ("ground", "raised")),
    ("ink", "sunk"),
    ("ink-2", "sunk"),
    ("ink", "blue-wash"),
    ("blue", "blue-wash"),
    ("ink", "red-wash"),
    ("on-blue", "blue"),
]
SHAPES = [(shape, ground) for shape in ("line", "dot") for ground in ("ground", "raised")]


@pytest.mark.parametrize("name", SCHEMES)
def test_text_can_be_read(name: str) -> None:
    """Every pair of inks that the styles set text in has a contrast of 4.5 or more."""
    assert [pair for pair in TEXT if contrast(SCHEMES[name], *pair) < 4.5] == []


@pytest.mark.parametrize("name", SCHEMES)
def test_shapes_can_be_seen(name: str) -> None:
    """Outlines and dots that carry meaning have a contrast of 3 or more."""
    assert [pair for pair in SHAPES if contrast(SCHEMES[name], *pair) < 3] == []


def test_every_scheme_has_every_ink() -> None:
    """Dark, bands and forced colours redefine the same inks that light defines."""
    inks = {name for name, value in LIGHT.items() if value.startswith("#")}
    bands = {"--g-band-blue", "--g-band-ink"}
    css = (STYLES / "tokens.css").read_text(encoding="utf-8")
    forced = set(re.findall(r"(--g-[a-z0-9-]+): (?:Canvas|CanvasText|GrayText);", css))

    assert set(tokens('[data-md-color-scheme="guide-dark"]')) == inks
    assert set(tokens(".g-band--blue")) == inks - bands
    assert set(tokens(".g-band--ink")) == inks - bands
    assert forced == inks


def test_styles_use_only_tokens_that_exist() -> None:
    """A misspelt token would silently be no value at all."""
    sheets = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
    defined = {name for css in sheets.values() for name in re.findall(r"(--g-[a-z0-9-]+):", css)}
    used = {(file, name) for file, css in sheets.items() for name in re.findall(r"var\((--g-[a-z0-9-]+)", css)}

    assert sorted((file, name) for file, name in used if name not in defined) == []


def test_nothing_is_rounded_or_lifted() -> None:
    """No radius but a circle's, no shadow."""
    css = "".join(path.read_text(encoding="utf-8") for path in STYLES.glob("*.css"))

    assert set(re.findall(r"border-radius: ([^;]+);", css)) <= {"0", "50%"}
    assert set(re.findall(r"box-shadow: ([^;]+);", css)) <= {"none"}


# ---- templates


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three pages with hostile titles, built by MkDocs with our settings."""
    folder = tmp_path_factory.mktemp("small")
    config = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "site_name": 'Salt & "Pepper" <i>',
        "site_url": "https://example.org/repo/",
        "copyright": "A & B",
        "docs_dir": "docs",
        "theme": {"custom_dir": str(OVERRIDES)},
        "extra_css": [],
        "extra_javascript": [],
        "nav": [{"Home": "index.md"}, {"A < B & C": [{"First <b>": "first.md"}, {"Second": "second.md"}]}],
    }
    pages: dict[str, dict[str, object]] = {
        "index.md": {"template": "home.html", "hide": ["navigation", "toc"]},
        "first.md": {"description": 'Says "<b>" & more', "edit_url": 'https://example.org/edit?a=1&b="'},
        "second.md": {"hide": ["toc", "path", "pager"]},
    }
    (folder / "docs").mkdir()
    for name, meta in pages.items():
        front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in {"title": f"<i>{name}", **meta}.items())
        (folder / "docs" / name).write_text(f"---\n{front}\n---\n\n# Head\n\n## Part {'{ #part }'}\n\nText.\n")
    (folder / "mkdocs.yml").write_text("\n".join(f"{key}: {json.dumps(value)}" for key, value in config.items()))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(folder / "mkdocs.yml")]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return folder / "site"


def page(site: Path, name: str) -> str:
    """The HTML of a page."""
    return (site / name / "index.html").read_text(encoding="utf-8")


def test_titles_and_descriptions_come_out_as_the_text_they_are(small: Path) -> None:
    """What looks like HTML in a title, an address or a description is escaped wherever the theme prints it."""
    html = page(small, "first")

    assert "<title>&lt;i&gt;first.md – Salt &amp; &#34;Pepper&#34; &lt;i&gt;</title>" in html
    assert '<meta name="description" content="Says &#34;&lt;b&gt;&#34; &amp; more">' in html
    assert '<a href="https://example.org/edit?a=1&amp;b=&#34;" rel="edit noopener">Edit this page</a>' in html
    assert not re.search(r"<i>|<b>", html)


def test_a_page_says_where_it_is(small: Path) -> None:
    """Breadcrumb, marked links in header and nav, previous and next."""
    html = page(small, "first")

    assert '<span aria-current="page">First &lt;b&gt;</span>' in html
    assert html.count('aria-current="page"') == 2
    assert html.count('aria-current="true"') == 1
    assert re.findall(r'g-pager__title">([^<]*)<', html) == ["Home", "Second"]


def test_front_matter_hides_what_it_names(small: Path) -> None:
    """Contents, breadcrumb and pager go; on the home page the nav stays for the drawer only."""
    second, home = page(small, "second"), page(small, "")

    assert not re.search("g-path|g-pager|g-contents|md-sidebar--secondary|g-edit", second)
    assert "g-drawer-only" in home
    assert "md-sidebar--secondary" not in home
    assert "g-drawer-only" not in second


def test_the_page_for_lost_readers_leads_back(small: Path) -> None:
    """404.html lists the pages by their groups, with addresses that hold at any depth."""
    html = (small / "404.html").read_text(encoding="utf-8")

    assert '<li><a href="/repo/.">Home</a></li>' in html
    assert "<h2>A &lt; B &amp; C</h2>" in html
    assert '<li><a href="/repo/first/">First &lt;b&gt;</a></li>' in html


def test_the_theme_loads_nothing_from_elsewhere(small: Path) -> None:
    """Scripts, styles, fonts and pictures of the theme are the site's own; no element is styled by hand."""
    for path in small.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe)[^>]* src="([^"]*)"', html)
        loaded += re.findall(r'<link rel="(?:stylesheet|preload|icon|preconnect)"[^>]*href="([^"]*)"', html)

        assert loaded
        assert [address for address in loaded if re.match("(https?:)?//", address)] == []
        assert " style=" not in html


def test_headings_keep_their_order_in_the_frame(small: Path) -> None:
    """The theme adds no heading of its own before the page's first."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", page(small, "first"))]

    assert levels == [1, 2]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize(
    ("here", "listed"),
    [(0, ["0–10", "+89"]), (50, ["+40", "40–60", "+39"]), (99, ["+89", "89–99"]), (None, ["0–20", "+79"])],
)
def test_of_a_long_group_what_is_near_is_listed(here: int | None, listed: list[str]) -> None:
    """Pages of a large guide don't list all others; each tells how many it leaves out on either side."""
    pages = [SimpleNamespace(title=f"Page {number}", url=str(number), children=None) for number in range(100)]
    environment = Environment(loader=FileSystemLoader(OVERRIDES), autoescape=False)
    environment.filters["url"] = str
    html = environment.get_template("partials/nav.html").render(
        nav=SimpleNamespace(items=[SimpleNamespace(title="Guide", children=pages)]),
        page=None if here is None else pages[here],
        lang=SimpleNamespace(t=str, frame={}),
    )
    shown = re.findall(r'g-nav__more">(\+\d+)<|href="(\d+)"', html)
    links = [int(number) for _, number in shown if number]

    assert [more or f"{links[0]}–{links[-1]}" for more, number in shown if more or number == str(links[0])] == listed
    assert links == list(range(links[0], links[-1] + 1))
