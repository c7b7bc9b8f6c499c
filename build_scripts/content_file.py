"""One content file as text: a plain file of a sensible size, in UTF-8, without invisible characters."""

import re
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from .yaml_error import YamlError

LARGEST_FILE = 1_000_000
"""Bytes. A content file is a few kilobytes; more is a mistake or an attack."""

FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Control characters, halves of characters, byte order marks, and line breaks that only some programs see."""


def text_of(path: Path) -> str:
    """The text of a file, without its byte order mark.

    Raises:
        YamlError: When it is not a plain readable file, too large, or not UTF-8.
    """
    try:
        return _decoded(_bytes(path))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise _whole(f"the file can't be read ({reason})", "make it a readable file") from None


def check_characters(text: str) -> None:
    """Refuse what a reader would not see.

    Raises:
        YamlError: At the first such character.
    """
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise YamlError(place(text[: forbidden.start()]), *unprintable(forbidden[0]))


def unprintable(character: str) -> tuple[str, str]:
    """What to say of a character that has no business in a text."""
    return f"the character U+{ord(character):04X} is not allowed", "delete it"


def place(before: str) -> tuple[int, int]:
    """Line and column of what follows `before`."""
    return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def _bytes(path: Path) -> bytes:
    about = path.lstat()
    if S_ISLNK(about.st_mode):
        raise _whole("this is a link to another file", "put the file itself here")
    if not S_ISREG(about.st_mode):
        raise _whole("this is not a file", "put the file itself here")
    if about.st_size > LARGEST_FILE:
        found, most = f"{about.st_size / 1e6:.1f} MB", f"{LARGEST_FILE / 1e6:.0f} MB"
        raise _whole(f"the file has {found}, more than {most}", "split it up")
    return path.read_bytes()


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 (byte 0x{error.object[error.start]:02X} here)"
        raise YamlError(
            place(error.object[: error.start].decode()), message, "save it again with the encoding UTF-8"
        ) from None


def _whole(message: str, remedy: str) -> YamlError:
    return YamlError((1, 1), message, remedy)
