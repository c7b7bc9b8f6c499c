"""The command line: the same calculators for a terminal, a spreadsheet’s export or another program."""

import argparse
import difflib
import io
import json
import shlex
import sys
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any, NoReturn

from . import answer, answer_table, describe, ids, load

TOOL = "python -m calculators"
USAGE = f"""usage: {TOOL} list
       {TOOL} <id> [FILE.csv|-] [--name value …] [--language TAG] [--json]
       {TOOL} <id> --help

Calculate from options, from a table in a file, or from a table on standard input (-).
Exit code 0: answered. Exit code 2: refused, and the reason is printed.

calculators:"""
SHOWN_AS_JSON = ("calculator", "inputs", "results", "problems")
KINDS = {
    "count": "a number such as 12500, 12,500 or 12.5k",
    "money": "an amount such as 1250 or 1,250.50",
    "ratio": "a percentage such as 3.5%",
    "text": "a text",
}


class UsageError(Exception):
    """The command can’t be understood or its file not read; the message is one line with the remedy."""


class Parser(argparse.ArgumentParser):
    """A parser that leaves printing its errors to us."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and leaving."""
        raise UsageError(f"{message}; see {self.prog} --help")


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is 2 when something is refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        return _run(arguments)
    except UsageError as error:
        print(f"{TOOL}: {error}", file=sys.stderr)
        return 2


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else "--help"
    if first in ("list", "--help", "-h"):
        summaries = _aligned([[known, _summary(known)] for known in ids()])
        print("\n".join(summaries if first == "list" else [USAGE, *(f"  {line}" for line in summaries)]))
        return 0 if arguments else 2
    if first not in ids():
        raise UsageError(f"there is no calculator “{first}”; {_remedy(first, ['list', *ids()], TOOL)}")
    return _calculate(first, arguments[1:])


def _calculate(calculator_id: str, arguments: list[str]) -> int:
    described = describe(calculator_id)
    options = _options(described, arguments)
    texts = {field["name"]: getattr(options, field["name"]) for field in described["inputs"]}
    long = [field["name"] for field in described["inputs"] if field["unit"] == "text" and not field["choices"]]
    texts = {name: _or_file(text) if name in long else text for name, text in texts.items() if text is not None}
    if options.file is None:
        answered = answer(calculator_id, texts, [], options.language)
    else:
        answered = answer_table(calculator_id, texts, _text_of(options.file), options.language)
    refused = any(problem["level"] == "refusal" for problem in answered["problems"])
    if options.json:
        print(json.dumps({name: answered[name] for name in SHOWN_AS_JSON}, ensure_ascii=False, indent=2))
    elif refused:
        print("\n".join(_found(answered["problems"])), file=sys.stderr)
    else:
        lines = _result_lines(described["results"], answered["results"])
        print("\n".join(lines + _found(answered["problems"]) + _found(answered["read"])))
    return 2 if refused else 0


def _options(described: dict[str, Any], arguments: list[str]) -> argparse.Namespace:
    parser = _parser(described)
    names = [field["name"] for field in described["inputs"]]
    joined = _values_joined(arguments, names)
    options, unknown = parser.parse_known_args(joined)
    if unknown:
        wrong = unknown[0].partition("=")[0]
        known = [f"--{name}" for name in [*names, "language", "json", "help"]]
        what = "option" if wrong.startswith("-") else "use for"
        raise UsageError(f"there is no {what} “{wrong}”; {_remedy(wrong, known, parser.prog)}")
    given = [argument.partition("=")[0].replace("_", "-") for argument in joined if argument.startswith("--")]
    for option in given:
        if given.count(option) > 1:
            raise UsageError(f"{option} is given twice; leave one of them out")
    return options


