"""The preview's parts: single pages rendered anew, and the news that browsers get."""

import json
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from pathlib import Path

import pytest

from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.preview.news import EVERY_PAGE, News, told
from build_scripts.problem import Problem
from build_scripts.render import rendered, rendered_again

GUIDE = Path(__file__).parent / "second_guide"
CONTENT = ("guide/dough/", "calculators/hydration/", "claims/", "statistics/", "sources/")
PROBLEM = Problem("content/a.yml", 3, 7, "rows[0].value", "expected a number", "write one")


@pytest.fixture(scope="module")
def guide() -> Guide:
    """A guide without errors."""
    found = check(GUIDE).guide
    assert found
    return found


def with_rye_at(guide: Guide, value: str) -> Guide:
    """The same guide with another value of one statistic."""
    source = guide.sources["old-mill"]
    rye = next(each for each in source.statistics if each.id == "water-rye")
    changed = rye.model_copy(update={"value": Decimal(value)})
    statistics = [changed if each.id == "water-rye" else each for each in source.statistics]
    return replace(guide, sources={**guide.sources, "old-mill": source.model_copy(update={"statistics": statistics})})


def test_a_page_alone_is_the_page_among_all(guide: Guide) -> None:
    """Rendered by itself after a change, each page is what it is when the whole guide is rendered."""
    before, changed = rendered(guide), with_rye_at(guide, "83.4")
    whole = {page.address: page for page in rendered(changed).pages if page.address.startswith(CONTENT)}

    alone = {address: rendered_again(before, changed, address) for address in whole}

    assert alone == whole
    assert any("83.4%" in page.body for page in whole.values())
    assert rendered_again(before, changed, "no/such/page/") is None


def heard(news: News, since: int, count: int) -> list[tuple[str, str]]:
    """Kind and data of the first events that a browser gets."""
    events = [event.strip().splitlines() for event in islice(news.listen(since), count)]
    parts = [dict(line.split(": ", 1) for line in lines) for lines in events]
    return [(each["event"], each["data"]) for each in parts]


def test_a_browser_is_told_what_it_missed() -> None:
    """Pages that changed after the moment it names, the oldest first, and what is wrong by now."""
    news = News()
    shown = news.now
    news.page("guide/b/")
    news.page("guide/a/")
    news.problems([told(PROBLEM)])

    first, second, third = heard(news, shown, 3)

    assert [first, second] == [("page", "guide/b/"), ("page", "guide/a/")]
    assert third[0] == "problems"
    assert json.loads(third[1]) == [
        {"place": "content/a.yml:3:7", "message": "rows[0].value: expected a number", "remedy": "write one"}
    ]


def test_a_problem_that_is_mended_is_told_to_nobody() -> None:
    """A browser that comes later hears that nothing is wrong."""
    news = News()
    news.problems([told(PROBLEM)])
    news.problems([])

    assert heard(news, news.now, 1) == [("problems", "[]")]


def test_a_preview_that_started_anew_shows_every_page_anew() -> None:
    """Its pages may be others than those of the one before."""
    before = News().now

    assert heard(News(), before, 1) == [("page", EVERY_PAGE)]


def test_news_are_heard_while_a_browser_listens() -> None:
    """What comes after a page waits only for those that show it."""
    news = News()
    listening = news.listen(news.now)

    assert not news.is_heard()
    next(listening)
    assert news.is_heard()
    listening.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert not news.is_heard()
