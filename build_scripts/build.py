"""Render and write: a checked guide becomes staged files, and MkDocs makes the site of them."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .assets import assets
from .model.guide import Guide
from .pictures.made import card_files, drawn_before, page_files
from .pictures.studio import Studio, studio
from .python_assets import MANIFEST, newly_left, python_assets
from .render import rendered, written_pages
from .render import staged as staged_files
from .seal import seal
from .site import Site
from .site_address import site_address
from .site_config import site_config
from .write import replace, write

if TYPE_CHECKING:
    from .ahead import Ahead

PROJECT = Path(__file__).resolve().parent.parent
"""The generator's own folder: theme, scripts and locks live here, whatever guide is built."""


@contextmanager
def progress(stage: str) -> Iterator[None]:
    """Say what runs and how long it took; quiet when nobody looks."""
    begin = time.perf_counter()
    yield
    if sys.stderr.isatty():
        print(f"{stage:<28}{time.perf_counter() - begin:6.1f} s", file=sys.stderr)


@dataclass(frozen=True)
class Staged:
    """What was rendered, and how many files that makes, and how many of these have changed."""

    site: Site
    files: int
    changed: int


def stage_site(
    guide: Guide,
    package: dict[str, bytes],
    directory: Path,
    *,
    as_drawn: bool = False,
    proceed: Callable[[], None] | None = None,
    ahead: "Ahead | None" = None,
) -> Staged:
    """Write `build/docs` and `build/mkdocs.yml`.

    Args:
        guide: A guide without errors.
        package: Its calculators.
        directory: The guide's folder.
        as_drawn: Whether pictures stay as they were drawn last, for a preview that can't wait for them.
        proceed: Called before each page, if given; it raises to give up, and nothing is written then.
        ahead: Takes each page as soon as it is rendered, if given: it needs `build/mkdocs.yml`.
    """
    staged = directory / "build"
    workshop = studio(PROJECT, staged / "cache")
    with progress("draw pictures"):
        pictures = drawn_before(staged / "docs") if as_drawn else page_files(guide, workshop)
    with progress("collect styles and fonts"):
        look = assets(PROJECT, staged / "cache")
    with progress("compile Python"):
        python = python_assets(package, guide.calculators, staged / "cache")
    config = site_config(guide, PROJECT, staged, look, python)
    if ahead:
        replace(staged / "mkdocs.yml", config)
    with progress("render pages"):
        site = rendered(guide, pictures, proceed, ahead.stage if ahead else None)
        files = staged_files(site, written_pages(PROJECT / "docs"))
    cards = {} if as_drawn else _cards(site, workshop)
    _tell_waiting(python[MANIFEST], directory)
    with progress("write"):
        written = write({**files, **cards, **look.files, **python}, staged / "docs")
        replace(staged / "mkdocs.yml", config)
    return Staged(site, written.total, written.changed + (ahead.changed if ahead else 0))


def _cards(site: Site, workshop: Studio) -> dict[str, bytes]:
    """The pages' cards, the last pictures that a build makes."""
    with progress("draw cards"):
        cards = card_files(site, workshop)
        workshop.kept.clear()
    return cards


def _tell_waiting(manifest: bytes, directory: Path) -> None:
    """Say which calculators don't answer at once, unless that was so before."""
    name = f"build/docs/{MANIFEST}"
    waiting = newly_left(manifest, directory / name)
    if waiting:
        print(f"{', '.join(waiting)}: no answer at once, but when full Python is there ({name} says why)")


def build(guide: Guide, package: dict[str, bytes], directory: Path) -> int:
    """Stage the guide and build `site/`; the exit code is 1 when MkDocs refuses or a page breaks the policy."""
    os.environ |= environment(guide)
    from .ahead import Ahead  # these load the theme, which asks the environment
    from .half_process import HalfProcess
    from .site_build import site_built

    config = directory / "build/mkdocs.yml"
    with HalfProcess(config) as other:
        staged = stage_site(guide, package, directory, ahead=Ahead(guide, config.with_name("docs"), other))
        with progress("mkdocs build"):
            if not site_built(config, other):
                return 1
    with progress("seal pages"):
        problems = seal(directory / "site", site_address(guide), _worker(guide), directory / "build/nginx.conf")
    for problem in problems:
        print(f"site/{problem}", file=sys.stderr)
    if problems:
        print("site/ is not fit to be published.", file=sys.stderr)
        return 1
    print(f"{staged.files} files staged ({staged.changed} changed); the site is in {directory / 'site'}")
    return 0


def _worker(guide: Guide) -> str:
    """The source of the service worker; of one that ends all others when the guide shall not be kept."""
    name = "service-worker.js" if guide.settings.offline else "service-worker-off.js"
    return (PROJECT / "docs" / name).read_text(encoding="utf-8")


def environment(guide: Guide) -> dict[str, str]:
    """The environment in which two builds of one content give the same bytes: dates come from the content."""
    checked = datetime.fromisoformat(guide.settings.updated).replace(tzinfo=UTC)
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(checked.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
