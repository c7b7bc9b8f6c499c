"""A guide as it stood at a revision, unpacked into a temporary folder; the working tree is not touched."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PARTS = ("content", "calculators")
FATES = {"A": "added", "D": "removed"}


class RevisionError(Exception):
    """A revision that can't be read; the message says why and what to do."""


@contextmanager
def tree(directory: Path, revision: str | None) -> Iterator[Path]:
    """The guide's folder at a revision; `directory` itself, as it is on the disk, without one.

    Raises:
        RevisionError: When there is no such revision, or no guide in it.
    """
    if revision is None:
        yield directory
        return
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        _unpack(_archive(directory, revision), Path(folder), revision)
        yield Path(folder)


def renamed(before: Path, after: Path) -> dict[str, str]:
    """Each content file that git calls renamed: its new name, as in ``content/a/b.yml``, and the old one."""
    words = _compared(before, after, "--find-renames=60%", "--diff-filter=R")
    pairs = zip(words[1::3], words[2::3], strict=False)
    return {_inside(new, after): _inside(old, before) for old, new in pairs}


def differing(before: Path, after: Path) -> list[str]:
    """Each content file that isn't the same, as in ``changed content/a/b.yml``; nothing has to be valid for that."""
    words = _compared(before, after, "--no-renames")
    pairs = zip(words[::2], words[1::2], strict=False)
    inside = [(_inside(path, after if letter == "A" else before), letter) for letter, path in pairs]
    return [f"{FATES.get(letter, 'changed')} {path}" for path, letter in sorted(inside)]


def _compared(before: Path, after: Path, *options: str) -> list[str]:
    command = ["git", "diff", "--no-index", "--name-status", "-z", *options, "--"]
    folders = [str(before / "content"), str(after / "content")]
    finished = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
    return finished.stdout.split("\0")


def _inside(path: str, folder: Path) -> str:
    """A path as the guide names it; git leaves out the slash at its start."""
    return f"/{path.lstrip('/')}".removeprefix(f"{folder}/")


def _archive(directory: Path, revision: str) -> bytes:
    named = _git(directory, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if named is None:
        raise RevisionError(f"there is no revision “{revision}”; name a branch, a tag or a commit, or fetch it first")
    commit = named.decode().strip()
    listed = _git(directory, "ls-tree", "--name-only", commit, *PARTS) or b""
    parts = [part for part in PARTS if part in listed.decode().split()]
    packed = _git(directory, "archive", "--format=tar", commit, "--", *parts) if "content" in parts else None
    if packed is None:
        raise RevisionError(f"{revision} has no content folder here; name a later revision")
    return packed


def _unpack(packed: bytes, folder: Path, revision: str) -> None:
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
    except tarfile.FilterError as error:
        message = f"{revision} holds a link that leads out of the guide: {error.tarinfo.name}"
        raise RevisionError(f"{message}; name a revision without it") from None


def _git(directory: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it refuses.

    Raises:
        RevisionError: When there is no git.
    """
    try:
        finished = subprocess.run(["git", "-C", str(directory), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError("git is needed to read a revision; install it") from None
    return finished.stdout if finished.returncode == 0 else None
