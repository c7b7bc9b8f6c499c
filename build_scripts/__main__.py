"""The command line: check, build, serve, diff, stale, links, new, translate, schema."""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from .garbage import never_collected, seldom_collected
from .telling import tell

if TYPE_CHECKING:
    from .pipeline import Checked

TOOL = "python -m build_scripts"
TROUBLE = 2
"""The exit code of `diff`, `stale` and `links` when they can't tell."""

LAST_PORT = 65535

# Each command imports what it needs itself: a check of one file shall not wait for what only a build needs.


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code is 1 when the content has an error."""
    options = _parser().parse_args(arguments)
    if options.command == "new" and options.kind == "guide":
        return _new_guide(options)
    directory = Path(options.guide).resolve()
    if not (directory / "content").is_dir():
        print(f"{options.guide}: no content folder here; name a guide's folder with --guide", file=sys.stderr)
        return TROUBLE if options.command in ("diff", "stale", "links") else 1
    return COMMANDS[options.command](directory, options)


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong and what to do."""

    def error(self, message: str) -> NoReturn:
        remedy = "" if "; " in message else f"; see {self.prog} --help"
        self.exit(2, f"{message}{remedy}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=TOOL, description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    shared = _Parser(add_help=False)
    shared.add_argument("--guide", default=".", metavar="DIR", help="a guide's folder (default: this one)")
    check_command = commands.add_parser(
        "check", parents=[shared], help="validate the content and say every problem at once"
    )
    check_command.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="only these, and each by itself: in a moment",
    )
    build_command = commands.add_parser("build", parents=[shared], help="validate, stage and build the site")
    build_command.add_argument(
        "--staged", action="store_true", help="stop after writing build/docs and build/mkdocs.yml"
    )
    serve_command = commands.add_parser("serve", parents=[shared], help="preview with reload on every change")
    serve_command.add_argument("--port", type=_port, default=8000, help="on this machine (default: 8000)")
    _add_diff(commands.add_parser("diff", parents=[shared], help="say what changed between two revisions"))
    _add_stale(commands.add_parser("stale", parents=[shared], help="list the sources that are to be read again"))
    links_command = commands.add_parser(
        "links", parents=[shared], help="ask whether the addresses in the content answer"
    )
    links_command.description = "Exit code: 0 each one does, 1 some don't or have moved, 2 it can't be told."
    _add_day(links_command)
    _add_new(commands.add_parser("new", parents=[shared], help="print or write the shortest valid file of a kind"))
    translate_command = commands.add_parser(
        "translate", parents=[shared], help="write or renew a language's file of translations"
    )
    translate_command.add_argument("language", metavar="LANGUAGE", help="its code, such as de")
    translate_command.add_argument("sections", metavar="SECTION", nargs="*", help="sections to begin to translate")
    commands.add_parser("schema", parents=[shared], help="write the JSON Schemas for editors' tools")
    return parser


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.description = "Exit code: 0 nothing changed, 1 something did, 2 it can't be told."
    parser.add_argument("base", metavar="BASE", help="a branch, tag or commit to compare with")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="another one (default: the files as they are)")
    parser.add_argument("--format", choices=["text", "markdown", "json"], default="text", help="default: text")
    parser.add_argument("--pictures", metavar="DIR", help="write changed charts there, before and after, as SVG files")


def _add_stale(parser: argparse.ArgumentParser) -> None:
    parser.description = "Exit code: 0 nothing is due, 1 something is, 2 it can't be told."
    _add_day(parser)
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", metavar="DATE", type=_day, required=True, help="the day to judge by, as 2027-01-31")


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.description = "A guide is always written; anything else is printed, or written with --write."
    parser.add_argument("kind", choices=["source", "statistic", "claim", "section", "calculator", "guide"])
    parser.add_argument("name", metavar="NAME", help="its id; of a guide, its folder")
    parser.add_argument("--write", action="store_true", help="write it, and list it in guide.yml where that is needed")
    parser.add_argument("--source", metavar="ID", help="of a statistic: the source whose file it goes into")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"there is no day “{text}”; write year-month-day, such as 2027-01-31"
        ) from None


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"there is no port “{text}”; write a number from 1 to {LAST_PORT}")
    return int(text)


