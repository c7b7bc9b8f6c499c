"""The frame of a figure: message, picture, the same rows as a table, ledger line, actions."""

import csv
import io
from dataclasses import dataclass

from markupsafe import Markup

from .bibliography import attribution, second_hand
from .charts import draw
from .charts.bands import source_ids
from .charts.drawing import Drawing, Pen, Table
from .composer import Composer
from .data_files import FORMULA_MARKS
from .model.figure import BandsFigure, Figure
from .model.source import NOT_STATED


@dataclass(frozen=True)
class Cell:
    """One cell of the ledger line."""

    name: str
    html: Markup
    grades: tuple[str, ...] = ()


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


def ledger(figure: Figure, drawing: Drawing, composer: Composer) -> tuple[Cell, ...]:
    """Five cells, always in one order; what the editor doesn't shorten comes from the statistics."""
    statistics = [each for value in drawing.values for each in value.statistics]
    words = figure.ledger
    computed = "" if statistics else NOT_STATED
    grades = tuple(sorted({each.grade or composer.values.source_of(each.id).grade for each in statistics}))
    return (
        _cell("Measure", words.measure, [each.measures for each in statistics], computed),
        _cell("Who was counted", words.population, [each.population for each in statistics], computed),
        _cell("Period", words.period, [each.period for each in statistics], computed),
        Cell("Grade", Markup("{}").format(words.grade or ("" if grades else "none")), grades),
        _source_cell(figure, drawing, composer),
    )


def _cell(name: str, words: str | None, found: list[str], otherwise: str) -> Cell:
    text = words or "; ".join(dict.fromkeys(found)) or otherwise
    return Cell(name, Markup("{}").format(text))


def _source_cell(figure: Figure, drawing: Drawing, composer: Composer) -> Cell:
    if figure.ledger.source:
        return Cell("Source", composer.writer.inline(figure.ledger.source))
    ids = list(dict.fromkeys(source for value in drawing.values for source in value.sources))
    if isinstance(figure, BandsFigure):
        ids = source_ids(figure, pen(figure, composer))
    calculators = list(dict.fromkeys(value.calculator for value in drawing.values if value.calculator))
    parts = [_source(id_, composer) for id_ in ids]
    for id_ in calculators:
        page = composer.guide.pages[id_]
        parts.append(
            Markup('Computed by the calculator <a href="{}">{}</a>').format(
                composer.link(f"calculator:{id_}"), page.nav_title
            )
        )
    return Cell("Source", Markup("; ").join(parts) if parts else Markup("This guide"))


def _source(id_: str, composer: Composer) -> Markup:
    source = composer.guide.sources[id_]
    reported = second_hand(source)
    words = f"{attribution(source)}, {reported}" if reported else attribution(source)
    return Markup("{}{}").format(words, composer.citations.mark(id_))


def _citation(figure: Figure, composer: Composer) -> str:
    settings = composer.guide.settings
    return f"“{composer.writer.plain(figure.title)}” In: {settings.title} ({settings.updated[:4]}). {settings.licence}."
