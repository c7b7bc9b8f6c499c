"""Refresh the locks and say which versions changed; no lock names an address."""

import re
import subprocess
import sys
from pathlib import Path

COMPILE = [
    "-m",
    "piptools",
    "compile",
    "--quiet",
    "--upgrade",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-options",
    "--resolver=backtracking",
]
SITE = ["--extra", "site"]
LOCKS = {
    "requirements/site.txt": SITE,
    "requirements/test.txt": [*SITE, "--extra", "test", "-c", "requirements/site.txt"],
    "requirements/zensical.txt": ["--extra", "zensical", "-c", "requirements/site.txt"],
    "requirements/properdocs.txt": ["--extra", "properdocs", "-c", "requirements/site.txt"],
}
NPM_LOCK = "package-lock.json"


def refresh() -> None:
    """Write every lock anew and print each package whose version changed."""
    before = {**versions()}
    for lock, arguments in LOCKS.items():
        _run(sys.executable, *COMPILE, *arguments, "--output-file", lock, "pyproject.toml")
    _run(str(Path(sys.executable).with_name("npm")), "update", "--package-lock-only", "--silent")
    changes = changed(before, versions())
    print("\n".join(changes) or "Every lock was fresh.")


def versions() -> dict[str, str]:
    """Package → version over all locks."""
    found: dict[str, str] = {}
    for lock in LOCKS:
        found |= dict(re.findall(r"^([\w.-]+)==(\S+)", Path(lock).read_text(encoding="utf-8"), re.MULTILINE))
    packages = re.findall(
        r'"node_modules/([^"]+)": \{\s*"version": "([^"]+)"', Path(NPM_LOCK).read_text(encoding="utf-8")
    )
    return found | {f"npm {name}": version for name, version in packages}


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """One line a difference, sorted by package.

    >>> changed({"a": "1", "b": "2"}, {"a": "1.1", "c": "3"})
    ['a 1 → 1.1', 'b 2 → removed', 'c added → 3']
    """
    names = sorted(before.keys() | after.keys())
    pairs = [(name, before.get(name, "added"), after.get(name, "removed")) for name in names]
    return [f"{name} {old} → {new}" for name, old, new in pairs if old != new]


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    refresh()
