"""Text an editor writes comes out as the text it is, with its values, citations and links."""

import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from build_scripts.addresses import relative
from build_scripts.citations import Citations
from build_scripts.page import heading
from build_scripts.pipeline import check
from build_scripts.prose import PARSER, SIMPLE, Writer, paragraphs
from build_scripts.values import IncomparableError, UnknownReferenceError, Values
from build_scripts.walk import marked

GUIDE = check(Path(__file__).parent / "second_guide").guide
assert GUIDE is not None
VALUES = Values(GUIDE)
TAGS = {"html", "head", "body", "p", "em", "strong", "code", "a", "span"}


def writer() -> Writer:
    """The writer of one fresh page."""
    assert GUIDE is not None
    return Writer(VALUES, Citations(GUIDE), lambda target: relative("guide/dough/", target))


def test_a_value_brings_its_unit_and_its_citation() -> None:
    """In running text a value is followed by the mark of its source."""
    assert writer().prose("Rye takes [=water-rye].") == (
        '<p>Rye takes <span class="g-value" data-statistic="water-rye">81.5%</span>'
        '<a class="g-cite" id="cite-1-1" href="#source-1" data-statistics="water-rye" '
        'aria-label="Source 1: The Old Mill 2025">[1]</a>.</p>'
    )


def test_a_headline_shows_no_citation() -> None:
    """In a headline the value stands alone."""
    assert writer().headline("[=water-rye]") == '<span class="g-value" data-statistic="water-rye">81.5%</span>'


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[=loaf-asked]", "€4.25–€6.9"),
        ("[=water-rye - water-wheat]", "17.3 percentage points"),
        ("[=water-rye / water-wheat]", "1.27"),
        ("[=hydration.country-loaf.hydration]", "75.0%"),
        ("[=hydration.country-loaf.flour]", "500"),
        ("[~$600]", "$600"),
        ("[@old-mill]", ""),
        ("a \\*b\\* {{ c }} {% d %}", "a *b* {{ c }} {% d %}"),
        ("# no heading", "# no heading"),
        ("- no list", "- no list"),
        ("| no | table |", "| no | table |"),
        ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
        ("[=unclosed", "[=unclosed"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    """What a reader reads."""
    assert Markup(writer().plain(text)).unescape() == plain


def test_one_source_is_marked_once_in_a_row() -> None:
    """Two values of one source side by side share a mark, and sources are numbered as they come."""
    html = writer().prose("[=water-rye] [=water-wheat] and [=weighing-bakers], again [=water-rye]")

    assert [part.split("]")[0] for part in html.split(">[")[1:]] == ["1", "2", "1"]


def test_a_computed_value_cites_each_of_its_sources() -> None:
    """Two mills stand behind the difference of their figures."""
    html = writer().prose("[=water-wheat-new - water-wheat]")

    assert Markup(html).striptags() == "7.1 percentage points[1][2]"


def test_entries_lead_back_to_every_mark() -> None:
    """The page's list of sources knows each place that cites one."""
    assert GUIDE is not None
    citations = Citations(GUIDE)
    Writer(VALUES, citations, str).prose("[@old-mill] a [@new-mill] b [@old-mill]")

    assert [(entry.number, entry.source, entry.marks) for entry in citations.entries] == [
        (1, "old-mill", ("cite-1-1", "cite-1-2")),
        (2, "new-mill", ("cite-2-1",)),
    ]


def test_entries_know_what_was_taken() -> None:
    """Each statistic that a page shows with its citation is remembered once, a second one beside the same mark too."""
    assert GUIDE is not None
    citations = Citations(GUIDE)
    Writer(VALUES, citations, str).prose("[=water-rye] [=water-wheat] and [=water-rye], then [@new-mill]")

    assert [entry.statistics for entry in citations.entries] == [("water-rye", "water-wheat"), ()]


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    """A single line break is a space."""
    assert writer().prose("a\nb\n\nc") == "<p>a b</p>\n<p>c</p>"


def test_links_find_their_page() -> None:
    """An internal link becomes the relative way, an outer one stays."""
    assert writer().headline("[x](claim:steam) [y](https://example.org/)") == (
        '<a href="../../claims/#steam">x</a> <a href="https://example.org/">y</a>'
    )


def test_unknown_values_name_the_nearest() -> None:
    """A misspelt reference is an error that knows better."""
    with pytest.raises(UnknownReferenceError) as caught:
        VALUES.resolve("water-ry")

    assert caught.value.suggestion == "water-rye"


@pytest.mark.parametrize("ref", ["water-rye / weighing-bakers", "water-rye - baking-time"])
def test_unlike_things_are_not_compared(ref: str) -> None:
    """Other definitions or other units: no ratio, no difference."""
    with pytest.raises(IncomparableError):
        VALUES.resolve(ref)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<svg/onload=alert(1)>",
        "`<b>`",
        "*<i onclick=x>*",
        "[~<script>]",
        "&lt;script&gt;",
    ],
)
def test_no_markup_gets_through(hostile: str) -> None:
    """Everything an editor writes is escaped."""
    tree = html5lib.parse(str(writer().prose(hostile)), namespaceHTMLElements=False)

    assert {element.tag for element in tree.iter()} <= TAGS
    assert all(name in {"class", "href", "id"} for element in tree.iter() for name in element.attrib)


