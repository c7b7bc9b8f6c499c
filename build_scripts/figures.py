"""The frame of a figure: message, picture, the same rows as a table, ledger line, actions."""

import csv
import io
from dataclasses import dataclass

from markupsafe import Markup

from .charts import draw
from .charts.drawing import Drawing, Pen, Table
from .citable import Citation, cite_part
from .composer import Composer
from .data_files import FORMULA_MARKS, shown_size
from .ledger import Cell, ledger
from .model.figure import Figure

OFFERED = {"CSV": "csv", "Picture, PNG": "png", "SVG": "svg"}
"""What a figure is offered as, in words, with the ending of the file."""


@dataclass(frozen=True)
class Download:
    """A file to take away: in words, where it is, and how large."""

    words: str
    href: str
    size: str


@dataclass(frozen=True)
class FigureView:
    """What the template shows.

    Attributes:
        figure: The model.
        drawing: Its pictures and table.
        ledger: Measure · Who was counted · Period · Grade · Source.
        downloads: The rows and the picture as files.
        permalink: The figure's own address.
        citation: What to copy.
        titled: Whether the frame shows the title; the home page shows it as a chapter's headline.
    """

    figure: Figure
    drawing: Drawing
    ledger: tuple[Cell, ...]
    downloads: tuple[Download, ...]
    permalink: str
    citation: Citation
    titled: bool


def figure_html(figure: Figure, section: str, composer: Composer, *, titled: bool = True) -> Markup:
    """The framed figure; its rows are added to the page's files."""
    drawing = draw(figure, pen(figure, composer))
    composer.files[_own(figure_file(section, figure, "csv"), composer)] = table_csv(drawing.table)
    view = FigureView(
        figure=figure,
        drawing=drawing,
        ledger=ledger(figure, drawing, composer),
        downloads=_downloads(figure, section, composer),
        permalink=composer.link(f"figure:{section}/{figure.id}"),
        citation=cite_part(composer.writer.plain(figure.title), f"figure:{section}/{figure.id}", composer),
        titled=titled,
    )
    return composer.render("blocks/figure.html.jinja", view=view)


def figure_file(section: str, figure: Figure, ending: str) -> str:
    """Where a figure's rows or its picture are published."""
    return f"data/figures/{section}/{figure.id}.{ending}"


def _downloads(figure: Figure, section: str, composer: Composer) -> tuple[Download, ...]:
    paths = {words: _own(figure_file(section, figure, ending), composer) for words, ending in OFFERED.items()}
    files = {path: composer.made.get(path) or composer.files.get(path) for path in paths.values()}
    return tuple(
        Download(composer.guide.words.say(words), composer.link(f"file:{path}"), shown_size(content))
        for words, path in paths.items()
        if (content := files[path])
    )


def _own(path: str, composer: Composer) -> str:
    """Files are in the guide's language, so those of a translation stand beside its pages."""
    return f"{composer.guide.settings.language}/{path}" if composer.guide.versions else path


def pen(figure: Figure, composer: Composer) -> Pen:
    """What drawing this figure on this page needs."""
    return Pen(composer.guide, composer.values, f"p-{figure.id}", composer.writer.plain)


def table_csv(table: Table) -> bytes:
    """The rows as CSV; numbers keep their signs, text can't become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow(
            cell if numeric or not cell.startswith(FORMULA_MARKS) else f"'{cell}"
            for cell, numeric in zip(row, table.numeric, strict=True)
        )
    return out.getvalue().encode()
