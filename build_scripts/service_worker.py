"""The service worker of a built site: what to keep for offline, before the hand-written text that keeps it."""

import hashlib
import json
import re
from collections.abc import Mapping

from .archive import digest
from .host_headers import LASTING
from .python_assets import FOLDER, MANIFEST

NAME = "service-worker.js"
MOST_PAGES = 60
"""Of a guide with more pages than that, the reader keeps those that were visited, and the most important ones."""

ALWAYS = ("index.html", "404.html", "calculators/")
ASIDE = ("embed/", "contribute/")
"""Pages for other sites and for contributors: a reader of this one doesn't need them."""
LOOK = ("assets/guide-", "assets/javascripts/", "search/")
QUICK = (f"{FOLDER}/micropython-", f"{FOLDER}/calculators-")
UNSTEADY = (f"{FOLDER}/snapshot", "_headers", NAME)
"""Files that no release is told apart by: they differ without reason, or follow from the others."""


def service_worker(site: Mapping[str, bytes], source: str) -> bytes:
    """The published text: this release's id and its files to keep, then `source`.

    Args:
        site: The finished site's files by path.
        source: `docs/service-worker.js`.
    """
    steady = {name: content for name, content in sorted(site.items()) if not name.startswith(UNSTEADY)}
    pages = sum(map(_is_page, steady))
    release = {
        "id": digest(part for name in steady for part in (name.encode(), hashlib.sha256(steady[name]).digest())),
        "site": [name for name in steady if _is_kept(name, pages)],
        "python": [name for name in steady if name.startswith(QUICK) and not name.endswith(".whl")],
        "files": {name: _seen(content) for name, content in steady.items() if re.fullmatch(LASTING, name)},
    }
    return f"const RELEASE = {json.dumps(release, indent=1)};\n\n{source}".encode()


def _seen(content: bytes) -> dict[str, object]:
    """How the worker tells a whole file from a damaged one; pages have no such entry, since hosts may add to them."""
    return {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _is_page(name: str) -> bool:
    return name.endswith(".html") and not name.startswith(ASIDE)


def _is_kept(name: str, pages: int) -> bool:
    if _is_page(name):
        return pages <= MOST_PAGES or name.startswith(ALWAYS)
    return (name.startswith(LOOK) and not name.endswith((".txt", ".map"))) or name == MANIFEST
