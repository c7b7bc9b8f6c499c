"""Every text that a language has to say: of the templates, the scripts, Python's sentences, and the calculators."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.extract import extract

from .calculator_results import grid_words
from .composer import TEMPLATES
from .model.guide import Guide
from .translation import page_texts, spec_texts, words_of

PROJECT = Path(__file__).resolve().parent.parent
SPOKEN = {"say", "say_of", "note", "refusal", "word"}
"""Functions that are given texts."""
NAMES_OF_TEXTS = {"text", "one", "many", "none", "often"}
"""Variables that hold a text on its way to one of them."""
GENERATOR = [
    "calculator_*.py",
    "charts/*.py",
    "pages/calculator.py",
    "pages/calculators.py",
    "pages/translated_sections.py",
]
GENERATOR += ["bibliography.py", "citations.py", "ledger.py", "sources_list.py", "values.py", "words.py"]


LATER = ("docs/javascripts/", "calculators/")
"""Where texts come from that are said after a page has been built."""


def wanted_texts(guide: Guide) -> dict[str, list[str]]:
    """Every text, and the files it comes from; those that every guide shares come first."""
    found: dict[str, list[str]] = {text: list(places) for text, places in _shared().items()}
    for id_ in sorted(guide.pages.keys() & guide.calculators.keys()):
        own = [(text, f"content/calculators/{id_}.yml") for text in page_texts(guide.pages[id_])]
        spec = guide.calculators[id_]
        module = f"calculators/{id_.replace('-', '_')}.py"
        own += [(text, module) for text in (*spec_texts(spec), *grid_words(spec))]
        for text, place in own:
            if place not in found.setdefault(text, []):
                found[text].append(place)
    return found


def wanted_by_scripts(guide: Guide) -> list[str]:
    """Those that a page may need after it has been built: of scripts, and of Python's answers."""
    shared = [text for text, places in _shared().items() if any(place.startswith(LATER) for place in places)]
    own = [text for spec in guide.calculators.values() for text in words_of(spec)]
    return list(dict.fromkeys([*shared, *own]))


@cache
def _shared() -> dict[str, list[str]]:
    from .frame import frame_texts
    from .spoken_words import NAMED

    found: dict[str, list[str]] = {}
    for path in _sources():
        place = path.relative_to(PROJECT).as_posix()
        for text in dict.fromkeys(_texts_of(path)):
            found.setdefault(text, []).append(place)
    for module, texts in NAMED.items():
        for text in texts:
            found.setdefault(text, []).append(f"build_scripts/{module}")
    for text, place in frame_texts().items():
        if place not in found.setdefault(text, []):
            found[text].append(place)
    return found


def _sources() -> list[Path]:
    own = [path for pattern in GENERATOR for path in (PROJECT / "build_scripts").glob(pattern)]
    scripts = (PROJECT / "docs/javascripts").glob("*.mjs")
    return sorted([*own, *TEMPLATES.rglob("*.jinja"), *scripts, *(PROJECT / "calculators").glob("*.py")])


def _texts_of(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        yield from _python_texts(ast.parse(path.read_text(encoding="utf-8")))
        return
    method, function = ("javascript", "word") if path.suffix == ".mjs" else ("jinja2.ext:babel_extract", "_")
    with path.open("rb") as file:
        for _, message, _, _ in extract(method, file, {function: None}, options={"parse_template_string": True}):
            yield message if isinstance(message, str) else message[0]


def _python_texts(tree: ast.Module) -> Iterator[str]:
    """Texts that are given to the functions for them, or are on their way to one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SPOKEN:
            yield from _texts_in(node.args)
        elif isinstance(node, ast.Assign):
            targets = [each for target in node.targets for each in getattr(target, "elts", [target])]
            if all(isinstance(each, ast.Name) and each.id in NAMES_OF_TEXTS for each in targets):
                yield from _texts_in([node.value])


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _texts_in(nodes: list[ast.expr]) -> Iterator[str]:
    """Sentences and words, but not ids."""
    for node in nodes:
        for each in ast.walk(node):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and _is_text(each.value):
                yield each.value


def _is_text(value: str) -> bool:
    return " " in value.strip() or value[:1].isupper()