@given(st.text())
def test_any_text_is_written(text: str) -> None:
    """No text stumbles or smuggles in a tag."""
    if "[=" not in text and "[@" not in text:
        tree = html5lib.parse(str(writer().prose(text)), namespaceHTMLElements=False)
        assert {element.tag for element in tree.iter()} <= TAGS


@given(st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1))
def test_words_stay_as_they_are(text: str) -> None:
    """Text without any mark loses nothing but doubled space."""
    assert writer().plain(text).split() == text.split()


def test_headings_keep_what_looks_like_markdown() -> None:
    """A heading is Markdown, its text is not."""
    assert heading(2, "a_b_ *c* `d` [e] {f}", "x") == (
        "## a&#95;b&#95; &#42;c&#42; &#96;d&#96; &#91;e&#93; &#123;f&#125; { #x }"
    )


PIECES = [
    *'\\`*_&<>%"$~![]()é.a \n\t',
    "  ",
    "\n\n",
    "*a*",
    "_b_",
    "a_b",
    "`c`",
    "&amp;",
    "<b>",
    "<!--",
    "](",
    "[=",
    "[a]",
]
PIECES += ["[=rye]", "[= a / b ]", "[@mill]", "[~80%]", "[~a_b*c`d&amp;]", "[=]", "[[=rye]](claim:c)", "![a](page:b)"]
PIECES += ["[a b](section:x-1)", "[a](term:)", "[](page:a)", "[a](https://x.org/a_b)", "[a *b*](claim:c)"]
"""What an editor may put together, well or badly."""


@given(
    st.text(st.characters(codec="utf-8"), max_size=30)
    | st.text("ab .,;:?()'’“–-_*[]&!\\<`1é=@~%\"", max_size=30)
    | st.lists(st.sampled_from(PIECES), max_size=10).map("".join)
)
@settings(max_examples=600)
def test_text_is_read_as_the_parser_reads_it(text: str) -> None:
    """What needs no parser gives the very tokens that the parser gives."""
    expected = [
        PARSER.parseInline(" ".join(part.split("\n")).strip())[0].children for part in re.split(r"\n\s*\n", text)
    ]

    assert [list(each) for each in paragraphs(text)] == [each for each in expected if each]


def test_the_flagship_needs_the_parser_for_few_texts() -> None:
    """Most of what editors write is simple, and is read without the parser as with it."""
    guide = check(Path(__file__).parent.parent).guide
    assert guide is not None
    models = [guide.settings, *guide.sections.values(), *guide.sources.values(), *guide.claims.values()]
    parts = {part for model in models for each in marked(model) for part in re.split(r"\n\s*\n", each.text)}
    simple = [part for part in (" ".join(each.split("\n")).strip() for each in parts) if SIMPLE.sub("", part) == ""]

    assert len(simple) >= 0.8 * len(parts)
    assert all([*each] == PARSER.parseInline(part)[0].children for part in simple for each in paragraphs(part))
