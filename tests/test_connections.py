"""Where to read on is found in what the content names, and in nothing else."""

import re
from pathlib import Path

import pytest

from build_scripts.connections import Connections
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.render import render

from .conftest import PROJECT, copy_guide

RELATED = re.compile(r'<nav class="g-related".*?</nav>', re.DOTALL)
LINK = re.compile(r'kind">([^<]+)</span> <a href="([^"]+)">')


def read(directory: Path) -> Guide:
    """A guide without errors."""
    guide = check(directory).guide
    assert guide is not None
    return guide


@pytest.fixture(scope="module")
def flagship() -> Guide:
    """The guide of this repository."""
    return read(PROJECT)


def test_parts_of_one_figure_are_nearest(flagship: Guide) -> None:
    """A claim leads first to the section that shows its figures and its card, a calculator to one of its benchmarks."""
    connections = Connections(flagship)

    assert connections.nearest(["claim:fifty-dollars"])[0] == "section:what-it-costs"
    assert connections.nearest(["section:what-it-costs"])[0] == "claim:fifty-dollars"
    assert connections.nearest(["claim:smaller-beats-larger"])[0] == "section:when-small-beats-large"


def test_a_new_mention_brings_parts_together(tmp_path: Path) -> None:
    """Naming a calculator makes a section its neighbour; before, they had nothing in common."""
    directory = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    assert "calculator:hydration" not in Connections(read(directory)).nearest(["claim:steam"])

    claim = directory / "content/claims/steam.yml"
    text = claim.read_text(encoding="utf-8")
    claim.write_text(text + "detail: See [the calculator](calculator:hydration).\n", encoding="utf-8")

    assert "calculator:hydration" in Connections(read(directory)).nearest(["claim:steam"])


def test_calculators_of_the_same_numbers_are_neighbours(flagship: Guide) -> None:
    """Both ask for what was paid and what came of it."""
    assert "calculator:cost-per-engagement" in Connections(flagship).nearest(["calculator:campaign-return"])


def test_pages_lead_on_to_two_of_each_kind(flagship: Guide) -> None:
    """Sections, calculators and the page of claims end so; none leads to itself, none to more than two of a kind."""
    pages = {name: text.decode() for name, text in render(flagship, {}).items() if name.endswith(".md")}
    found = {name: LINK.findall(match[0]) for name, text in pages.items() if (match := RELATED.search(text))}

    assert {f"guide/{id_}.md" for id_ in flagship.settings.sections} | {"claims.md"} <= found.keys()
    assert "calculators/engagement-rate.md" in found
    for name, links in found.items():
        kinds = [kind for kind, _ in links]
        assert max(map(kinds.count, kinds)) <= 2
        assert not any(href.strip("./") == Path(name).stem for _, href in links)


def test_order_does_not_depend_on_chance(flagship: Guide) -> None:
    """Parts that are equally near stand in the guide's order, whatever order Python keeps sets in."""
    first, second = (Connections(flagship) for _ in range(2))
    parts = [f"section:{id_}" for id_ in flagship.settings.sections]

    assert [first.nearest([part]) for part in parts] == [second.nearest([part]) for part in parts]
