"""What robots are told: everything may be read, and where the list of pages is.

Robots ask for this file at a host's root; a site under a sub-path has it there for whoever owns the root.
"""

from .model.guide import Guide
from .site_address import site_root

ROBOTS = "robots.txt"


def robots(guide: Guide) -> bytes:
    """The file's text. Frames may be read as well: each of them says itself which page it belongs to."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_root(guide)}sitemap.xml\n".encode()
