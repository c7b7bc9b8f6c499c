"""A word of the glossary as a tip shows it."""

from dataclasses import dataclass

from markupsafe import Markup

from .composer import Composer


@dataclass(frozen=True)
class TermView:
    """The word, what it means, and where the glossary has it."""

    name: str
    meaning: Markup
    href: str


def term_view(id_: str | None, composer: Composer) -> TermView | None:
    """The tip for a term; none in a language that the glossary isn't written in."""
    if id_ is None or composer.guide.original:
        return None
    term = composer.guide.settings.glossary[id_]
    return TermView(term.name, composer.writer.headline(term.meaning), composer.link(f"term:{id_}"))
