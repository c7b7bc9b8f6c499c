"""The whole guide as one document: what it carries, how it is tagged, where its links lead."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from build_scripts.addresses import guide_file
from build_scripts.bibliography import printed_address
from build_scripts.data_files import shown_size
from build_scripts.document.document import TEMPLATE, document_data
from build_scripts.document.runs import Reading
from build_scripts.model.guide import Guide
from build_scripts.pictures.made import document_begun
from build_scripts.pictures.studio import Studio
from build_scripts.pipeline import check
from tests.conftest import PROJECT

from .pdf_reader import addresses, opened, outline, root, tags, text
from .test_poster import HOSTILE


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The flagship guide."""
    found = check(PROJECT).guide
    assert found is not None
    return found


@pytest.fixture(scope="module")
def pdf(guide: Guide, workshop: Studio) -> bytes:
    """Its document."""
    with document_begun(guide, workshop) as document:
        return document()[guide_file(guide)]


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    """The words of each page, read once: that takes its time."""
    return [" ".join(page.extract_text().split()) for page in opened(pdf).pages]


def test_it_says_what_it_is(guide: Guide, pdf: bytes) -> None:
    """Title, author, language and the day on which the content was checked; more than ten pages, all of them A4."""
    document = opened(pdf)
    assert document.metadata is not None
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in document.pages}

    assert document.metadata.title == guide.settings.title
    assert document.metadata.author == guide.settings.short_title
    assert document.metadata.creation_date is not None
    assert document.metadata.creation_date.date().isoformat() == guide.settings.updated
    assert root(pdf)["/Lang"] == guide.settings.language
    assert len(document.pages) > 10
    assert sizes == {(595, 842)}


def test_it_is_tagged(guide: Guide, pdf: bytes) -> None:
    """PDF/UA: marked, no level of headings left out, words for every picture, a heading in every table."""
    found = list(tags(pdf))
    pictures = sum(
        type(block).__module__.endswith("figure") for each in guide.sections.values() for block in each.blocks
    )
    words = [alt for tag, alt in found if tag == "Figure"]

    assert root(pdf)["/MarkInfo"]["/Marked"].value
    assert b"pdfuaid:part" in pdf
    assert sum(bool(alt) for alt in words) == pictures + 1
    assert {tag for tag, _ in found} >= {"H1", "H2", "P", "TOC", "Table", "TH", "Note", "Link", "L"}
    assert {tag for tag, _ in found if re.fullmatch(r"H\d", tag)} == {"H1", "H2"}


def test_its_outline_names_every_chapter(guide: Guide, pdf: bytes) -> None:
    """The viewer's contents hold each section and each claim by its title, and the lists at the end."""
    titles = [" ".join(each.split()) for each in outline(pdf)]
    data_titles = {"Statistics", "Sources", "Glossary", "Claims checked", "Calculators"}

    assert data_titles <= set(titles)
    assert {page.nav_title for page in guide.pages.values()} <= set(titles)
    assert len(titles) > len(guide.sections) + len(guide.claims) + len(guide.pages)


def test_every_source_stands_in_it(guide: Guide, pages: list[str]) -> None:
    """Each source by who made it, its title and its address, whole: in the list, and at the foot where it is cited."""
    said = re.sub(r"[\s\u200b]+", "", "".join(pages))

    for id_, source in guide.sources.items():
        wanted = [source.producer, source.title, *([printed_address(source.url)] if source.url else [])]
        missing = [each for each in wanted if re.sub(r"\s+", "", each) not in said]
        assert not missing, (id_, missing)


def test_every_statistic_and_calculator_stands_in_it(guide: Guide, pages: list[str]) -> None:
    """Each statistic by what it measures, each calculator with its example, each word of the glossary."""
    said = re.sub(r"\s+", "", "".join(pages))
    wanted = [each.measures for source in guide.sources.values() for each in source.statistics]
    wanted += [next(iter(page.examples.values())).label for page in guide.pages.values()]
    wanted += [term.name for term in guide.settings.glossary.values()]

    assert [each for each in wanted if re.sub(r"\s+", "", each) not in said] == []


def test_every_link_leads_somewhere(guide: Guide, pdf: bytes) -> None:
    """Inside to a page of the document, outside to an address of the content or of the site."""
    document = opened(pdf)
    pages = {page.indirect_reference.idnum for page in document.pages if page.indirect_reference}
    places = list(_places(document))
    known = {source.url for source in guide.sources.values()}
    known |= {source.read_in.url for source in guide.sources.values() if source.read_in}

    assert len(places) > len(guide.sources)
    assert all(place in pages for place in places)
    assert [each for each in addresses(pdf) if each not in known and not each.startswith("https://")] == []
    assert known - {None} <= set(addresses(pdf))


