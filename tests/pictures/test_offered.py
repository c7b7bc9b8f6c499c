"""What pages offer to take away is there, and as large as they say."""

import re
from pathlib import Path

from build_scripts.data_files import shown_size

OFFER = re.compile(r'<a class="g-action" href="([^"]+)" download[^>]*>(?:<svg.*?</svg>)?([^<]+), ([\d.]+ [kM]B)</a>')


def test_every_figure_is_offered_as_table_and_picture(second: Path) -> None:
    """Each figure of each page: CSV, PNG and SVG, with the size that the file has."""
    for page in (second / "site").rglob("index.html"):
        if page.parent.name == "style":  # its figure is a sample
            continue
        text = page.read_text(encoding="utf-8")
        found = OFFER.findall(text)
        figures = len(re.findall(r'<figure class="g-figure', text))

        assert [words for _, words, _ in found] == ["CSV", "Picture, PNG", "SVG"] * figures
        for href, _, size in found:
            assert shown_size((page.parent / href).read_bytes()) == size, (page, href)
