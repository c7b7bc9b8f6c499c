"""The policy, the pages it refuses and the headers for hosts, as pure functions."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.host_headers import headers_file, nginx_example
from build_scripts.inline_code import InlineCode
from build_scripts.policy import DIRECTIVES, policy, sealed
from build_scripts.seal import THEME, seal

from .conftest import PROJECT
from .headers_reader import sent

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>x</title>'
TEMPLATES = ['<script>scope=new URL("{{ base_url }}",location)</script>', "<script>later()</script>"]
FILES = [
    "index.html",
    "404.html",
    "_redirects",
    "service-worker.js",
    "claims/index.html",
    "guide/costs/index.html",
    "embed/costs/index.html",
    "assets/favicon.svg",
    "assets/guide-0123456789ab/scripts/page.mjs",
    "assets/python/manifest.json",
    "assets/python/07639db7d19b/pyodide.asm.wasm",
    "assets/python/stdlib-acb67d05892b.zip",
    "assets/python/calculators-94637a690b6c/calculators.whl",
    "assets/python/snapshot-3ca87e2af25f.bin",
    "assets/stylesheets/main.57a0d79d.min.css",
]


def page(body: str) -> str:
    """A page with this after its head's first elements."""
    return HEAD + body


def scope(base: str) -> str:
    """The theme's script as it stands at one depth."""
    return f'<script>scope=new URL("{base}",location)</script>'


def hash_of(script: str) -> str:
    """A script's hash as the policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def refused(body: str, name: str = "x/index.html") -> list[str]:
    """What the policy says against a page (or a picture) that is fine otherwise."""
    return list(map(str, policy({name: page(body)}, TEMPLATES).problems))


# ---- the text


def test_one_policy_allows_the_scripts_of_every_depth() -> None:
    """Pages of three depths and the 404 give one text with the hash of each script, once."""
    bases = {"index.html": ".", "claims/index.html": "..", "guide/x/index.html": "../..", "404.html": "/repo/"}
    files = {name: page(scope(base) + "<script>later()</script>") for name, base in bases.items()}

    found = policy(files, TEMPLATES)

    assert found.problems == []
    scripts = ["later()", *(f'scope=new URL("{base}",location)' for base in bases.values())]
    assert set(re.findall(r"'sha256-[^']+'", found.text)) == set(map(hash_of, scripts))
    assert found.text.count("sha256-") == len(scripts)
    assert found == policy(dict(reversed(files.items())), TEMPLATES)


def test_data_in_a_script_element_needs_no_hash() -> None:
    """JSON never runs, and a script from a file is allowed by its address."""
    body = '<script type="application/json">{"a": 1}</script><script type="application/ld+json">{}</script>'

    assert "sha256" not in policy({"index.html": page(body + '<script src="a.js"></script>')}, TEMPLATES).text


def test_nothing_unsafe_and_nothing_foreign_is_allowed() -> None:
    """What isn't named is refused; inline code and other hosts are never named."""
    text = policy({}, []).text

    assert text.startswith("default-src 'none'; ")
    assert not re.search(r"'unsafe-(inline|eval|hashes)'|https?:|\*|blob:|strict-dynamic", text)
    assert [name for name, value in DIRECTIVES.items() if "data:" in value] == ["img-src"]


