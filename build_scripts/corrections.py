"""Where a reader reports an error: a new issue that names the place; nowhere without a repository."""

from urllib.parse import urlencode

from .composer import Composer
from .site_address import repository

FORM = "figure.yml"
"""The form of `.github/ISSUE_TEMPLATE`; a repository without it opens an empty issue with the same title."""


def correction(title: str, target: str, composer: Composer) -> str | None:
    """The address that opens a prefilled issue about a target, or None."""
    place = repository(composer.guide)
    if not place:
        return None
    filled = {"template": FORM, "title": f"Correction: {title}", "address": composer.full(target)}
    return f"{place}/issues/new?{urlencode(filled)}"
