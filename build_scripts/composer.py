"""What one page is written with: its own citations, links and templates."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .addresses import relative
from .citations import Citations
from .model.guide import Guide
from .prose import Writer
from .values import Values

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Templates escape everything and refuse unknown names."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


class Composer:
    """Writes one page: the page's address, its citations in order, its links."""

    def __init__(self, guide: Guide, values: Values, here: str) -> None:
        self.guide = guide
        self.values = values
        self.here = here
        self.citations = Citations(guide)
        self.writer = Writer(values, self.citations, self.link)

    def link(self, target: str) -> str:
        """The relative address of a target such as ``section:id``."""
        return relative(self.here, target)

    def render(self, template: str, **context: object) -> Markup:
        """One block of HTML without empty lines: Markdown passes it through as it is."""
        page = {"guide": self.guide, "writer": self.writer, "link": self.link, "values": self.values}
        html = environment().get_template(template).render(page | context)
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))
