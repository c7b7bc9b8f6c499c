"""The blocks of a section as the document's template takes them: one shape a kind."""

from functools import singledispatch

from ..calculator_page import view
from ..charts import draw
from ..claims import SIGNS
from ..figures import pen
from ..ledger import ledger
from ..model.base import Model
from ..model.figure import Figure
from ..model.section import Block, CalculatorBlock, Callout, ClaimBlock, Heading, ItemList, Table, Text
from ..pictures.studio import Studio
from .author import Author

WIDTH = 740.0
"""Figures are laid out as in a page's column and scaled down to the paper's."""

type Data = dict[str, object]


def blocks(found: list[Block], section: str, author: Author, workshop: Studio) -> list[Data]:
    """Every block of a section."""
    return [
        figure(each, section, author, workshop) if isinstance(each, Figure) else _block(each, author) for each in found
    ]


def figure(each: Figure, section: str, author: Author, workshop: Studio) -> Data:
    """The framed figure: message, picture with its words, ledger line."""
    with author.apart():
        return _framed(each, section, author, workshop)


def _framed(each: Figure, section: str, author: Author, workshop: Studio) -> Data:
    drawing = draw(each, pen(each, author))
    canvas = drawing.alone(WIDTH)
    return {
        "kind": "figure",
        "label": f"figure-{section}-{each.id}",
        "title": author.headline(each.title),
        "subtitle": author.headline(each.subtitle) if each.subtitle else [],
        "picture": {
            "svg": workshop.literal(canvas),
            "share": canvas.width / WIDTH,
            "alt": drawing.description,
        },
        "mixes": author.headline(each.mixes) if each.mixes else [],
        "note": author.prose(each.note) if each.note else [],
        "ledger": [
            {"name": cell.name, "grades": list(cell.grades), "text": author.html(cell.html)}
            for cell in ledger(each, drawing, author)
        ],
    }


@singledispatch
def _block(block: Model, author: Author) -> Data:
    raise TypeError(f"the document has no shape for a {type(block).__name__}; give it one here and in guide.typ")


@_block.register
def _(block: Text, author: Author) -> Data:
    return {"kind": "text", "text": author.prose(block.text)}


@_block.register
def _(block: Heading, author: Author) -> Data:
    return {"kind": "heading", "label": author.label(block.id), "title": author.headline(block.text)}


@_block.register
def _(block: ItemList, author: Author) -> Data:
    return {"kind": "list", "ordered": block.ordered, "items": [author.prose(item) for item in block.items]}


@_block.register
def _(block: Callout, author: Author) -> Data:
    title, text = author.headline(block.title), author.prose(block.text)
    return {"kind": "callout", "tone": block.tone, "title": title, "text": text}


@_block.register
def _(block: Table, author: Author) -> Data:
    caption = author.headline(block.caption)
    rows = [[author.prose(cell) for cell in row] for row in block.rows]
    return {"kind": "table", "caption": caption, "columns": block.columns, "rows": rows}


@_block.register
def _(block: ClaimBlock, author: Author) -> Data:
    claim = author.guide.claims[block.claim]
    return {
        "kind": "claim",
        "label": author.link(f"claim:{block.claim}").removeprefix("#"),
        "sign": SIGNS[claim.verdict],
        "verdict": claim.verdict,
        "title": author.headline(claim.title),
        "short": author.headline(claim.short),
    }


@_block.register
def _(block: CalculatorBlock, author: Author) -> Data:
    shown = view(block.calculator, author)
    return {
        "kind": "calculator",
        "label": author.link(f"calculator:{block.calculator}").removeprefix("#"),
        "title": shown.page.nav_title,
        "text": author.prose(block.text),
        "answer": shown.answer.headline,
        "meaning": shown.answer.text,
    }
