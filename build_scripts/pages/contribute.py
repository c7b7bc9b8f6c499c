"""The contributor's pages that are made: the fields of every file, and everything that the check can say."""

from functools import cache
from itertools import groupby
from pathlib import Path

from ..addresses import address
from ..catalogue import Case, cases, catalogue
from ..command_cases import command_cases
from ..composer import Composer
from ..field_tables import Table, anchor, named, tables
from ..load import MODELS, load_files
from ..page import Page, heading
from ..site import Site

SMALL_GUIDE = Path(__file__).resolve().parent.parent.parent / "tests/second_guide"
"""The guide that all examples are about: it has one of nearly everything, and no change to any guide changes it."""

TOOL = "python -m build_scripts"

UNSEARCHED: dict[str, object] = {"search": {"exclude": True}}
"""Readers who search the guide look for none of this."""


def add_contribute(site: Site) -> None:
    """Add both; the nav leaves them out."""
    site.write(address("page:fields"), _fields)
    site.write(address("page:problems"), _problems)


def _fields(composer: Composer) -> Page:
    found = _tables()
    body = [heading(1, "Every field", "fields"), composer.render("pages/fields_head.html.jinja", tables=found)]
    for table in found:
        body.append(heading(2 if table.file else 3, table.name, table.anchor))
        body.append(composer.render("pages/fields.html.jinja", table=table, named=named, anchor=anchor))
    description = "What may stand in each file of this guide: name, type, meaning and an example of every field."
    return Page(composer.here, "Every field", description, "\n\n".join(body), meta=UNSEARCHED)


@cache
def _tables() -> list[Table]:
    folders = ["", *MODELS]
    files = [path for name in folders for path in sorted((SMALL_GUIDE / "content" / name).glob("*.yml"))]
    models, *_ = load_files(SMALL_GUIDE, files)
    return tables(models.values())


def _problems(composer: Composer) -> Page:
    found = catalogue(cases())
    chapters = {about: list(entries) for about, entries in groupby(found, key=lambda each: each.subject)}
    refused = command_cases()
    head = composer.render("pages/problems_head.html.jinja", chapters=chapters, refused=len(refused))
    body = [heading(1, "Everything the check can say", "problems"), head]
    for about, entries in chapters.items():
        body.append(heading(2, about.title, about.anchor))
        body.append(composer.render("pages/problems.html.jinja", entries=entries, example=example))
    body.append(heading(2, "Commands", "problems-commands"))
    body.append(composer.render("pages/command_problems.html.jinja", cases=refused, tool=TOOL))
    description = "Each error and each warning of the check, what to do about it, and an example of what brings it up."
    return Page(composer.here, "Everything the check can say", description, "\n\n".join(body), meta=UNSEARCHED)


def example(case: Case) -> list[tuple[str, str]]:
    """What a case does to the small guide: the file in words, and what stands there then; nothing to show for some."""
    data = case.data
    if "changes" in data:
        return [(f"{each['file']}, where “{each['from']}” stood", each["to"]) for each in data["changes"]]
    shown = isinstance(data.get("content"), str) and "times" not in data
    return [(data["file"], data["content"].rstrip("\n"))] if shown else []
