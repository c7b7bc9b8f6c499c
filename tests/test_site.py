"""The built sites: every link leads somewhere, nothing is loaded from elsewhere, two builds are the same bytes."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import calculators

from .conftest import ADDRESS, PROJECT, build, copy_guide
from .headers_reader import sent
from .site_reader import broken_links, pages, parse

SITES = ["flagship", "second"]


@pytest.fixture(params=SITES)
def guide(request: pytest.FixtureRequest) -> Path:
    """Each of the two guides, built."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_every_internal_link_leads_somewhere(guide: Path) -> None:
    """Links and anchors are right, also under a sub-path."""
    assert list(broken_links(guide / "site")) == []


def test_ids_are_unique_on_each_page(guide: Path) -> None:
    """No page has one id twice."""
    for page in pages(guide / "site"):
        assert [id_ for id_, count in Counter(page.ids).items() if count > 1] == [], page.path


def test_nothing_is_loaded_from_another_host(guide: Path) -> None:
    """Scripts, styles, fonts and pictures are the site's own."""
    for page in pages(guide / "site"):
        assert [address for address in page.loaded if re.match(r"(https?:)?//", address)] == [], page.path
    for sheet in (guide / "site/stylesheets").glob("*.css"):
        assert "http" not in sheet.read_text(encoding="utf-8")


def test_no_element_has_a_style_of_its_own(guide: Path) -> None:
    """Everything is drawn by classes, on the 404 page and in pictures too; pages hold no style sheet."""
    files = [path for path in (guide / "site").rglob("*") if path.suffix in {".html", ".svg"}]

    assert [path for path in files if parse(path).styled] == []
    assert [path for path in files if path.suffix == ".html" and "<style" in path.read_text(encoding="utf-8")] == []


def test_no_script_writes_a_style_attribute() -> None:
    """Scripts change classes, or properties of `style`, which the policy allows; never the attribute, never markup."""
    scripts = (PROJECT / "docs/javascripts").rglob("*.mjs")
    written = re.compile(
        r"""cssText|[sS]etAttribute\(["']style|style=["'$]|createElement\(["']style|\bon[a-z]+=["'$]"""
    )

    assert [path.name for path in scripts if written.search(path.read_text(encoding="utf-8"))] == []


def test_every_page_has_the_one_policy(guide: Path) -> None:
    """The same text on each page, the 404 included, before any script, style or link; and in both hosts' files."""
    files = sorted((guide / "site").rglob("*.html"))
    metas = [
        re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', path.read_text()) for path in files
    ]
    policy = metas[0][0]

    assert guide / "site/404.html" in files
    assert [path for path, found in zip(files, metas, strict=True) if found != [policy]] == []
    for path in files:
        before = path.read_text(encoding="utf-8").partition("Content-Security-Policy")[0]
        assert re.findall(r"<(?!!)(\w+)", before) == ["html", "head", "meta", "meta"], path
    assert f"Content-Security-Policy: {policy}\n" in (guide / "site/_headers").read_text(encoding="utf-8")
    assert f'Content-Security-Policy "{policy}; $guide_framing"' in (guide / "build/nginx.conf").read_text(
        encoding="utf-8"
    )


def test_hosts_get_headers_for_every_file(guide: Path) -> None:
    """Each file of the site meets a rule on caching and framing, within what hosts read."""
    site = guide / "site"
    text = (site / "_headers").read_text(encoding="utf-8")
    paths = [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]

    assert [path for path in paths if path != "/_headers" and len(sent(text, path)) != 6] == []
    assert len(re.findall("^/", text, re.MULTILINE)) <= 100
    assert max(map(len, text.splitlines())) <= 2000


def test_every_page_names_its_one_address(guide: Path) -> None:
    """Its own under the site's address, a frame that of the whole calculator; the site map lists them, robots that."""
    site = guide / "site"
    base = re.findall(r"^Sitemap: (.*)sitemap\.xml$", (site / "robots.txt").read_text(encoding="utf-8"), re.MULTILINE)[
        0
    ]
    named = {}
    for path in site.rglob("index.html"):
        here = path.parent.relative_to(site).as_posix()
        found = re.findall(r'<link rel="canonical" href="([^"]+)">', path.read_text(encoding="utf-8"))
        expected = here.replace("embed/", "calculators/") + "/"
        assert found == [base + expected.removeprefix("./")], here
        named[here] = found[0]

    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(address for here, address in named.items() if not here.startswith("embed/"))
    assert 'rel="canonical"' not in (site / "404.html").read_text(encoding="utf-8")


def test_the_site_map_names_versions_in_other_languages(flagship: Path) -> None:
    """Each of them names all; in the page's head the theme would ask each for a site map of its own."""
    text = (flagship / "site/sitemap.xml").read_text(encoding="utf-8")
    entry = next(each for each in text.split("<url>") if "/calculators/size-swap/fr/</loc>" in each)

    assert re.findall(r'hreflang="(\w+)" href="[^"]+/repo/([^"]+)"', entry) == [
        ("en", "calculators/size-swap/"),
        ("de", "calculators/size-swap/de/"),
        ("fr", "calculators/size-swap/fr/"),
    ]
    assert 'rel="alternate" ' not in (flagship / "site/calculators/size-swap/index.html").read_text(encoding="utf-8")


