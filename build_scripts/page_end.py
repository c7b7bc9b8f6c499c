"""What every page ends with: its sources, what their grades mean, how to cite it, where to report an error."""

from collections.abc import Iterable

from .citable import cite_part
from .composer import Composer
from .corrections import correction
from .grades import GRADES
from .sources_list import sources_list


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
    foot = composer.render(
        "blocks/page_foot.html.jinja",
        citation=cite_part(title, target, composer),
        correction=correction(title, target, composer),
    )
    return "\n\n".join(part for part in [*parts, foot] if part)
