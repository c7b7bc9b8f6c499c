"""Where the site and its repository stand: as the guide says, unless the surroundings say otherwise for one build."""

import os

from .model.guide import Guide

SITE_ADDRESS = "GUIDE_SITE_ADDRESS"
"""Overrides `site_address` for one build."""

REPOSITORY = "GUIDE_REPOSITORY"
"""Overrides `repository` for one build; empty leaves the edit links out."""


def repository(guide: Guide) -> str | None:
    """Where edit links lead, without a slash at the end; None when there is no repository."""
    named = os.environ.get(REPOSITORY, guide.settings.repository or "")
    return named.rstrip("/") or None


def site_address(guide: Guide) -> str:
    """Where the site will stand."""
    return os.environ.get(SITE_ADDRESS, guide.settings.site_address)


def site_root(guide: Guide) -> str:
    """Where the site will stand, to be followed by a site path."""
    return f"{site_address(guide).rstrip('/')}/"