def test_a_translated_page_says_its_language(flagship: Path) -> None:
    """To browsers, to social networks, to search engines; its title is that of the translation."""
    text = (flagship / "site/de/guide/why-work/index.html").read_text(encoding="utf-8")
    head = text.partition("</head>")[0]

    assert re.search(r'<article [^>]*lang="de"', text)
    assert '<meta property="og:locale" content="de_DE">' in head
    assert '<meta property="og:locale:alternate" content="en_US">' in head
    assert '"inLanguage": "de"' in head
    assert "<title>Warum mit ihnen arbeiten – Der Micro-Influencer-Leitfaden</title>" in head
    index = json.loads((flagship / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert "de/guide/why-work/#credibility" in {each["location"] for each in index}


def test_edit_links_open_the_yaml(flagship: Path) -> None:
    """Each section's edit link ends with the file it came from, and that file is there."""
    for path in (flagship / "content/sections").glob("*.yml"):
        html = (flagship / f"site/guide/{path.stem}/index.html").read_text(encoding="utf-8")
        assert re.search(rf'href="https://[^"]+/edit/main/content/sections/{path.stem}\.yml"', html)


def test_two_builds_give_the_same_bytes(second: Path, tmp_path: Path) -> None:
    """One content, one site: byte for byte, the snapshot of Python's memory apart."""
    other = build(copy_guide(PROJECT / "tests/second_guide", tmp_path))

    first_files, other_files = (
        {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if lasting(path)}
        for site in (second / "site", other)
    )

    assert first_files.keys() == other_files.keys()
    assert [name for name, content in first_files.items() if content != other_files[name]] == []


def lasting(path: Path) -> bool:
    """Whether two builds must agree on a file."""
    return path.is_file() and not path.name.startswith("snapshot")


def test_a_second_staging_changes_nothing(second: Path) -> None:
    """Files whose bytes did not change are not written again."""
    before = {path: path.stat().st_mtime_ns for path in (second / "build/docs").rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "build_scripts", "build", "--staged", "--guide", str(second)]

    subprocess.run(command, cwd=PROJECT, env={**os.environ, "GUIDE_SITE_ADDRESS": ADDRESS}, check=True)

    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_problem_writes_nothing(tmp_path: Path) -> None:
    """A guide with a problem ends with exit code 1, its message, no traceback and no file."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    (guide / "content/sources/old-mill.yml").write_text("producer: The Old Mill\n", encoding="utf-8")
    command = [sys.executable, "-m", "build_scripts", "build", "--guide", str(guide)]

    finished = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert finished.returncode == 1
    assert "content/sources/old-mill.yml:1:1: title: this field is missing; add it" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert not (guide / "build/docs").exists()


def test_plain_mkdocs_says_make_site() -> None:
    """Building without staging fails with the remedy."""
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert finished.returncode == 1
    assert 'Run "make site"' in finished.stderr


def test_addresses_follow_their_variables(tmp_path: Path) -> None:
    """One build can name another address, and leave the edit links out."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    settings = {"GUIDE_SITE_ADDRESS": "https://example.net/repo/", "GUIDE_REPOSITORY": ""}
    command = [sys.executable, "-m", "build_scripts", "build", "--guide", str(guide)]

    subprocess.run(command, cwd=PROJECT, env={**os.environ, **settings}, check=True)

    home = (guide / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.net/repo/">' in home
    assert "Edit this page" not in home


def test_data_files_hold_every_statistic(flagship: Path) -> None:
    """CSV and JSON list the same statistics as the page."""
    site = flagship / "site"
    listed = json.loads((site / "data/statistics.json").read_bytes())["statistics"]
    page = (site / "statistics/index.html").read_text(encoding="utf-8")

    assert len(listed) == len((site / "data/statistics.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert all(f'id="{each["id"]}"' in page for each in listed)


def test_the_generator_knows_no_subject() -> None:
    """No template, script, style or module of the generator speaks of any guide's subject."""
    folders = [PROJECT / "build_scripts", PROJECT / "docs/javascripts", PROJECT / "docs/stylesheets"]
    files = [
        path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".jinja", ".mjs", ".css"}
    ]
    words = re.compile(r"influencer|instagram|tiktok|follower|engagement", re.IGNORECASE)

    assert [path.name for path in files if words.search(path.read_text(encoding="utf-8"))] == []


def test_the_answer_is_in_the_html(flagship: Path) -> None:
    """The default answer is there before any script runs, computed by the same function."""
    for id_ in calculators.ids():
        html = (flagship / "site/calculators" / id_ / "index.html").read_text(encoding="utf-8")
        shown = re.search(r'data-answer="value"[^>]*>([^<]+)<', html)
        assert shown is not None
        assert shown[1] != "Undefined"
