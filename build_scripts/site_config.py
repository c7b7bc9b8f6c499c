"""The staged `mkdocs.yml`: the project's settings with the guide's title, addresses and nav."""

import json
import os
from pathlib import Path

from .assets import STYLES, Assets, modules
from .feed import FEED
from .frame import FEED_TITLE, frames, terms
from .model.guide import Guide
from .python_assets import MANIFEST, early
from .site_address import repository, site_root
from .site_map import nav

NOT_IN_NAV = ("/embed/", "/calculators/*/", "/contribute/")
"""Pages that others lead to, and those in further languages."""

SCRIPTS = (
    "guide-colours",
    "guide-calculators",
    "guide-chapters",
    "guide-copy",
    "guide-languages",
    "guide-notes",
    "guide-readout",
    "guide-statistics",
    "guide-offline",
    "guide-print",
)
"""Those that every page loads itself; they import the others."""

EARLY = "guide-python"
"""The script that a calculator's page loads at once."""

PAINTED = ("guide-calculator", "micropython-worker")
"""What that one brings when the page has been painted, with all that these import."""


def site_config(guide: Guide, project: Path, staged: Path, look: Assets, python: dict[str, bytes]) -> bytes:
    """YAML (its JSON subset) that inherits the project's `mkdocs.yml`; `look` and `python` say what pages load."""
    settings = guide.settings
    config: dict[str, object] = {
        "INHERIT": os.path.relpath(project / "mkdocs.yml", staged),
        "site_name": settings.short_title,
        "site_description": settings.description,
        "site_url": site_root(guide),
        "copyright": terms(guide),
        "docs_dir": "docs",
        "site_dir": "../site",
        "theme": {"language": settings.language, "custom_dir": os.path.relpath(project / "docs/.overrides", staged)},
        "nav": nav(guide),
        "not_in_nav": "\n".join([*NOT_IN_NAV, *(f"/{code}/" for code in guide.translations)]),
        "extra_css": [f"{look.folder}/{STYLES}"],
        "extra_javascript": [f"{look.folder}/javascripts/{name}.mjs" for name in SCRIPTS],
        "extra": {
            "repository": repository(guide),
            "guide_title": settings.title,
            "assets": look.folder,
            "feed": FEED,
            "feed_title": FEED_TITLE,
            "frames": frames(guide),
            "early": _early(look, python),
        },
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in config.items()]
    return ("\n".join(lines) + "\n").encode()


def _early(look: Assets, python: dict[str, bytes]) -> dict[str, object]:
    found = early(python)
    return {
        "calculators": found["calculators"],
        "manifest": json.loads(python[MANIFEST]),
        "script": f"{look.folder}/javascripts/{EARLY}.mjs",
        "modules": [*modules(look, PAINTED), *found["modules"]],
    }
