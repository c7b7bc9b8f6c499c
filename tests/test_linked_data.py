"""What the site's pages say of themselves to programs, in schema.org's words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from build_scripts.pipeline import check

from .conftest import ADDRESS, PROJECT
from .site_reader import parse

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

type Items = list[dict[str, Any]]


def items(page: Path) -> Items:
    """A page's items; none when it says nothing."""
    found = LINKED.findall(page.read_text(encoding="utf-8"))
    assert len(found) <= 1
    documents = [json.loads(text) for text in found]
    assert all(document["@context"] == "https://schema.org" for document in documents)
    return [item for document in documents for item in document["@graph"]]


@pytest.fixture(scope="module")
def said(second: Path) -> dict[str, Items]:
    """The second guide's items by site path."""
    site = second / "site"
    paths = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    return {name: found for name, path in paths.items() if (found := items(path))}


def test_each_page_is_what_it_is(said: dict[str, Items]) -> None:
    """The home page is the site, sections are articles, calculators are applications, statistics are a dataset."""
    kinds = {name: {item["@type"] for item in found} for name, found in said.items()}

    assert kinds["."] == {"WebSite"}
    assert kinds["statistics"] == {"Dataset"}
    assert all(kind == {"Article"} for name, kind in kinds.items() if name.startswith("guide/"))
    assert all(kind == {"WebApplication"} for name, kind in kinds.items() if name.startswith("calculators/"))
    assert len(kinds) > 4


def test_items_stand_at_their_own_full_address(said: dict[str, Items]) -> None:
    """Each names its page under the site's address, and the site that it is part of."""
    for name, found in said.items():
        for item in found:
            page = f"{ADDRESS}{name}/".replace("/./", "/")
            assert item["url"].partition("#")[0] == page
            assert (page == ADDRESS) or item["isPartOf"] == {"@id": ADDRESS}


def test_the_dataset_offers_files_that_are_there(second: Path, said: dict[str, Items]) -> None:
    """Each download is a file of the site, in the form that it names."""
    downloads = said["statistics"][0]["distribution"]

    assert [each["encodingFormat"] for each in downloads] == ["text/csv", "application/json"]
    assert all((second / "site" / each["contentUrl"].removeprefix(ADDRESS)).is_file() for each in downloads)


def test_an_article_cites_what_the_page_cites(flagship: Path) -> None:
    """Title, producer and address of every source in the page's list, in its order."""
    page = flagship / "site/guide/what-it-costs/index.html"
    titles = re.findall(r"<cite>(.*?)</cite>", page.read_text(encoding="utf-8"))
    cited = items(page)[0]["citation"]

    assert len(cited) == len(titles) > 3
    assert {each["url"] for each in cited if "url" in each} <= set(parse(page).links)


def test_claims_carry_the_guides_verdict(flagship: Path) -> None:
    """Each claim on the page is reviewed once, in the verdict's own word and with no number on a scale."""
    guide = check(PROJECT).guide
    assert guide is not None
    page = flagship / "site/claims/index.html"
    reviews = items(page)

    verdicts = [(each["url"].partition("#")[2], each["reviewRating"]["alternateName"]) for each in reviews]
    assert verdicts == [(id_, guide.claims[id_].verdict) for id_ in guide.settings.claims]
    assert all("ratingValue" not in each["reviewRating"] for each in reviews)
    assert {id_ for id_, _ in verdicts} <= set(parse(page).ids)


def test_no_text_ends_the_script(said: dict[str, Items]) -> None:
    """Signs of HTML in a text can't close the element, and are read as they were written."""
    assert said["guide/crumb"][0]["description"].endswith("such as </script> & <b>.")
