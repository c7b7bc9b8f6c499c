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
    for path in sorted(content.rglob("*")):
        parts = path.relative_to(content).parts
        if any(hidden(Path(part)) for part in parts) or parts[0] in UNREAD:
            continue
        if path.is_dir() and path.is_symlink():
            message = "this is a link to another folder"
            yield Problem(shown(path, directory), 1, 1, "", message, "put the folder itself here")
        elif not path.is_dir() and not _known(parts):
            yield Problem(shown(path, directory), 1, 1, "", "no file is read from here", _move(parts))


def hidden(path: Path) -> bool:
    """Whether a file belongs to an operating system or an editor at work: `.DS_Store`, `.x.yml.swp`, `x.yml~`."""
    return path.name.startswith(".") or path.name.endswith("~")


def shown(path: Path, directory: Path) -> str:
    """The file's name as problems give it: relative, with what can't be printed written out."""
    name = os.fsencode(path.relative_to(directory).as_posix()).decode("utf-8", "backslashreplace")
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
