"""An item put into a list of a YAML file, everything else left as the editor wrote it, comments included."""

from ..yaml_reader import Document, parse


class ListError(ValueError):
    """The list is written in a way that can't be added to by itself; the message says what to do."""


def added(text: str, name: str, new: str) -> str:
    """The text of a file with `new` at the end of its list `name`.

    Args:
        text: A file that reads well.
        name: A field of the file, a list; it is begun when it isn't there.
        new: An id, or an item's lines, the first of which starts with “- ”.

    Raises:
        ListError: When items of several lines would have to go between brackets.
    """
    document = parse(text)
    data = document.data if isinstance(document.data, dict) else {}
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if name not in data:
        return "".join([*lines, f"{name}:\n", _indented(new, 2)])
    listed = data[name]
    line, column = document.places.values[name,]
    if lines[line - 1][column - 1] == "[":
        return _between_brackets(lines, (line, column), name, new)
    first = document.places.values[name, 0][1] if isinstance(listed, list) and listed else column + 2
    return "".join(_put(lines, _end(document, name, lines), _indented(new, first - 3)))


def _indented(new: str, spaces: int) -> str:
    body = new if new.lstrip().startswith("- ") else f"- {new}\n"
    margin = len(body) - len(body.lstrip())
    return "".join(f"{' ' * spaces}{line[margin:]}" for line in body.splitlines(keepends=True))


def _between_brackets(lines: list[str], place: tuple[int, int], name: str, new: str) -> str:
    if "\n" in new.strip():
        raise ListError(f"“{name}” is written between brackets; write each of its items on a line after “- ”")
    text, start = "".join(lines), sum(map(len, lines[: place[0] - 1])) + place[1] - 1
    end = text.index("]", start)
    comma = ", " if text[start + 1 : end].strip() else ""
    return f"{text[:end].rstrip()}{comma}{new}{text[end:]}"


def _end(document: Document, name: str, lines: list[str]) -> int:
    """The line after the list: before the next field, and before the comments and empty lines that belong to it."""
    begin = document.places.keys[name,][0]
    after = sorted(line for path, (line, _) in document.places.keys.items() if len(path) == 1 and line > begin)
    end = after[0] - 1 if after else len(lines)
    while end > begin and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _put(lines: list[str], at: int, new: str) -> list[str]:
    return [*lines[:at], new, *lines[at:]]