def test_a_script_that_came_with_the_content_is_refused() -> None:
    """The policy allows the theme's scripts; any other would allow itself."""
    assert refused("<p>\n<script>later() </script>") == [
        "x/index.html:2:1: <script>: an inline script that the theme did not put here; "
        "make it a file of docs/javascripts"
    ]
    assert len(refused(scope('",alert(1),"'))) == 1
    assert len(refused('<script type="importmap">{"imports": {}}</script>')) == 1
    assert refused(scope("../..")) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<b onclick=go()>", "<b onclick>: the policy blocks event handlers in attributes; listen in a script"),
        ("<svg><a xlink:href='JavaScript:x'>", "<a xlink:href>: the policy blocks javascript: addresses; use a button"),
        ("<a href=' java&#10;script:x'>", "<a href>: the policy blocks javascript: addresses; use a button"),
        ("<td style='text-align:right'>", "<td style>: the policy blocks styles in attributes; use a class"),
        ("<style>b{}</style>", "<style>: the policy blocks this element; put the rules into a file"),
        ("<base href=/>", "<base href>: the policy blocks another base of addresses; write addresses relative"),
        ("<iframe src=x>", "<iframe>: the policy blocks this element; show a link"),
        (
            "<img src='//a.example/b.png'>",
            "<img src>: the policy blocks what other hosts send (“//a.example/b.png”); put",
        ),
        ("<link rel='preload' href='HTTPS://a.example/'>", "<link href>: the policy blocks what other hosts send"),
    ],
)
def test_what_the_policy_would_break_is_told(body: str, told: str) -> None:
    """A page with something that the policy blocks says what, where and what to do."""
    problems = refused(body)

    assert len(problems) == 1
    assert re.match(rf"x/index\.html:1:\d+: {re.escape(told)}", problems[0])


def test_what_only_looks_dangerous_passes() -> None:
    """Links to other hosts, text about code, pictures in the address: nothing of it is blocked."""
    body = (
        '<base target="_blank"><link rel="canonical" href="https://a.example/"><a href="https://a.example/">a</a>'
        '<code>&lt;b onclick="x"&gt;</code>'
        '<img src="data:image/png;base64,AA=="><!-- <style></style> --><p data-style="x" class="onclick">'
    )

    assert refused(body) == []


class Slowly(InlineCode):
    """Reads element by element, without passing over what is plain."""

    parse_starttag = HTMLParser.parse_starttag


PIECES = (
    *("<p ", "<a ", "<b>", "</p>", "<use ", "<svg>", "</svg>", "<img ", "<br/>", "<", ">", "/>", " ", "x", "\n", "&"),
    *('"', "'", "=", "class=", 'id="a" ', "onclick=", " style=", "data=", 'href="', "href=", 'xlink:href="#a"', "src="),
    *("javascript:", "java&#115;cript:", "x&colon;", "https://a.example/", "//a.example", "#a", "<a href='", "mailto:"),
    *(
        "<script>",
        "<script src=a>",
        "</script>",
        "<style>",
        "</style>",
        "<!--",
        "-->",
        "<title>",
        "<textarea>",
        "<base ",
    ),
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.sampled_from(["x.html", "x.svg"]))
def test_passing_over_what_is_plain_misses_nothing(text: str, name: str) -> None:
    """Whatever stands together, the same scripts and the same problems at the same places are found."""
    quick, slow = InlineCode(name, text), Slowly(name, text)

    assert (quick.scripts, quick.problems) == (slow.scripts, slow.problems)


def test_a_picture_may_hold_its_own_styles_but_no_script() -> None:
    """An SVG file is a document of its own: a style sheet is fine, handlers and style attributes are not."""
    assert refused("<svg><style>a{}</style></svg>", "a.svg") == []
    assert len(refused("<svg onload='x()'><g style='fill:red'/></svg>", "a.svg")) == 2


def test_the_policy_stands_before_what_it_rules() -> None:
    """It follows the charset at once; a page without a charset, or with one too late, is a problem."""
    html = sealed(page(scope("..")), "default-src 'none'")

    assert html.startswith(
        '<!doctype html><html><head><meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy"'
    )
    assert html.count("Content-Security-Policy") == 1
    late = policy({"x.html": scope(".") + HEAD}, TEMPLATES).problems
    assert list(map(str, late)) == ["x.html:1:1: nothing names the charset; begin head with <meta charset=utf-8>"]


# ---- onto the disk


def test_a_refused_page_leaves_all_pages_as_they_are(tmp_path: Path) -> None:
    """The policy comes onto every page or none; the same holds for the hosts' files."""
    site = tmp_path / "site"
    site.mkdir()
    good, bad = page("<p>"), page("<p onclick=x()>")
    (site / "index.html").write_text(good, encoding="utf-8")
    (site / "404.html").write_text(bad, encoding="utf-8")

    problems = seal(site, "https://a.example/repo/", "", tmp_path / "nginx.conf")

    assert [problem.file for problem in problems] == ["404.html"]
    assert {path.name: path.read_text(encoding="utf-8") for path in site.iterdir()} == {
        "index.html": good,
        "404.html": bad,
    }
    assert not (tmp_path / "nginx.conf").exists()


