"""Claims checked: the card with its three parts, and the short list."""

from markupsafe import Markup

from .composer import Composer

SIGNS = {
    "misquoted": "cross",
    "false": "cross",
    "untraceable": "ring",
    "half right": "half",
    "conditional": "half",
    "holds": "tick",
}
"""The sign beside the verdict's word; never instead of it."""


def claim_card(id_: str, composer: Composer, *, permalink: bool = True) -> Markup:
    """As it is quoted, what was measured, safe to print."""
    claim = composer.guide.claims[id_]
    return composer.render(
        "blocks/claim.html.jinja", claim=claim, id=id_, sign=SIGNS[claim.verdict], permalink=permalink
    )


def claims_list(composer: Composer) -> Markup:
    """All claims, one row each."""
    claims = composer.guide.claims
    rows = [(id_, claims[id_], SIGNS[claims[id_].verdict]) for id_ in composer.guide.settings.claims]
    return composer.render("blocks/claims_list.html.jinja", rows=rows)
