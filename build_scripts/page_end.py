"""What every page ends with: its sources, what their grades mean, how to cite it, where to report an error."""

import re
from collections.abc import Iterable

from .citable import cite_part
from .composer import Composer
from .corrections import correction
from .grades import GRADES
from .sources_list import sources_list

TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)


def ended(body: Iterable[str], title: str, target: str, composer: Composer) -> str:
    """A page's whole Markdown.

    Args:
        body: Its own parts; empty ones are left out.
        title: Its headline, plain, as it is cited.
        target: What it is, as `addresses.address` takes it.
        composer: The page's own.
    """
    parts = [*body, sources_list(composer)]
    if any("g-grade" in part for part in parts):
        parts.append(composer.render("blocks/grades.html.jinja", grades=GRADES))
    return "\n\n".join(part for part in [*parts, foot(title, target, composer)] if part)


def foot(title: str, target: str, composer: Composer) -> str:
    """How to cite a page and where to report an error on it; the same arguments."""
    return composer.render(
        "blocks/page_foot.html.jinja",
        citation=cite_part(title, target, composer),
        correction=correction(title, target, composer),
    )


def with_foot(page: bytes, target: str, composer: Composer) -> bytes:
    """A hand-written page with the same at its end; its front matter has the title."""
    title = TITLE.search(page.decode())
    return page if title is None else page + f"\n{foot(title[1], target, composer)}\n".encode()
