"""The colours of a picture as literal values, out of the site's one file of tokens."""

from typing import Literal

from .css_rules import resolved, rules

type Band = Literal["none", "blue", "ink"]
type Inks = dict[str, str]

PAPER = ":root"
TEMPLATES_USE = ("ground", "raised", "sunk", "ink", "ink-2", "line", "rule", "blue", "blue-wash", "red")


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


def template_inks(found: Inks) -> dict[str, str]:
    """The colours that documents are typeset with, by their short names."""
    return {name: found[f"--g-{name}"] for name in TEMPLATES_USE}
