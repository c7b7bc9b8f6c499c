"""Files of a guide's folder that no stage would read."""

import os
from collections.abc import Iterator
from pathlib import Path

from .problem import Problem
from .wording import nearest

LANGUAGES = "languages"
TRANSLATIONS = "translations"
FOLDERS = ["sections", "sources", "claims", "calculators"]
TRANSLATED = ["sections", "claims", "sources"]
"""The folders of a translation; calculators speak by their languages' files."""
UNREAD = {"schemas"}
"""Folders for editors' tools."""


def strays(directory: Path) -> Iterator[Problem]:
    """Every file in `directory`/content that is not where files are read from, and every link to a folder."""
    content = directory / "content"
    for folder, folders, files in os.walk(content):
        parts = Path(folder).relative_to(content).parts
        folders[:], files = ([name for name in sorted(each) if _looked_at(*parts, name)] for each in (folders, files))
        for name in folders:
            if Path(folder, name).is_symlink():
                message, remedy = "this is a link to another folder", "put the folder itself here"
                yield Problem(shown(Path(folder, name), directory), 1, 1, "", message, remedy)
        for name in files:
            if not _known((*parts, name)):
                message, remedy = "no file is read from here", _move((*parts, name))
                yield Problem(shown(Path(folder, name), directory), 1, 1, "", message, remedy)


def _looked_at(*parts: str) -> bool:
    return parts[0] not in UNREAD and not hidden(parts[-1])


def hidden(name: str) -> bool:
    """Whether a file belongs to an operating system or an editor at work: `.DS_Store`, `.x.yml.swp`, `x.yml~`."""
    return name.startswith(".") or name.endswith("~")


def shown(path: Path, directory: Path) -> str:
    """The file's name as problems give it: relative, with what can't be printed written out."""
    whole, root = path.as_posix(), f"{directory.as_posix()}/"
    name = whole.removeprefix(root) if whole.startswith(root) else path.relative_to(directory).as_posix()
    if name.isprintable():
        return name
    name = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in name)


def _known(parts: tuple[str, ...]) -> bool:
    if parts[-1] == "README.md" or parts == ("guide.yml",):
        return True
    if len(parts) > 2 and parts[0] == TRANSLATIONS:
        return parts[2:] == ("guide.yml",) or _in_folder(parts[2:], TRANSLATED)
    if len(parts) == 2 and parts[0] == LANGUAGES:
        return parts[1].endswith(".po")
    return _in_folder(parts, FOLDERS)


def _in_folder(parts: tuple[str, ...], folders: list[str]) -> bool:
    return len(parts) == 2 and parts[0] in folders and parts[1].endswith(".yml")


def _move(parts: tuple[str, ...]) -> str:
    *folders, name = parts
    path = Path(name)
    if path.suffix.lower() not in (".yml", ".yaml"):
        return "keep only .yml files and README.md in content"
    if path.suffix != ".yml":
        return f"name it “{path.stem}.yml”"
    known = TRANSLATED if parts[0] == TRANSLATIONS else FOLDERS
    move = f"move it into one of {', '.join(known)}"
    near = nearest(folders[-1], known, "") if folders else nearest(name, ["guide.yml"], "")
    return f"{move}; {near}" if near else move
