"""Recognise a table’s columns: any order, any subset, common names of each; nothing is left out in silence."""

from ._cells import OpenQuoteError, lines_of
from ._fields import Input, Problem, Text, note, refusal
from ._said import say, word, words
from ._words import bare, listing, tidied

TOTALS = ("total", "totals", "sum", "average", "mean", "median")


class Table:
    """What was read.

    ``names`` are the columns in their order (empty where unknown), ``words`` those that hold texts; ``rows`` are texts
    by name, and ``kept`` is what stands under unknown headers.
    """

    def __init__(self) -> None:
        self.headers: list[str] = []
        self.names: list[str] = []
        self.words: list[str] = []
        self.rows: list[dict[str, str]] = []
        self.kept: list[dict[str, str]] = []
        self.problems: list[Problem] = []


def read_rows(text: str, fields: list[Input | Text]) -> Table:
    """Read a table whose first line names the columns."""
    table = Table()
    try:
        lines = lines_of(text)
    except OpenQuoteError:
        table.problems.append(refusal("open_quote", "A quote is opened and never closed; close it or take it out."))
        return table
    headers = table.headers = [tidied(header) for header in lines[0]] if lines else []
    table.names = [_name(header, fields) for header in headers]
    table.words = [field.name for field in fields if field.unit == "text"]
    table.problems = _header_problems(headers, table.names, fields)
    for cells in lines[1:]:
        _add_row(table, cells)
    if any(table.names) and not table.rows:
        table.problems.append(refusal("no_rows", "The table has a header and no rows; add a line for each row."))
    return table


def _add_row(table: Table, cells: list[str]) -> None:
    names, row = table.names, len(table.rows) + 1
    label = _label_of_total(cells, table)
    if label:
        text = "A line called “{label}” is left out, after row {after}: it would be counted twice."
        table.problems.append(note("total_left_out", say(text, label=label, after=row - 1)))
        return
    if any(cell.strip(" ") for cell in cells[len(names) :]):
        text = "This row has {cells} cells under {headers} headers; put numbers that contain a comma in quotes."
        said = say(text, cells=len(cells), headers=len(names))
        table.problems.append(refusal("too_many_cells", said, None, row))
    known = list(enumerate(cells[: len(names)]))
    table.rows.append({names[index]: cell for index, cell in known if names[index]})
    table.kept.append(
        {table.headers[index]: cell for index, cell in known if not names[index] and table.headers[index]}
    )


def _label_of_total(cells: list[str], table: Table) -> str:
    """The word for a spreadsheet’s line of totals, found in a column that is not one of our numbers."""
    for index, name in enumerate(table.names[: len(cells)]):
        if (not name or name in table.words) and bare(cells[index]) in TOTALS:
            return tidied(cells[index])
    return ""


def _name(header: str, fields: list[Input | Text]) -> str:
    """The field that a header means; empty for none."""
    wanted = bare(header)
    for field in fields:
        if wanted == bare(field.name) or wanted in [bare(name) for name in field.names]:
            return field.name
    return ""


def _header_problems(headers: list[str], names: list[str], fields: list[Input | Text]) -> list[Problem]:
    known = [name for name in names if name]
    there_are = listing([field.name for field in fields], len(fields))
    if not headers:
        return [refusal("empty_table", say("The table is empty; the columns can be {names}.", names=there_are))]
    if not known:
        text = "No column is recognised; let the first line name them. They can be {names}."
        return [refusal("no_columns", say(text, names=there_are))]
    problems = []
    for index, header in enumerate(headers):
        if header and not names[index]:
            text = "The column “{column}” is not used; used are {names}."
            problems.append(note("unknown_column", say(text, column=header, names=words(known))))
    for name in sorted(set(known)):
        if known.count(name) > 1:
            said = say("{columns} columns mean {name}; keep one of them.", columns=known.count(name), name=word(name))
            problems.append(refusal("repeated_column", said, name))
    return problems
