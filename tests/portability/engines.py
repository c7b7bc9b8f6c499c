"""The other programs that can build the staged files, each in an environment of its own."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SITE, SITE_INSIDE = 'site_dir: "../site"', 'site_dir: "site"'
"""Zensical wants the site inside the folder of its settings."""


@dataclass(frozen=True)
class Engine:
    """A way out.

    Attributes:
        name: The folder of its environment.
        command: What builds a site from ``build/mkdocs.yml``.
    """

    name: str
    command: tuple[str, ...]


ENGINES = (
    Engine("zensical", ("zensical", "build", "--clean", "-f", "build/mkdocs.yml")),
    Engine("properdocs", ("properdocs", "build", "--quiet", "-f", "build/mkdocs.yml")),
)


class BuildError(Exception):
    """An engine that stopped; the message is what it said."""


def built(engine: Engine, environments: Path, guide: Path, room: Path) -> Path:
    """The folder of the site that an engine makes of the staged files, in a copy of their surroundings.

    Raises:
        BuildError: When the engine refuses.
    """
    shutil.copytree(guide / "build/docs", room / "build/docs")
    shutil.copytree(PROJECT / "docs/.overrides", room / "docs/.overrides")
    config = (guide / "build/mkdocs.yml").read_text(encoding="utf-8")
    (room / "build/mkdocs.yml").write_text(config.replace(SITE, SITE_INSIDE), encoding="utf-8")
    shutil.copy(PROJECT / "mkdocs.yml", room / "mkdocs.yml")
    command = [str((environments / engine.name / "bin" / engine.command[0]).absolute()), *engine.command[1:]]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    finished = subprocess.run(command, cwd=room, env=settings, capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise BuildError(finished.stdout + finished.stderr)
    return room / "build/site"
