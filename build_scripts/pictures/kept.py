"""What was made before and is made from the same: kept in the cache by its content, and cleared when unused."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = "pictures"


@dataclass
class Kept:
    """Keeps results in a folder, each under a name that depends on everything that went in.

    Attributes:
        folder: Where they lie.
        used: The names asked for so far; `clear` removes all others.
    """

    folder: Path
    used: set[str] = field(default_factory=set)

    def get(self, ending: str, make: Callable[[], bytes], *recipe: bytes) -> bytes:
        """What was made from this recipe, made now if it never was."""
        name = f"{hashlib.sha256(b'\0'.join(_measured(part) for part in recipe)).hexdigest()[:24]}.{ending}"
        self.used.add(name)
        path = self.folder / name
        if not path.is_file():
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(make())
            unfinished.replace(path)
        return path.read_bytes()

    def clear(self) -> None:
        """Remove what nobody asked for since this was opened."""
        for path in self.folder.glob("*"):
            if path.name not in self.used:
                path.unlink()


def _measured(part: bytes) -> bytes:
    """A part with its length before it, so that no two recipes look alike."""
    return f"{len(part)}:".encode() + part
