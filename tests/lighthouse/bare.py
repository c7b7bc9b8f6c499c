"""A base line: a page's words in the theme as it comes, so that one sees what of a score is the theme's."""

import json
import os
import subprocess
import sys
from pathlib import Path

PAGE = "method"
"""Mostly prose and tables, as far as a page can be that others have as well."""

SETTINGS = {
    "site_name": "The same words in the theme as it comes",
    "theme": {"name": "material", "font": False},
    "markdown_extensions": ["attr_list", "tables"],
}
"""Nothing of ours; without faces from another host, since the guide asks none either."""


def bare_site(staged: Path, folder: Path) -> Path:
    """Build it below a folder.

    Args:
        staged: The Markdown that a site was built from.
        folder: Where to build.

    Returns:
        The built site, with the page as its first.
    """
    docs, settings = folder / "docs", folder / "mkdocs.yml"
    docs.mkdir(parents=True, exist_ok=True)
    _, _, words = (staged / f"{PAGE}.md").read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    (docs / "index.md").write_text(words, encoding="utf-8")
    settings.write_text(json.dumps(SETTINGS), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return folder / "site"
