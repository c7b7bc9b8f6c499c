"""The theme's templates for a build: their compiled code is kept, and its thousands of icons are never listed."""

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from .template_code import TemplateCode


class ThemeTemplates(FileSystemLoader):
    """Finds hidden templates when one is named, as MkDocs' own loader does, but doesn't list them.

    MkDocs lists a theme's files to publish them, and passes over all that is hidden.
    """

    def list_templates(self) -> list[str]:
        """The names of all others."""
        found: set[str] = set()
        for place in map(Path, self.searchpath):
            for folder, folders, names in place.walk():
                folders[:] = [each for each in folders if not each.startswith(".")]
                inside = folder.relative_to(place)
                found |= {(inside / name).as_posix() for name in names if not name.startswith(".")}
        return sorted(found)


def quicken(theme: Theme) -> None:
    """Let every environment of a theme find its templates so."""
    theme.get_env = partial(_environment, theme.get_env)  # type: ignore[method-assign]


def _environment(made: Callable[[], Environment]) -> Environment:
    found = made()
    if isinstance(found.loader, FileSystemLoader):
        found.loader = ThemeTemplates(found.loader.searchpath)
    found.bytecode_cache = TemplateCode(version("mkdocs").encode())
    return found
