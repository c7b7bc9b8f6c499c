"""What the service worker is told to keep."""

import json

from build_scripts.service_worker import MOST_PAGES, NAME, service_worker

PAGES = {"index.html": b"home", "404.html": b"lost", "guide/a/index.html": b"a", "calculators/x/index.html": b"x"}
SITE = {
    **PAGES,
    "assets/guide-0123456789abcdef/stylesheets/page.css": b"css",
    "assets/javascripts/bundle.a5f9d56c.min.js": b"js",
    "assets/python/manifest.json": b"{}",
    "assets/python/07639db7d19b/pyodide.asm.wasm": b"large",
    "assets/python/micropython-3d53232487c4/micropython.wasm": b"small",
    "assets/python/calculators-c5be60fd59be.json": b"source",
    "assets/python/calculators-c5be60fd59be/calculators-1-cp313-none-any.whl": b"wheel",
    "assets/python/snapshot-98d97874e7c2.bin": b"memory",
    "search/search_index.json": b"[]",
    "data/x.csv": b"1,2",
}


def release(site: dict[str, bytes]) -> dict[str, list[str]]:
    """What stands before the hand-written text."""
    text = service_worker(site, "SOURCE").decode()
    assert text.endswith(";\n\nSOURCE")
    found: dict[str, list[str]] = json.loads(text.removeprefix("const RELEASE = ").removesuffix(";\n\nSOURCE"))
    return found


def test_pages_look_search_and_the_quick_python_are_kept_at_once() -> None:
    """Full Python and downloads only once they were used; the snapshot keeps itself."""
    kept = release(SITE)

    assert set(kept["site"]) == {
        *PAGES,
        "assets/guide-0123456789abcdef/stylesheets/page.css",
        "assets/javascripts/bundle.a5f9d56c.min.js",
        "assets/python/manifest.json",
        "search/search_index.json",
    }
    assert kept["python"] == [
        "assets/python/calculators-c5be60fd59be.json",
        "assets/python/micropython-3d53232487c4/micropython.wasm",
    ]
    assert "assets/python/07639db7d19b/pyodide.asm.wasm" in kept["files"]


def test_of_a_large_guide_only_the_important_pages_are_kept_at_once() -> None:
    """A reader's storage is not ours to fill."""
    many = {f"guide/{number}/index.html": b"" for number in range(MOST_PAGES)}

    pages = [name for name in release({**SITE, **many})["site"] if name.endswith(".html")]

    assert pages == ["404.html", "calculators/x/index.html", "index.html"]


def test_a_release_is_told_apart_by_its_content() -> None:
    """Any changed file makes another one; the snapshot, the headers and the worker itself do not."""
    first = release(SITE)["id"]

    assert release({**SITE, "data/x.csv": b"1,3"})["id"] != first
    assert release({**SITE, "assets/python/snapshot-1.bin": b"other", "_headers": b"x", NAME: b"old"})["id"] == first
