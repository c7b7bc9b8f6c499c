"""The blocks of a section, each rendered by the template of its kind."""

from functools import singledispatch

from markupsafe import Markup

from .calculator_page import invitation
from .claims import claim_card
from .composer import Composer
from .figures import figure_html
from .model.base import Model
from .model.figure import Figure
from .model.section import Block, CalculatorBlock, ClaimBlock, Heading
from .page import heading


def blocks_html(blocks: list[Block], section: str, composer: Composer) -> str:
    """Markdown headings and HTML blocks, separated by empty lines."""
    return "\n\n".join(_block(block, section, composer) for block in blocks)


@singledispatch
def _block(block: Model, section: str, composer: Composer) -> str:
    kind: str = block.kind  # type: ignore[attr-defined]  # every block has one
    return composer.render(f"blocks/{kind}.html.jinja", block=block)


@_block.register
def _(block: Heading, section: str, composer: Composer) -> str:
    return heading(2, composer.writer.headline(block.text), block.id)


@_block.register
def _(block: ClaimBlock, section: str, composer: Composer) -> Markup:
    return claim_card(block.claim, composer)


@_block.register
def _(block: CalculatorBlock, section: str, composer: Composer) -> Markup:
    return invitation(block, composer)


@_block.register
def _(block: Figure, section: str, composer: Composer) -> Markup:
    return figure_html(block, section, composer)
