"""The colours of a picture as literal values, out of the site's one file of tokens."""

from typing import Literal

from .css_rules import resolved, rules

type Band = Literal["none", "blue", "ink"]
type Inks = dict[str, str]

PAPER = ":root"


def inks(tokens: str, band: Band = "none") -> Inks:
    """Every token of the light scheme by its name, as it stands on paper or inside of a band.

    Args:
        tokens: The text of tokens.css.
        band: Which band the picture lies in.
    """
    found: Inks = {}
    for rule in rules(tokens):
        paper = rule.selector == PAPER and not rule.media
        if paper or (rule.selector == f".g-band--{band}" and rule.media == "screen"):
            found |= rule.values
    return {name: resolved(value, found) for name, value in found.items() if name.startswith("--")}
