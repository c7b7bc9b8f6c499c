"""The frame of a figure: message, picture, the same rows as a table, ledger line, actions."""

import csv
import io
from dataclasses import dataclass

from markupsafe import Markup

from .charts import draw
from .charts.drawing import Drawing, Pen, Table
from .composer import Composer
from .data_files import FORMULA_MARKS
from .ledger import Cell, ledger
from .model.figure import Figure


@dataclass(frozen=True)
class FigureView:
    """What the template shows.

    Attributes:
        figure: The model.
        drawing: Its pictures and table.
        ledger: Measure · Who was counted · Period · Grade · Source.
        csv: The address and size of the rows as a file.
        permalink: The figure's own address.
        citation: One line to copy.
        titled: Whether the frame shows the title; the home page shows it as a chapter's headline.
    """

    figure: Figure
    drawing: Drawing
    ledger: tuple[Cell, ...]
    csv: tuple[str, str]
    permalink: str
    citation: str
    titled: bool


def figure_html(figure: Figure, section: str, composer: Composer, *, titled: bool = True) -> Markup:
    """The framed figure; its rows are added to the page's files."""
    drawing = draw(figure, pen(figure, composer))
    path = f"data/figures/{section}/{figure.id}.csv"
    content = table_csv(drawing.table)
    composer.files[path] = content
    view = FigureView(
        figure=figure,
        drawing=drawing,
        ledger=ledger(figure, drawing, composer),
        csv=(composer.link(f"file:{path}"), f"{max(1, round(len(content) / 1000))} kB"),
        permalink=composer.link(f"figure:{section}/{figure.id}"),
        citation=_citation(figure, composer),
        titled=titled,
    )
    return composer.render("blocks/figure.html.jinja", view=view)


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


def _citation(figure: Figure, composer: Composer) -> str:
    settings = composer.guide.settings
    return f"“{composer.writer.plain(figure.title)}” In: {settings.title} ({settings.updated[:4]}). {settings.licence}."
