"""The command `new`: prints what would be written, or writes it and never over a file that is there."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from ..load import load
from ..model.base import ID
from ..write import replace
from . import guide, things
from .lists import ListError, added
from .things import Ground

KINDS: dict[str, Callable[[str, Ground], dict[str, str]]] = {
    "source": things.source,
    "claim": things.claim,
    "section": things.section,
    "calculator": things.calculator,
}
SETTINGS = "content/guide.yml"


class _RefusedError(Exception):
    """Why nothing was written, and what to do."""


def new(directory: Path, options: Namespace) -> int:
    """Print or write one new thing; 1 when it can't be done, with nothing written."""
    try:
        files = _files(directory, options)
    except _RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    for path, text in files.items():
        if options.write:
            replace(directory / path, text.encode())
            print(f"wrote {path}")
        else:
            print(f"# {path}\n{text}")
    return 0


def new_guide(options: Namespace) -> int:
    """Write a whole guide into an empty or absent folder."""
    folder = Path(options.name)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is there and not empty; name a folder that isn't there yet", file=sys.stderr)
        return 1
    for path, text in guide.guide().items():
        replace(folder / path, text.encode())
    print(f"A guide is in {folder}; build it with: make site GUIDE={folder}")
    return 0


def _files(directory: Path, options: Namespace) -> dict[str, str]:
    id_ = options.name
    if not re.fullmatch(ID, id_):
        raise _RefusedError(f"“{id_}” can't be an id; use lowercase letters, digits and single hyphens")
    loaded = load(directory)
    if loaded.content is None:
        problems = "\n".join(map(str, loaded.problems))
        raise _RefusedError(f"{problems}\nCorrect the content first; something new is fitted to what is there.")
    content = loaded.content
    if options.kind == "statistic":
        taken = [each.id for source in content.sources.values() for each in source.statistics]
        return _statistic(directory, options, Ground(content.settings, ""), taken)
    ground = Ground(content.settings, _text(directory / SETTINGS))
    files = _made(lambda: KINDS[options.kind](id_, ground))
    for path in files:
        if path != SETTINGS and (directory / path).exists():
            raise _RefusedError(f"{path} is there already; choose another name")
    if SETTINGS in files and not options.write:
        files[f"{SETTINGS}, under {options.kind}s:"] = f"  - {id_}\n"
        del files[SETTINGS]
    return files


def _statistic(directory: Path, options: Namespace, ground: Ground, taken: list[str]) -> dict[str, str]:
    """The source's file with one statistic more; without a source, the lines to put into one."""
    if options.name in taken:
        raise _RefusedError(f"there is a statistic “{options.name}” already; choose another id")
    lines = things.statistic(options.name, ground)
    if not options.source:
        if options.write:
            raise _RefusedError("a statistic is written into its source's file; name it with --source")
        return {"content/sources/<its source>.yml, under statistics:": lines}
    path = f"content/sources/{options.source}.yml"
    if not (directory / path).is_file():
        raise _RefusedError(
            f"there is no source “{options.source}”; write it with: new source {options.source} --write"
        )
    return _made(lambda: {path: added(_text(directory / path), "statistics", lines)})


def _made(make: Callable[[], dict[str, str]]) -> dict[str, str]:
    try:
        return make()
    except ListError as error:
        raise _RefusedError(str(error)) from None


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
