"""A report of changes: as text for a terminal, as Markdown for a pull request, as JSON for a program."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path

from ..addresses import address
from ..places import Place
from ..write import replace as write_file
from .model import Changes, Item, Picture, Sentence, Translated, Wording

NOTHING = "Nothing that a reader would see has changed."

AS_IT_IS = "(as the original says it)"


def as_json(changes: Changes) -> str:
    """Every change as data."""
    return json.dumps(asdict(changes), ensure_ascii=False, indent=1)


def as_text(changes: Changes) -> str:
    """One paragraph a change."""
    if not changes:
        return NOTHING
    parts = [_item_text(item) for item in changes.items]
    parts += [_sentences_text(file, list(found)) for file, found in groupby(changes.sentences, lambda each: each.file)]
    parts += [_translated_text(each) for each in changes.translations]
    parts += [f"chart {each.figure}: {_fate(each)}: {each.title}" for each in changes.pictures]
    if changes.pages:
        pages = [f"/{page}" for page in changes.pages]
        parts.append(f"{_count(len(pages), 'page')} differ{'s' if len(pages) == 1 else ''}: {', '.join(pages)}")
    return "\n\n".join(parts)


def as_markdown(changes: Changes) -> str:
    """Headings, tables and links; safe wherever an editor's words stand in it."""
    if not changes:
        return f"## What this changes\n\n{NOTHING}"
    parts = ["## What this changes", _summary(changes)]
    statistics = [item for item in changes.items if item.kind == "statistic"]
    others = [item for item in changes.items if item.kind != "statistic"]
    parts += _titled("### Statistics", [_item_markdown(item) for item in statistics])
    parts += _titled("### Sources, claims, sections, charts, calculators", [_item_markdown(item) for item in others])
    files = [_sentences_markdown(list(found)) for _, found in groupby(changes.sentences, lambda each: each.file)]
    parts += _titled("### Sentences that read differently", files)
    parts += _titled("### Translations", [_translated_markdown(each) for each in changes.translations])
    parts += _titled("### Charts", [_picture_markdown(each) for each in changes.pictures])
    parts += _titled("### Pages", [", ".join(f"`/{page}`" for page in changes.pages)] if changes.pages else [])
    return "\n\n".join(parts)


FORMATS: dict[str, Callable[[Changes], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}


def with_pictures(changes: Changes, folder: Path) -> Changes:
    """Write each picture into `folder` and name its file in its place."""
    pictures = []
    for each in changes.pictures:
        name = each.figure.replace("/", "--")
        files = {f"{name}.before.svg": each.old, f"{name}.after.svg": each.new}
        for file, content in files.items():
            if content:
                write_file(folder / file, content.encode())
        before, after = [str(folder / file) if content else None for file, content in files.items()]
        pictures.append(replace(each, old=before, new=after))
    return replace(changes, pictures=tuple(pictures))


def without_pictures(changes: Changes) -> Changes:
    """The same changes, charts named alone."""
    return replace(changes, pictures=tuple(replace(each, old=None, new=None) for each in changes.pictures))


def _item_text(item: Item) -> str:
    lines = [_head(item)]
    lines += [f"  {each.name}: {each.old or 'none'} → {each.new or 'none'}" for each in item.details]
    if item.relative:
        lines.append(f"  that is {item.relative} of the old value")
    lines += [f"  shown: {place.kind} “{place.title}” /{address(place.target)}" for place in item.shown]
    return "\n".join(lines)


def _head(item: Item) -> str:
    was = f" (was {item.was})" if item.was else ""
    return f"{item.kind} {item.id} {item.state}{was}: {item.title}"


def _sentences_text(file: str, found: list[Sentence]) -> str:
    lines = [f"{file}:"]
    for each in found:
        lines += [f"  - {each.old}"] if each.old else []
        lines += [f"  + {each.new}"] if each.new else []
    return "\n".join(lines)


def _translated_text(found: Translated) -> str:
    lines = [_translated_head(found)]
    for each in found.wordings if found.state == "changed" else ():
        lines += [f"  of “{each.original}”", f"  - {each.old or AS_IT_IS}", f"  + {each.new or AS_IT_IS}"]
    return "\n".join(lines)


def _translated_head(found: Translated) -> str:
    return f"{found.file} {found.state}: {_count(len(found.wordings), 'text')} in {found.language}"


def _fate(picture: Picture) -> str:
    return f"drawn differently ({picture.old} → {picture.new})" if picture.old and picture.new else "drawn differently"


def _summary(changes: Changes) -> str:
    counts = [
        _count(sum(item.kind == "statistic" for item in changes.items), "statistic"),
        _count(sum(item.kind != "statistic" for item in changes.items), "other item"),
        _count(len(changes.sentences), "sentence"),
        _count(sum(len(each.wordings) for each in changes.translations), "translated text"),
        _count(len(changes.pictures), "chart"),
        _count(len(changes.pages), "page"),
    ]
    return ", ".join(counts) + "."


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _titled(title: str, parts: list[str]) -> list[str]:
    return [title, *parts] if parts else []


def _item_markdown(item: Item) -> str:
    was = f", was `{item.was}`" if item.was else ""
    lines = [f"**{_safe(item.title)}** (`{item.id}`{was}): {item.kind} {item.state}"]
    if item.details:
        rows = [f"| {each.name} | {_safe(each.old) or '–'} | {_safe(each.new) or '–'} |" for each in item.details]
        lines += ["", "| | before | now |", "|---|---|---|", *rows]
    if item.relative:
        lines += ["", f"That is {item.relative} of the old value."]
    shown = [f"- {_place(place)}" for place in item.shown]
    return "\n".join([*lines, *(["", "Shown in:", "", *shown] if shown else [])])


def _place(place: Place) -> str:
    return f"{place.kind} “{_safe(place.title)}” (`/{address(place.target)}`)"


def _sentences_markdown(found: list[Sentence]) -> str:
    lines = [f"In {_place(found[0].place)}, `{found[0].file}`:", "", "| before | now |", "|---|---|"]
    return "\n".join([*lines, *(f"| {_safe(each.old or '–')} | {_safe(each.new or '–')} |" for each in found)])


def _translated_markdown(found: Translated) -> str:
    if found.state != "changed":
        return f"`{found.file}` {found.state}: {_count(len(found.wordings), 'text')} in {found.language}."
    rows = [_wording_row(each) for each in found.wordings]
    return "\n".join([f"`{found.file}`, {found.language}:", "", "| text | before | now |", "|---|---|---|", *rows])


def _wording_row(each: Wording) -> str:
    cells = each.original, each.old or AS_IT_IS, each.new or AS_IT_IS
    return f"| {' | '.join(map(_safe, cells))} |"


def _picture_markdown(picture: Picture) -> str:
    sides = {"before": picture.old, "now": picture.new}
    links = [f"[{word}]({Path(file).name})" for word, file in sides.items() if file]
    return f"**{_safe(picture.title)}** (`{picture.figure}`): {', '.join(links) or 'drawn differently'}"


def _safe(text: str) -> str:
    """Text that means nothing in Markdown, HTML or a table, and calls nobody by name."""
    escaped = "".join(f"&#{ord(each)};" if each in "<>&|*_`[]\\~!" else each for each in text)
    escaped = re.sub(r"[@#]", "\\g<0>\u200b", escaped)
    return " ".join(escaped.split())
