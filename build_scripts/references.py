"""Sources as reference managers read them: BibTeX and CSL-JSON, with what the content says and nothing else."""

import json
import re
from collections.abc import Iterable, Mapping

from .bibliography import second_hand
from .bibtex import entry
from .model.source import NOT_STATED, Source

BIB_FILE = "data/sources.bib"
CSL_FILE = "data/sources.json"
REPORTS = ("survey", "vendor report")
CSL_TYPES = {
    "peer-reviewed": "article-journal",
    "survey": "report",
    "vendor report": "report",
    "platform documentation": "webpage",
    "guideline": "webpage",
    "article": "webpage",
    "regulation": "regulation",
}
DOI = "https://doi.org/"

type Item = dict[str, object]


def reference_files(sources: Mapping[str, Source]) -> dict[str, bytes]:
    """The whole bibliography in both forms, and each source in both."""
    ids = sorted(sources)
    entries = {id_: bibtex(id_, sources[id_]) for id_ in ids}
    items = {id_: csl(id_, sources[id_]) for id_ in ids}
    files = {BIB_FILE: _lines(entries.values()), CSL_FILE: _json([*items.values()])}
    for id_ in ids:
        files |= {bib_file(id_): _lines([entries[id_]]), csl_file(id_): _json([items[id_]])}
    return files


def bib_file(id_: str) -> str:
    """Where one source is published as BibTeX."""
    return f"data/sources/{id_}.bib"


def csl_file(id_: str) -> str:
    """Where one source is published as CSL-JSON."""
    return f"data/sources/{id_}.json"


def bibtex(id_: str, source: Source) -> str:
    """A report with its institution; anything else is `misc`, since a journal's name would be missing."""
    report = source.kind in REPORTS
    year = re.search(r"\d{4}", source.published)
    fields = {
        "author": source.producer,
        "title": source.title,
        "institution": source.producer if report else None,
        "year": year[0] if year else None,
        "doi": doi(source),
        "url": source.url,
        "note": _note(source),
    }
    return entry("techreport" if report else "misc", id_, fields)


def csl(id_: str, source: Source) -> Item:
    """An item of CSL-JSON; fields that the source doesn't give are left out."""
    item: Item = {
        "id": id_,
        "type": CSL_TYPES[source.kind],
        "author": [{"literal": source.producer}],
        "title": source.title,
        "issued": _issued(source.published),
        "DOI": doi(source),
        "URL": source.url,
        "accessed": {"date-parts": [[int(part) for part in source.accessed.split("-")]]},
        "note": _note(source),
    }
    return {name: value for name, value in item.items() if value}


def doi(source: Source) -> str | None:
    """The DOI, if the address is one."""
    return source.url.removeprefix(DOI) if source.url and source.url.startswith(DOI) else None


def _issued(published: str) -> Item | None:
    if published == NOT_STATED:
        return None
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", published):
        return {"date-parts": [[int(part) for part in published.split("-")]]}
    return {"literal": published}


def _note(source: Source) -> str:
    reported = second_hand(source)
    return f"Read {source.accessed}, {reported}." if reported else f"Read {source.accessed}."


def _lines(entries: Iterable[str]) -> bytes:
    return ("\n\n".join(entries) + "\n").encode()


def _json(items: list[Item]) -> bytes:
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()