def _parser(described: dict[str, Any]) -> Parser:
    parser = Parser(
        prog=f"{TOOL} {described['id']}",
        usage="%(prog)s [FILE.csv|-] [--name value …] [--language TAG] [--json]",
        description=_summary(described["id"]),
        epilog=_epilog(described),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    table = "a table whose first line names the columns" if described["columns"] else "a header and one row of inputs"
    parser.add_argument("file", nargs="?", metavar="FILE", help=f"{table} (- for standard input)")
    for field in described["inputs"]:
        spellings = sorted({f"--{field['name']}", f"--{field['name'].replace('_', '-')}"})
        parser.add_argument(*spellings, dest=field["name"], metavar=_metavar(field), help=_kind(field))
    parser.add_argument("--language", default="en", metavar="TAG", help="whose habits the numbers follow: en, de, fr …")
    parser.add_argument("--json", action="store_true", help="one JSON object, ratios unrounded")
    return parser


def _epilog(described: dict[str, Any]) -> str:
    example = described["examples"][0]
    options = [f"--{name.replace('_', '-')} {shlex.quote(str(value))}" for name, value in example["inputs"].items()]
    command = " ".join([TOOL, described["id"], *(["table.csv"] if example["rows"] else []), *options])
    results = _aligned([[f"  {result['name']}", result["text"]] for result in described["results"]])
    return "\n".join(["results:", *results, "", "example:", f"  {command}"])


def _values_joined(arguments: list[str], names: list[str]) -> list[str]:
    """Write ``--name value`` as ``--name=value``, so that a value may begin with a minus sign."""
    joined: list[str] = []
    for argument in arguments:
        last = joined[-1] if joined else ""
        if last[:2] == "--" and last[2:].replace("-", "_") in names and not argument.startswith("--"):
            joined[-1] = f"{last}={argument}"
        else:
            joined.append(argument)
    return joined


def _text_of(file: str) -> str:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it can’t be read").lower()
        raise UsageError(f"{file}: {reason}; name a CSV file, or - for standard input") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: this is not UTF-8 text; save it as “CSV UTF-8”") from None


def _or_file(text: str) -> str:
    """A long text may stand in a file: its name is taken where it ends like a table’s."""
    return _text_of(text) if text.lower().endswith((".csv", ".tsv", ".txt")) else text


def _metavar(field: dict[str, Any]) -> str:
    return "TEXT" if field["unit"] == "text" else "N"


def _kind(field: dict[str, Any]) -> str:
    if field["choices"]:
        return "one of: " + ", ".join(field["choices"])
    return "a text, or a CSV file that holds it" if field["unit"] == "text" else KINDS.get(field["unit"], "a number")


def _summary(calculator_id: str) -> str:
    return (load(calculator_id).__doc__ or "").strip().partition("\n")[0]


def _remedy(wrong: str, known: list[str], tool: str) -> str:
    near = difflib.get_close_matches(wrong, known, n=1)
    return f"did you mean {near[0]}?" if near else f"see {tool} --help"


def _result_lines(results: list[dict[str, Any]], values: dict[str, Any]) -> list[str]:
    """The defined results with their definitions, the lists row by row, and what the others need."""
    defined = [result for result in results if values[result["name"]] is not None]
    single = [result for result in defined if not result["many"] and not result["along"]]
    lines = _aligned([[result["name"], _shown(values[result["name"]], result), result["text"]] for result in single], 1)
    for along in dict.fromkeys(result["along"] for result in defined if result not in single):
        lists = [result for result in defined if result["along"] == along and result not in single]
        lines += ["", *_columns(lists, values, along), ""]
    missing = [result for result in results if result not in defined and not _is_end_of_nothing(result["name"], values)]
    for reason in dict.fromkeys(result["undefined"] for result in missing):
        names = [result["name"] for result in missing if result["undefined"] == reason]
        lines.append(f"undefined: {', '.join(names)}. {reason}")
    return lines


def _columns(lists: list[dict[str, Any]], values: dict[str, Any], along: str) -> list[str]:
    """Lists side by side, each entry under its row’s number or its name."""
    columns = [[result["name"], *(_shown(value, result) for value in values[result["name"]])] for result in lists]
    if not along:
        columns.insert(0, ["row", *(str(number) for number in range(1, len(columns[0])))])
    return _aligned([list(row) for row in zip(*columns, strict=True)], *range(1 if along else 0, len(columns)))


def _is_end_of_nothing(name: str, values: dict[str, Any]) -> bool:
    """Whether this is an end of an interval around something that is undefined itself."""
    average = name.rpartition("_")[0]
    return average in values and values[average] is None


def _aligned(rows: list[list[str]], *right: int) -> list[str]:
    """Pad the cells of each column alike, those of the columns named in ``right`` from the left."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def _shown(value: float | str | list[float] | list[str] | None, result: dict[str, Any]) -> str:
    """A number as the page shows it: rounded half to even, ratios as percentages; lists and texts in a line."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(one if isinstance(one, str) else f"{one:g}" for one in value) or "none"
    percent = result["unit"] == "ratio"
    exact = Decimal(str(value)).scaleb(2 if percent else 0)
    rounded = exact.quantize(Decimal(1).scaleb(-result["digits"]), rounding=ROUND_HALF_EVEN)
    return f"{rounded:,f}" + ("%" if percent else "")


def _found(found: list[dict[str, Any]]) -> list[str]:
    """Refusals, notes and how texts were understood, each with its place."""
    lines = []
    for one in found:
        level = one.get("level", "")
        row = f"row {one['row']}" if one["row"] else ""
        place = ", ".join(part for part in (row, "" if level == "note" else one["field"]) if part)
        lines.append(": ".join(part for part in (level, place, one["text"]) if part))
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
