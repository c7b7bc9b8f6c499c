"""The page of claims checked."""

from functools import partial

from ..addresses import address
from ..claims import claim_card
from ..composer import Composer
from ..linked_data import claim_review
from ..page import Page, heading
from ..page_end import ended
from ..related import related_pages
from ..site import Site


def add_claims(site: Site) -> None:
    """Add the page when the guide checks claims."""
    if site.guide.settings.claims:
        site.write(address("page:claims"), partial(_page, site))


def _page(site: Site, composer: Composer) -> Page:
    ids = site.guide.settings.claims
    body = [
        heading(1, "Claims checked", "claims"),
        composer.render("pages/claims_head.html.jinja", count=len(ids)),
        *(_claim(id_, composer) for id_ in ids),
        related_pages([f"claim:{id_}" for id_ in ids], site, composer),
    ]
    return Page(
        address=composer.here,
        title="Claims checked",
        description="Well-known claims, what their sources really measured, and sentences that are safe to print.",
        body=ended(body, "Claims checked", "page:claims", composer),
        edit="content/claims",
        linked=tuple(claim_review(id_, composer) for id_ in ids),
    )


def _claim(id_: str, composer: Composer) -> str:
    claim = composer.guide.claims[id_]
    parts = [heading(2, composer.writer.headline(claim.title), id_), claim_card(id_, composer)]
    if claim.detail:
        parts.append(composer.render("pages/claim_detail.html.jinja", claim=claim, id=id_))
    return "\n\n".join(parts)
