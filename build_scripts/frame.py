"""The theme's frame around pages: names, nav and the words it says, in each of the guide's languages."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import material
import yaml

from .model.guide import Guide
from .site_map import Entry, entries
from .translated_guide import guide_in
from .versions import other_language, version
from .yaml_events import QUICK

PROJECT = Path(__file__).resolve().parent.parent
SAID = re.compile(r'\blang\.say\("([^"]+)"\)')
TERMS = "{title}. Text {licence}; figures quoted from others keep their own terms."
FEED_TITLE = "Changes to the figures"
"""Of the page of changes, and of the feed that each page names."""
LANGUAGES = Path(material.__file__).parent / "templates/partials/languages"
"""What the theme says itself, a file for each language that it speaks."""


def frames(guide: Guide) -> dict[str, dict[str, object]]:
    """What the theme's templates need by language; the guide's own has its nav and its names from MkDocs."""
    own: dict[str, object] = {"theme": _theme_language(guide.written_in), "words": _words(guide)}
    further = sorted({*guide.languages, *guide.translations} - {guide.written_in})
    return {guide.written_in: own, **{code: _frame(guide_in(guide, code)) for code in further}}


def terms(guide: Guide) -> str:
    """Under which terms the guide may be used, as the foot of each page says it."""
    return guide.words.say(TERMS, title=guide.settings.title, licence=guide.settings.licence)


@cache
def frame_texts() -> dict[str, str]:
    """Every text of our own that the frame says, by the file that it comes from."""
    found = {text: path.relative_to(PROJECT).as_posix() for path in _templates() for text in SAID.findall(_text(path))}
    settings = yaml.load(_text(PROJECT / "mkdocs.yml"), QUICK)
    toc = next(each["toc"] for each in settings["markdown_extensions"] if isinstance(each, dict) and "toc" in each)
    named = [each["toggle"]["name"] for each in settings["theme"]["palette"]]
    found |= dict.fromkeys([toc["title"], toc["permalink_title"], *named], "mkdocs.yml")
    return {**found, FEED_TITLE: "build_scripts/frame.py", TERMS: "build_scripts/frame.py"}


def _templates() -> list[Path]:
    return sorted((PROJECT / "docs/.overrides").rglob("*.html"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _frame(guide: Guide) -> dict[str, object]:
    return {
        "theme": _theme_language(guide.settings.language),
        "site_name": guide.settings.short_title,
        "copyright": terms(guide),
        "words": _words(guide),
        "nav": list(_nav(entries(guide), guide)),
    }


def _words(guide: Guide) -> dict[str, str]:
    said = {text: guide.words.say(text) for text in frame_texts()}
    return {text: words for text, words in said.items() if words != text}


def _nav(listed: Sequence[Entry], guide: Guide) -> Iterator[dict[str, object]]:
    """The entries for the templates: each with the language behind it, and its own, where they are others."""
    said = {*guide.words.texts.values()}
    for each in listed:
        if each.pages:
            yield {"title": each.title, "children": list(_nav(each.pages, guide))}
            continue
        entry: dict[str, object] = {"title": each.title, "url": version(guide, each.target) or "."}
        if other := other_language(guide, each.target):
            entry["hreflang"] = other
            if each.title not in said:
                entry["lang"] = other
        yield entry


def _theme_language(code: str) -> str:
    """The file of the theme's that is nearest to a language; English where it has none."""
    return next((each for each in (code, code.split("-")[0]) if (LANGUAGES / f"{each}.html").is_file()), "en")
