"""The site, built by MkDocs in this process, with half of the pages converted in another."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .half import Converted, Half, search_index, settings
from .half_process import Other

LOG = logging.getLogger("mkdocs")


def site_built(config: Path, other: Other) -> bool:
    """Build the site of a staged configuration; False when MkDocs refuses, which it has told then.

    Args:
        config: The staged `mkdocs.yml`.
        other: Converts the other half of the pages; what it doesn't, is converted here.
    """
    other.begin()
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    LOG.addHandler(told)
    try:
        build(settings(config, _Builder(other)))
    except MkDocsException as error:
        error.show()
        return False
    finally:
        LOG.removeHandler(told)
    return True


class _Builder(Half):  # type: ignore[no-untyped-call]  # its base has no types
    """Builds all pages, of which it converts one half.

    Args:
        other: Has the other half, once it is needed.
    """

    def __init__(self, other: Other) -> None:
        super().__init__(other.share)
        self._others = other.converted
        self._beside = ThreadPoolExecutor(1)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """All pages of this half are read: take those of the other, and copy other files while pages are built."""
        others = self._others()
        for page in self.left:
            if page.file.src_uri in others:
                others[page.file.src_uri].put(page, files)
                for level, words in others[page.file.src_uri].told:
                    LOG.log(level, words)
            else:
                del page.render
                page.render(config, files)
        index = search_index(config)
        if index:
            index.add_entry_from_context = partial(_add, index, self.converted | others, index.add_entry_from_context)
        self._copied = self._beside.submit(files.copy_static_files)
        files.copy_static_files = lambda **_: None  # type: ignore[method-assign]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """All pages are built: so are all other files copied, or it is told why not."""
        self._copied.result()


def _add(index: Any, converted: dict[str, Converted], anew: Callable[[Page], None], page: Page) -> None:  # noqa: ANN401
    """Add a page to the search index: what was found when it was converted."""
    if page.file.src_uri in converted:
        index.entries += converted[page.file.src_uri].entries
    else:
        anew(page)
