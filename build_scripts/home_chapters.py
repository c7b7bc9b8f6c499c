"""What a chapter of the infographic shows: its figure and its headline."""

from .composer import Composer
from .model.figure import Figure
from .model.guide import Chapter


def figure_of(ref: str, composer: Composer) -> Figure:
    """The figure of a reference such as ``section/figure``."""
    section, _, id_ = ref.partition("/")
    blocks = composer.guide.sections[section].blocks
    return next(block for block in blocks if isinstance(block, Figure) and block.id == id_)


def chapter_title(chapter: Chapter, composer: Composer) -> str:
    """The chapter's own headline, or its figure's."""
    return chapter.title or figure_of(chapter.figure, composer).title
