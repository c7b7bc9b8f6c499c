"""The style guide: every component with its states, and the tokens they are made of."""

from pathlib import Path

from ..addresses import address
from ..component_samples import charts, components
from ..composer import Composer
from ..page import Page, heading
from ..site import Site
from ..token_views import tokens
from .contribute import UNSEARCHED

SHEET = Path(__file__).resolve().parent.parent.parent / "docs/stylesheets/tokens.css"
PARTS = {"Colours": "colours", "Sizes of type": "sizes", "Spaces": "spaces"}


def add_style_guide(site: Site) -> None:
    """Add the page; the nav leaves it out."""
    site.write(address("page:style"), _page)


def _page(composer: Composer) -> Page:
    found = tokens(SHEET.read_text(encoding="utf-8"))
    body = [heading(1, "Style guide", "style")]
    for title, name in PARTS.items():
        body += [heading(2, title, name), composer.render(f"style/{name}.html.jinja", tokens=found)]
    body.append(heading(2, "Charts", "charts"))
    for kind, picture in charts().items():
        body += [heading(3, kind.replace("-", " ").capitalize(), f"chart-{kind}"), picture]
    for name, html in components(composer.here).items():
        body += [heading(2, name, f"component-{name.split(',', maxsplit=1)[0].lower().replace(' ', '-')}"), html]
    description = "Every component of this site with its states, and the colours, sizes and spaces it is made of."
    return Page(composer.here, "Style guide", description, "\n\n".join(body), meta=UNSEARCHED)
