"""The command line: check, build, serve, diff, stale, new, schema."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from . import freshness
from .annotation import annotation
from .build import build, stage_site
from .changes.command import TROUBLE, diff
from .changes.report import FORMATS
from .npm_package import RuntimeFilesError
from .pipeline import Checked, check
from .scaffold.command import KINDS, new, new_guide
from .schema import write_schemas
from .serve import serve

TOOL = "python -m build_scripts"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code is 1 when the content has an error."""
    options = _parser().parse_args(arguments)
    if options.command == "new" and options.kind == "guide":
        return new_guide(options)
    directory = Path(options.guide).resolve()
    if not (directory / "content").is_dir():
        print(f"{options.guide}: no content folder here; name a guide's folder with --guide", file=sys.stderr)
        return TROUBLE if options.command in ("diff", "stale") else 1
    commands = {
        "check": _check,
        "build": _build,
        "serve": _serve,
        "diff": diff,
        "stale": _stale,
        "new": new,
        "schema": _schema,
    }
    return commands[options.command](directory, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=TOOL, description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--guide", default=".", metavar="DIR", help="a guide's folder (default: this one)")
    commands.add_parser("check", parents=[shared], help="validate the content and say every problem at once")
    build_command = commands.add_parser("build", parents=[shared], help="validate, stage and build the site")
    build_command.add_argument(
        "--staged", action="store_true", help="stop after writing build/docs and build/mkdocs.yml"
    )
    serve_command = commands.add_parser("serve", parents=[shared], help="preview with reload on every change")
    serve_command.add_argument("--port", type=int, default=8000, help="on this machine (default: 8000)")
    _add_diff(commands.add_parser("diff", parents=[shared], help="say what changed between two revisions"))
    _add_stale(commands.add_parser("stale", parents=[shared], help="list the sources that are to be read again"))
    _add_new(commands.add_parser("new", parents=[shared], help="print or write the shortest valid file of a kind"))
    commands.add_parser("schema", parents=[shared], help="write the JSON Schemas for editors' tools")
    return parser


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.description = "Exit code: 0 nothing changed, 1 something did, 2 it can't be told."
    parser.add_argument("base", metavar="BASE", help="a branch, tag or commit to compare with")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="another one (default: the files as they are)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--pictures", metavar="DIR", help="write changed charts there, before and after, as SVG files")


def _add_stale(parser: argparse.ArgumentParser) -> None:
    parser.description = "Exit code: 0 nothing is due, 1 something is, 2 it can't be told."
    parser.add_argument("--on", metavar="DATE", type=_day, required=True, help="the day to judge by, as 2027-01-31")
    parser.add_argument("--format", choices=freshness.FORMATS, default="text", help="default: text")


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.description = "A guide is always written; anything else is printed, or written with --write."
    parser.add_argument("kind", choices=[*KINDS, "statistic", "guide"])
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


def _check(directory: Path, options: argparse.Namespace) -> int:
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


def _build(directory: Path, options: argparse.Namespace) -> int:
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
    return serve(directory, options.port)


def _stale(directory: Path, options: argparse.Namespace) -> int:
    checked = _checked(directory)
    if checked.guide is None:
        return TROUBLE
    found = freshness.due(checked.guide, options.on)
    print(freshness.FORMATS[options.format](found, options.on))
    return 1 if found else 0


def _schema(directory: Path, options: argparse.Namespace) -> int:
    for path in write_schemas(directory / "content" / "schemas"):
        print(path.relative_to(directory))
    return 0


def _checked(directory: Path) -> Checked:
    checked = check(directory)
    for problem in checked.problems:
        print(problem, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation(problem))
    errors = sum(problem.level == "error" for problem in checked.problems)
    if errors:
        print(f"{errors} {'error' if errors == 1 else 'errors'}", file=sys.stderr)
    return checked


COMMANDS = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "diff": diff,
    "stale": _stale,
    "new": new,
    "schema": _schema,
}

if __name__ == "__main__":
    sys.exit(main())
