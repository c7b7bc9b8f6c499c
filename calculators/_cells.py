"""Cut a pasted table into lines of cells: comma, semicolon or tab, with quotes as spreadsheets write them."""

from ._words import lowered


class OpenQuoteError(ValueError):
    """A quote is opened and never closed."""


def lines_of(text: str) -> list[list[str]]:
    """The lines of a table as lists of cells, empty lines left out."""
    if text[:1] == "\ufeff":
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    separator = _separator(text)
    if lowered(text[:4]) == "sep=":
        text = text.partition("\n")[2]
    return [cells for cells in _cut(text, separator) if any(cell.strip(" ") for cell in cells)]


def _separator(text: str) -> str:
    """A tab or a semicolon in the first line that has text; else the comma."""
    first = text.lstrip("\n ").partition("\n")[0]
    for separator in "\t;":
        if separator in first:
            return separator
    return ","


def _cut(text: str, separator: str) -> list[list[str]]:
    """Letter by letter, since looking up a position is slow where strings are kept as UTF-8."""
    lines: list[list[str]] = [[]]
    cell: list[str] = []
    quoted = closed = False
    for letter in text + "\n":
        if letter == '"' and (quoted or closed or not "".join(cell).strip(" ")):
            if closed:
                cell.append(letter)  # two quotes side by side stand for one
            quoted, closed = not quoted, quoted
            continue
        closed = False
        if quoted or letter not in (separator, "\n"):
            cell.append(letter)
            continue
        lines[-1].append("".join(cell))
        cell = []
        if letter == "\n":
            lines.append([])
    if quoted:
        raise OpenQuoteError("a quote is not closed")
    return lines
