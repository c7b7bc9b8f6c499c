"""The last stage: rendered files onto the disk, only where their bytes changed, orphans pruned."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Written:
    """What a write did, as counts of files."""

    total: int
    changed: int
    pruned: int


def write(files: dict[str, bytes], directory: Path) -> Written:
    """Make `directory` hold exactly `files`.

    A file is replaced in one step, so that a reader of the folder never meets half of it.

    Raises:
        OSError: When the folder can't be written.
    """
    changed = sum(replace(directory / path, content) for path, content in sorted(files.items()))
    return Written(len(files), changed, _prune(files, directory))


def replace(path: Path, content: bytes) -> bool:
    """Give a file this content in one step; False when it had it already."""
    if path.is_file() and path.read_bytes() == content:
        return False
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
    os.replace(partial, path)
    return True


def _prune(files: dict[str, bytes], directory: Path) -> int:
    pruned = 0
    for folder, _, names in directory.walk(top_down=False):
        place = folder.relative_to(directory).as_posix()
        orphans = [name for name in names if (name if place == "." else f"{place}/{name}") not in files]
        for name in orphans:
            (folder / name).unlink()
        pruned += len(orphans)
        if folder != directory and not any(folder.iterdir()):
            folder.rmdir()
    return pruned