def _places(document: Any) -> Iterator[int]:  # noqa: ANN401  # whatever the file holds
    """The page that each link within the document leads to."""
    named = document.named_destinations
    for page in document.pages:
        for note in page.get("/Annots", []):
            link = note.get_object()
            found = link.get("/Dest", link.get("/A", {}).get("/D"))
            if isinstance(found, str):
                yield named[found].page.idnum
            elif found is not None:
                yield found.get_object()[0].idnum


def test_a_page_says_where_one_is(guide: Guide, pages: list[str]) -> None:
    """Its number, and the name of its chapter at the head of each page that doesn't open one."""
    glossary = [
        number for number, words in enumerate(pages) if words.startswith(f"{guide.settings.short_title} Glossary")
    ]

    assert glossary[-1] == len(pages) - 1
    assert all(str(number) in words for number, words in enumerate(pages[1:], start=2))


def test_notes_are_counted_in_reading_order(pdf: bytes, pages: list[str]) -> None:
    """Each chapter's marks are 1, 2, 3 as one reads, and the foot has as many notes as there are numbers."""
    counted = [list(dict.fromkeys(map(int, re.findall(r"\[(\d+)\]", words)))) for words in _chapters(pdf, pages)]

    assert max(map(len, counted)) > 5
    assert counted == [list(range(1, len(numbers) + 1)) for numbers in counted]
    assert sum(map(len, counted)) == [tag for tag, _ in tags(pdf)].count("Note")


def _chapters(pdf: bytes, pages: list[str]) -> Iterator[str]:
    """The words of each chapter."""
    document = opened(pdf)
    starts = [document.get_destination_page_number(each) for each in document.outline if not isinstance(each, list)]
    for first, end in pairwise([*starts, len(pages)]):
        yield " ".join(pages[first or 0 : end])


def test_no_heading_stands_alone(guide: Guide, pdf: bytes, pages: list[str]) -> None:
    """After a heading comes what it heads, on the same page: neither a note nor the page's foot."""
    mentioned = {page.nav_title for page in guide.pages.values()}
    titles = [title for each in outline(pdf) if (title := " ".join(each.split())) not in mentioned]
    found = [words.partition(f" {title} ")[2] for words in pages[2:] for title in titles if f" {title} " in words]

    assert len(found) > len(titles) / 2
    assert [rest for rest in found if re.match(r"\[\d+\]|\S+ \d+$", rest)] == []


def test_it_is_always_the_same(guide: Guide, pdf: bytes, workshop: Studio) -> None:
    """Typeset anew, in another process and not kept: the same bytes."""
    assert workshop.typeset_anew(TEMPLATE, document_data(guide, workshop), "pdf", guide.settings.updated) == pdf


def test_any_guide_has_one(second: Path) -> None:
    """The second guide's home page offers its own, with the size that the file has."""
    page = (second / "site/index.html").read_text(encoding="utf-8")
    found = re.search(r'<a class="g-button" href="([^"]+)" download[^>]*>Guide, PDF, ([\d.]+ [kM]B)</a>', page)
    assert found is not None
    content = (second / "site" / found[1]).read_bytes()

    assert shown_size(content) == found[2]
    assert "Old Mill" in text(content)


def test_hostile_words_are_words(workshop: Studio) -> None:
    """Markup of any language in titles and texts is printed as it was written."""
    guide = check(PROJECT / "tests/second_guide").guide
    assert guide is not None
    data = document_data(guide, workshop)
    runs = [{"text": each} for each in HOSTILE]
    sections = [{**each, "title": runs, "summary": [runs]} for each in data["sections"]]  # type: ignore[attr-defined]
    made = workshop.typeset_anew(TEMPLATE, data | {"sections": sections, "lead": runs}, "pdf", "2026-11-01")

    assert "#panic()" in text(made)


def test_only_the_first_mention_is_a_note() -> None:
    """A source's first mention carries the note, later ones refer to it; in a figure there is neither."""
    html = '<p>A <a class="g-cite" href="x"></a> and <a class="g-cite" href="x"></a></p>'
    reading = Reading("s")
    first, again = (each for each in reading.paragraphs(html)[0] if "cite" in each)  # type: ignore[arg-type]
    apart = Reading("", apart=True).paragraphs(html)[0]  # type: ignore[arg-type]

    assert (first["first"], again["first"]) == (True, False)
    assert first["note"] == again["note"] == "note-s-x"
    assert first["number"] == again["number"] == 1
    assert [each["first"] for each in apart if "cite" in each] == [None, None]
