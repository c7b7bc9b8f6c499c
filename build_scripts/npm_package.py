"""Files out of a locked npm package, checked once more at each build.

npm checks a package against package-lock.json when it installs it; the hashes beside this module say at each build that
what is published is that of the version named here and nothing else.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

NODE_MODULES = Path(__file__).resolve().parent.parent / "node_modules"


class RuntimeFilesError(Exception):
    """The page's Python can't be made; the message is one line that says what to do."""


@dataclass(frozen=True)
class NpmPackage:
    """A package whose files the site publishes.

    Attributes:
        title: As people call it.
        name: As npm calls it.
        folder: Where npm puts it.
        version: The only one expected; package.json must agree.
        hashes: A file of SHA-256 sums in the usual format.
    """

    title: str
    name: str
    folder: Path
    version: str
    hashes: Path

    def files(self) -> dict[str, bytes]:
        """Every file that has a known hash, by name.

        Raises:
            RuntimeFilesError: When the package is absent, of another version, or changed.
        """
        self._check_version()
        known = [line.split() for line in self.hashes.read_text(encoding="utf-8").splitlines()]
        files = {name: (self.folder / name).read_bytes() for _, name in known}
        for expected, name in known:
            if hashlib.sha256(files[name]).hexdigest() != expected:
                raise RuntimeFilesError(
                    f"{self._place()}/{name} is not that of {self.title} {self.version}; "
                    "remove node_modules and run “make site”"
                )
        return files

    def _check_version(self) -> None:
        try:
            found = json.loads((self.folder / "package.json").read_bytes())["version"]
        except FileNotFoundError:
            raise RuntimeFilesError(f"{self._place()} is absent; run “make site”, which installs it") from None
        if found != self.version:
            raise RuntimeFilesError(
                f"{self._place()} is version {found}, expected {self.version}; "
                f"see “A newer {self.title}” in CONTRIBUTING.md"
            )

    def _place(self) -> str:
        return f"node_modules/{self.name}"
