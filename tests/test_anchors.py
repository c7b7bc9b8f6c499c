"""Anchors are found as MkDocs finds them, whatever a page holds."""

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.pages import _HTMLHandler

from build_scripts.anchors import Anchors

PIECES = (
    '<p id="a">',
    '<section class="b c" id="d"  data-e >',
    "<a name='f'>",
    '<a name="g" id="h"\n href="x>y">',
    '<A NAME="i"></A>',
    "<b id=j>",
    '<br id="k"/>',
    "<br />",
    "<p id>",
    '<a name="l&amp;m">',
    '<a href="n?o&amp;p" id="q">',
    "<img alt='r id=\"s\"'>",
    '<img alt="<i t" id="u">',
    '<input name="v" hidden>',
    '<p id="w"id="x">',
    '<p id = "y">',
    '<p id="">',
    '<i id="z',
    "</p>",
    "</p id='0'>",
    "</>",
    'text id="1" & more &lt; less',
    "a < b",
    '`<i id="2">`',
    '<!-- <i id="3"> -->',
    "<!doctype html>",
    "<?php ?>",
    "<script>",
    '<script>if (a<b) { "<p id=4>" }</script>',
    '<style id="5">',
    '<title id="6"><p id="7"></title>',
    '<textarea name="8">',
    "\n\n",
    '"',
    ">",
)


def found(handler: type[_HTMLHandler], source: str) -> set[str]:
    """The anchors in a page's source."""
    reading = handler()
    reading.feed(source)
    reading.close()
    return set(reading.present_anchor_ids)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_anchors_are_those_that_mkdocs_finds(source: str) -> None:
    """In plain elements, in those that are written otherwise, and in what only looks like elements."""
    assert found(Anchors, source) == found(_HTMLHandler, source)


def test_a_plain_page_is_taken_at_once() -> None:
    """No element is read by itself: that is what takes time."""

    class Counted(Anchors):
        taken = 0

        def handle_starttag(self, *element: object) -> None:
            Counted.taken += 1

    assert found(Counted, 'Text\n\n<div id="a">\n<p class="b">c</p>\n<a name="d"></a>\n</div>\n') == {"a", "d"}
    assert Counted.taken == 0
