"""A page in a further language is in that language throughout: the theme's frame as well as what stands in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader

from build_scripts.frame import LANGUAGES, frame_texts, frames
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.site_map import NAMES
from build_scripts.translated_guide import guide_in
from build_scripts.wanted_texts import wanted_texts
from build_scripts.words import Words

from .conftest import PROJECT

GUIDE = check(PROJECT).guide
assert GUIDE is not None
SPOKEN = ("aria-label", "aria-description", "title", "alt", "placeholder", "content")
SILENT = ("script", "style", "template")
NAME = re.compile(r"\{\w+\}")
GERMAN = "de/guide/why-work"
PAGES = [GERMAN, *(f"calculators/{id_}/{code}" for id_ in ("cost-per-engagement", "signals") for code in ("de", "fr"))]


def said(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """Every text that a reader or a screen reader meets, with the language that it is said to be in."""
    language = element.get("lang", language)
    yield from ((language, element.get(name, "")) for name in SPOKEN)
    if element.tag not in SILENT:
        yield language, element.text or ""
        for child in element:
            yield from said(child, language) if isinstance(child.tag, str) else ()
            yield language, child.tail or ""


def texts(site: Path, address: str) -> list[tuple[str, str]]:
    """The same of one page, with single spaces."""
    root = html5lib.parse((site / address / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return [(language, " ".join(text.split())) for language, text in said(root, "") if text.strip()]


def theme_texts(language: str) -> dict[str, str]:
    """What the theme says in a language, by its keys."""
    source = (LANGUAGES / f"{language}.html").read_text(encoding="utf-8")
    module = Environment(loader=FileSystemLoader(LANGUAGES), autoescape=False).from_string(source).module
    return {key: module.t(key) for key in re.findall(r'^  "([^"]+)":', source, re.MULTILINE)}  # type: ignore[attr-defined]


def english(guide: Guide) -> Iterator[str]:
    """Patterns of what is said otherwise in the language of a translated guide: ours, the theme's, names of pages."""
    assert GUIDE is not None
    own = [
        *wanted_texts(GUIDE),
        *(section.nav_title for section in GUIDE.sections.values()),
        GUIDE.settings.short_title,
    ]
    theirs, here = theme_texts("en"), theme_texts(guide.settings.language)
    found = [text for text in own if guide.words.say(text) != text]
    found += [text for key, text in theirs.items() if here.get(key, text) != text]
    for text in found:
        if len(re.findall(r"[A-Za-z]", NAME.sub("", text))) >= (10 if NAME.search(text) else 2):
            yield re.sub(r"\\\{\w+\\\}", ".+", re.escape(text))


@pytest.mark.parametrize("address", PAGES)
def test_no_english_is_left_on_a_page_in_another_language(flagship: Path, address: str) -> None:
    """No text, name or description of an interface but in elements that say they are English."""
    assert GUIDE is not None
    language = "de" if address == GERMAN else address[-2:]
    left = re.compile("|".join(english(guide_in(GUIDE, language))))

    found = texts(flagship / "site", address)

    assert [text for lang, text in found if lang == language and left.fullmatch(text)] == []
    assert ("en", "English") in found


def test_the_same_search_finds_english_where_it_is(flagship: Path) -> None:
    """On the original of the translated page: header, nav, text and foot."""
    assert GUIDE is not None
    left = re.compile("|".join(english(guide_in(GUIDE, "de"))))
    found = {text for _, text in texts(flagship / "site", "guide/why-work") if left.fullmatch(text)}

    assert {"Skip to content", "Search", "Claims checked", "What it costs", "On this page", "Edit this page"} < found
    assert {"Link to this part", "Cite this page", "Grade", "Back to text", "Related pages"} < found


def test_the_nav_of_a_language_leads_to_its_own_pages_or_says_which(flagship: Path) -> None:
    """German calculators and sections where there are some; the rest is marked, and so is what has no German name."""
    html = (flagship / "site" / GERMAN / "index.html").read_text(encoding="utf-8")
    french = (flagship / "site/calculators/signals/fr/index.html").read_text(encoding="utf-8")

    assert re.search(r'href="\./" aria-current="page">Warum mit ihnen arbeiten</a>', html)
    assert 'href="../../../guide/what-it-costs/" hreflang="en">Was es kostet</a>' in html
    assert 'href="../../../calculators/size-swap/de/">Größentausch</a>' in html
    assert 'href="../../../guide/what-it-costs/" hreflang="en" lang="en">What it costs</a>' in french
    assert re.findall(r'aria-current="(\w+)"', html.split("<article")[0]) == ["true", "page"]


@pytest.mark.parametrize(
    ("address", "above", "before", "after"),
    [
        (GERMAN, "Leitfaden", ("Was „Micro“ bedeutet", "en", ""), ("Wie Engagement definiert ist", "en", "")),
        ("calculators/signals/de", "Rechner", ("Kampagnenprognose", "", ""), ("In Python", "en", "")),
        ("calculators/size-swap/fr", "Calculateurs", ("Coût par interaction", "", ""), ("Retour de campagne", "", "")),
        (
            "calculators/engagement-rate/fr",
            "Calculateurs",
            ("Tous les calculateurs", "en", ""),
            ("Coût par interaction", "", ""),
        ),
    ],
)
def test_a_page_in_a_further_language_says_where_one_is(
    flagship: Path, address: str, above: str, before: tuple[str, str, str], after: tuple[str, str, str]
) -> None:
    """The group that it stands in, then the pages before and after it: in its language, or marked with theirs."""
    root = html5lib.parse((flagship / "site" / address / "index.html").read_bytes(), namespaceHTMLElements=False)
    path, pager = (root.find(f".//nav[@class='{name}']") for name in ("g-path", "g-pager"))
    assert path is not None
    assert pager is not None
    found = [_link(each) for each in pager.findall("a")]

    assert path.findtext("a") == above
    assert len(path.findall("*[@aria-current='page']")) == 1
    assert found == [before, after]
    assert all(
        (flagship / "site" / address / each.attrib["href"] / "index.html").is_file() for each in pager.findall("a")
    )


def _link(found: Element) -> tuple[str, str, str]:
    """What a link of the pager is named, the language behind it, and that of its name where it is another."""
    name = found.find("span[@class='g-pager__title']")
    assert name is not None
    return name.text or "", found.get("hreflang", ""), name.get("lang", "")


def test_every_word_of_the_frame_is_among_the_texts_to_translate() -> None:
    """What the templates say, the theme's settings, and the nav."""
    assert GUIDE is not None
    wanted = wanted_texts(GUIDE)

    assert [text for text in (*frame_texts(), *NAMES) if text not in wanted] == []
    assert {"Edit this page", "On this page", "Link to this part", "Permalink"} < frame_texts().keys()


def test_a_language_that_the_theme_lacks_has_its_frame_in_the_nearest() -> None:
    """A country's variant by its language, an unknown one in English; our own words are said all the same."""
    assert GUIDE is not None
    german = GUIDE.languages["de"].texts
    languages = {code: Words(code, german) for code in ("de-at", "gsw")}
    found = frames(replace(GUIDE, languages=languages, translations={}))

    assert {code: frame["theme"] for code, frame in found.items()} == {"en": "en", "de-at": "de", "gsw": "en"}
    assert found["gsw"]["words"]["Edit this page"] == "Diese Seite bearbeiten"  # type: ignore[index]
