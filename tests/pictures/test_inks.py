"""One source of colours: what a file is painted with is what the page's style sheet says."""

import re

from build_scripts.pictures.inks import inks
from tests.conftest import PROJECT

TOKENS = (PROJECT / "docs/stylesheets/tokens.css").read_text(encoding="utf-8")


def block(opening: str) -> dict[str, str]:
    """The colours of one block of the sheet, read in the simplest way."""
    text = TOKENS.partition(opening)[2].partition("}")[0]
    return dict(re.findall(r"(--g-[\w-]+): (#[0-9a-f]{3,6});", text))


def test_paper_has_the_light_colours() -> None:
    """Every colour of the light scheme, and none of the dark one."""
    light = block(":root {")

    assert len(light) >= 15
    assert {name: inks(TOKENS)[name] for name in light} == light


def test_a_band_has_its_own_colours() -> None:
    """Inside of a band its inks win; what it leaves alone stays that of the paper."""
    for band in ("blue", "ink"):
        own, found = block(f".g-band--{band} {{"), inks(TOKENS, band)

        assert {name: found[name] for name in own} == own
        assert found["--g-ground"] == inks(TOKENS)[f"--g-band-{band}"]


def test_every_colour_is_literal() -> None:
    """A file can't look a variable up."""
    assert [value for band in ("none", "blue", "ink") for value in inks(TOKENS, band) if "var(" in value] == []
