"""What one page is written with: its own citations, links and templates."""

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .addresses import way
from .citations import Citations
from .model.guide import Guide
from .prose import Writer
from .site_address import site_root
from .template_code import TemplateCode
from .values import Values
from .versions import other_language, version
from .words import ENGLISH, Words

TEMPLATES = Path(__file__).parent / "templates"
QUOTED = "“{words}”"
CODE = TemplateCode(Path(__file__).read_bytes())


@cache
def environment(words: Words = ENGLISH) -> Environment:
    """Templates escape everything and refuse unknown names; `_` says a text in the language of `words`."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=CODE,
    )
    templates.globals["_"] = words.say
    templates.filters["inside"] = words.inside
    templates.filters["quoted"] = partial(quoted, words)
    templates.filters["capitalize_first"] = capitalize_first
    templates.filters["host"] = host
    templates.filters["long_date"] = long_date
    return templates


def quoted(words: Words, html: str) -> Markup:
    """Words between the quotation marks of a language.

    >>> quoted(Words("de", {QUOTED: "„{words}“"}), "so")
    Markup('„so“')
    """
    before, _, after = words.say(QUOTED).partition("{words}")
    return Markup("{}{}{}").format(before, html, after)


def capitalize_first(text: str) -> str:
    """A capital first letter; the rest stays.

    >>> capitalize_first("as reported by eMarketer")
    'As reported by eMarketer'
    """
    return text[:1].upper() + text[1:]


def long_date(day: str, language: str) -> str:
    """A date as people of a language write it.

    >>> long_date("2026-11-23", "en")
    'November 23, 2026'
    """
    return format_date(date.fromisoformat(day), "long", locale=language)


def host(address: str) -> str:
    """The host of an address, for a link's words.

    >>> host("https://www.example.org/a/b")
    'example.org'
    """
    return address.split("/")[2].removeprefix("www.")


class Composer:
    """Writes one page: the page's address, its citations in order, its links, the files made for it beforehand."""

    def __init__(self, guide: Guide, values: Values, here: str, made: Mapping[str, bytes] | None = None) -> None:
        self.guide = guide
        self.values = values
        self.here = here
        self.citations = Citations(guide)
        self.writer = Writer(values, self.citations, self.link, self.hreflang)
        self.files: dict[str, bytes] = {}
        self.made: Mapping[str, bytes] = made or {}

    def link(self, target: str) -> str:
        """The relative address of a target such as ``section:id``."""
        return way(self.here, version(self.guide, target))

    def hreflang(self, target: str) -> Markup:
        """The attribute that says the language behind a link, where it is another one."""
        code = other_language(self.guide, target)
        return Markup(' hreflang="{}"').format(code) if code else Markup("")

    def full(self, target: str) -> str:
        """The address of a target with its host, to cite or to send."""
        return site_root(self.guide) + version(self.guide, target)

    def way_to(self, page: str) -> str:
        """The relative way to the page at a site path."""
        return way(self.here, page)

    def render(self, template: str, **context: object) -> Markup:
        """One block of HTML without empty lines: Markdown passes it through as it is."""
        page = {"guide": self.guide, "writer": self.writer, "link": self.link, "values": self.values}
        page["hreflang"] = self.hreflang
        html = environment(self.guide.words).get_template(template).render(page | context)
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))