def test_the_themes_own_scripts_are_known() -> None:
    """Its templates are where we look for them, each with an inline script."""
    templates = [path.read_text(encoding="utf-8") for path in THEME.glob("*.html")]

    assert len(templates) > 3
    assert all("<script>" in template for template in templates)


def test_tables_are_aligned_by_classes(tmp_path: Path) -> None:
    """What Markdown writes for `|--:|` becomes a class that the style sheets have."""
    html = markdown.markdown("| a | b |\n|:-:|--:|\n| 1 | 2 |", extensions=["tables"])
    (tmp_path / "index.html").write_text(page(html), encoding="utf-8")

    assert seal(tmp_path, "https://a.example/", "", tmp_path / "nginx.conf") == []

    sealed_page = (tmp_path / "index.html").read_text(encoding="utf-8")
    sheet = (PROJECT / "docs/stylesheets/theme.css").read_text(encoding="utf-8")
    for side in ("center", "right"):
        assert sealed_page.count(f' class="g-align-{side}">') == 2
        assert f".g-align-{side} {{\n  text-align: {side};" in sheet


# ---- headers


def test_every_file_meets_one_rule_beside_the_common_one() -> None:
    """No header but the policy is sent twice, and that twice: both parts hold."""
    text = headers_file(FILES, "default-src 'none'")
    for path in ["/", *(f"/{name.removesuffix('index.html')}" for name in FILES)]:
        headers = sent(text, path)
        framing = "frame-ancestors *" if path.startswith("/embed/") else "frame-ancestors 'none'"
        assert headers["Content-Security-Policy"] == f"default-src 'none', {framing}", path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert "," not in headers["Cache-Control"].replace("public, max-age=31536000, immutable", "")


def test_only_names_with_a_hash_are_kept_for_ever() -> None:
    """Pages, the service worker and manifests are asked for again each time."""
    text = headers_file(FILES, "default-src 'none'")
    lasting = {name for name in FILES if "immutable" in sent(text, f"/{name}")["Cache-Control"]}

    assert lasting == {name for name in FILES if re.search(r"[0-9a-f]{8}", name)}
    assert sent(text, "/service-worker.js")["Cache-Control"] == "no-cache"


def test_the_snapshots_name_is_not_in_the_rules() -> None:
    """It alone changes from build to build, and takes no other file's bytes along."""
    other = [name.replace("3ca87e2af25f", "ca12103e6e32") for name in FILES]

    assert headers_file(FILES, "default-src 'none'") == headers_file(other, "default-src 'none'")


@pytest.mark.parametrize("path", FILES)
def test_nginx_sends_the_same_headers(path: str) -> None:
    """The example agrees with `_headers` for every file, under a sub-path."""
    example = nginx_example("/repo/", "default-src 'none'")
    maps = dict(re.findall(r"map \$uri (\$\w+) \{(.*?)\n\}", example, re.DOTALL))
    added = dict(re.findall(r'add_header (\S+) "?([^"]*?)"? always;', example))
    chosen = {variable: _mapped(block, f"/repo/{path}") for variable, block in maps.items()}

    sends = {name: re.sub(r"\$\w+", lambda variable: chosen[variable[0]], value) for name, value in added.items()}

    assert sends == {
        name: value.replace("', frame", "'; frame")  # two policies that both hold, or one of both parts
        for name, value in sent(headers_file(FILES, "default-src 'none'"), f"/{path}").items()
    }


def _mapped(block: str, address: str) -> str:
    default: tuple[str, str]
    rules: list[tuple[str, str]]
    default, *rules = re.findall(r'^  (?:default|"~([^"]+)") "([^"]*)";$', block, re.MULTILINE)
    return next((value for pattern, value in rules if re.search(pattern, address)), default[1])
