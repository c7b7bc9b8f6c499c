"""Zip archives that are the same bytes whenever they hold the same files, and a place to keep what takes long."""

import hashlib
import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

DATE = (2020, 1, 1, 0, 0, 0)


def packed(files: dict[str, bytes]) -> bytes:
    """An uncompressed archive with one date and alphabetical order; hosts compress it better as a whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, DATE), content)
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def digest(parts: Iterable[bytes]) -> str:
    """One hash of many parts, each with its length, so that no two lists give the same."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()[:16]


def cached(folder: Path, make: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    """The files of `folder`; made, and put there as a whole, when there is no such folder."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as name:
            whole = Path(name, "whole")
            whole.mkdir()
            for file, content in make().items():
                (whole / file).write_bytes(content)
            _move(whole, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _move(whole: Path, folder: Path) -> None:
    try:
        os.replace(whole, folder)
    except OSError:  # another build has just put the same files there
        if not folder.is_dir():
            raise