def _check(directory: Path, options: argparse.Namespace) -> int:
    gc.disable()  # it is over before there is any garbage to speak of
    if options.files:
        return _check_files(directory, [path.resolve() for path in options.files])
    checked = _checked(directory)
    if checked.guide is None:
        return 1
    guide = checked.guide
    statistics = sum(len(source.statistics) for source in guide.sources.values())
    print(
        f"{len(guide.sections)} sections, {len(guide.claims)} claims, {len(guide.sources)} sources, "
        f"{statistics} statistics, {len(guide.calculators)} calculators: no errors"
    )
    return 0


def _check_files(directory: Path, files: list[Path]) -> int:
    from .pipeline import check_files

    for path in files:
        if directory / "content" not in path.parents:
            print(
                f"{path}: not a file of {directory / 'content'}; name the guide's folder with --guide", file=sys.stderr
            )
            return 1
    return 1 if tell(check_files(directory, files)) else 0


def _build(directory: Path, options: argparse.Namespace) -> int:
    seldom_collected()
    from .build import build, stage_site
    from .npm_package import RuntimeFilesError

    checked = _checked(directory)
    if checked.guide is None:
        print("Nothing was written.", file=sys.stderr)
        return 1
    try:
        if options.staged:
            stage_site(checked.guide, checked.package, directory)
            return 0
        return build(checked.guide, checked.package, directory)
    except RuntimeFilesError as error:
        print(error, file=sys.stderr)
        return 1


def _serve(directory: Path, options: argparse.Namespace) -> int:
    from .serve import serve

    return serve(directory, options.port)


def _stale(directory: Path, options: argparse.Namespace) -> int:
    from . import freshness

    checked = _checked(directory)
    if checked.guide is None:
        return TROUBLE
    found = freshness.due(checked.guide, options.on)
    print(freshness.FORMATS[options.format](found, options.on))
    return 1 if found else 0


def _links(directory: Path, options: argparse.Namespace) -> int:
    from . import links

    checked = _checked(directory)
    if checked.guide is None:
        return TROUBLE
    cache = directory / "build/links.json"
    found = links.check_links(links.addresses(checked.guide), options.on, cache, links.asking(options.on))
    print(links.as_text(found))
    return 1 if any(each.answer.state in ("broken", "moved") for each in found) else 0


def _diff(directory: Path, options: argparse.Namespace) -> int:
    from .changes.command import diff

    return diff(directory, options)


def _new(directory: Path, options: argparse.Namespace) -> int:
    from .scaffold.command import new

    return new(directory, options)


def _new_guide(options: argparse.Namespace) -> int:
    from .scaffold.command import new_guide

    return new_guide(options)


def _translate(directory: Path, options: argparse.Namespace) -> int:
    from .translate import translate

    checked = _checked(directory)
    return 1 if checked.guide is None else translate(directory, checked.guide, options.language, options.sections)


def _schema(directory: Path, options: argparse.Namespace) -> int:
    from .schema import write_schemas

    for path in write_schemas(directory / "content" / "schemas"):
        print(path.relative_to(directory))
    return 0


def _checked(directory: Path) -> "Checked":
    from .pipeline import check

    checked = check(directory)
    if checked.guide is not None:
        from .schema import schemas_of
        from .write import write

        write(schemas_of(checked.guide), directory / "build/schemas")
    tell(checked.problems)
    return checked


COMMANDS = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "diff": _diff,
    "stale": _stale,
    "links": _links,
    "new": _new,
    "translate": _translate,
    "schema": _schema,
}

if __name__ == "__main__":
    code = main()
    never_collected()
    sys.exit(code)
