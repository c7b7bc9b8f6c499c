"""Every statistic on one page: filters, permalinks, files to download."""

from dataclasses import dataclass
from functools import partial

from ..addresses import address
from ..bibliography import attribution, second_hand
from ..citable import Citation, cite_statistic
from ..composer import Composer
from ..corrections import correction
from ..data_files import csv_bytes, json_bytes, records, shown_size
from ..linked_data import dataset
from ..model.source import Source, Statistic
from ..page import Page, heading
from ..page_end import ended
from ..revisions import changes_of
from ..site import Site
from ..values import Values
from .changes import Told, told

CSV_FILE = "data/statistics.csv"
JSON_FILE = "data/statistics.json"


type Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Shown:
    """One statistic as the page shows it.

    Attributes:
        statistic: The model.
        source_id: The id of its source.
        source: That source.
        grade: Its own, or its source's.
        definition: What it may be compared with, in words.
        choices: What filters find it by, by the filter's id.
        spelled: Its numbers without signs between thousands, where they are shown with some: people search for both.
        attribution: Short credit.
        reported: “as reported by …”, if so.
        citation: What to copy.
        correction: Where to report an error; None without a repository.
        changes: What it was before, the newest first.
    """

    statistic: Statistic
    source_id: str
    source: Source
    grade: str
    definition: str
    choices: dict[str, str]
    spelled: str
    attribution: str
    reported: str | None
    citation: Citation
    correction: str | None
    changes: list[Told]


def add_statistics(site: Site) -> None:
    """Add the page and its two files."""
    site.write(address("page:statistics"), partial(_page, site))


def _page(site: Site, composer: Composer) -> Page:
    rows = records(site.guide)
    files = {CSV_FILE: csv_bytes(rows), JSON_FILE: json_bytes(site.guide, rows)}
    composer.files |= files
    shown = [
        _shown(site, id_, each, composer)
        for id_, source in sorted(site.guide.sources.items())
        for each in source.statistics
    ]
    shown.sort(key=lambda each: each.grade)  # what can be checked best comes first
    body = [
        heading(1, "Statistics", "statistics"),
        composer.render(
            "pages/statistics.html.jinja",
            shown=shown,
            facets=_facets(site, shown),
            sizes={path: shown_size(content) for path, content in files.items()},
        ),
    ]
    description = f"All {len(shown)} statistics of this guide with source, population, period and grade."
    text = ended(body, "Statistics", "page:statistics", composer)
    definitions = dict.fromkeys(each.definition for each in shown)
    return Page(
        address=composer.here,
        title="Statistics",
        description=description,
        body=text,
        edit="content/sources",
        meta={"hide": ["toc"]},
        linked=(dataset(description, definitions, files, composer),),
    )


def _shown(site: Site, id_: str, statistic: Statistic, composer: Composer) -> Shown:
    source = site.guide.sources[id_]
    grade = statistic.grade or source.grade
    return Shown(
        statistic=statistic,
        source_id=id_,
        source=source,
        grade=grade,
        definition=site.guide.settings.definitions[statistic.definition],
        choices={**statistic.facets, "definition": statistic.definition, "grade": grade},
        spelled=_spelled(site.values, statistic),
        attribution=attribution(source),
        reported=second_hand(source),
        citation=cite_statistic(statistic, source, composer),
        correction=correction(statistic.measures, f"statistic:{statistic.id}", composer),
        changes=[told(each, composer) for each in changes_of(id_, statistic)],
    )


def _spelled(values: Values, statistic: Statistic) -> str:
    value = values.resolve(statistic.id)
    shown = values.text(value)
    return " ".join(number for each in value.numbers if (number := f"{each:f}") not in shown)


def _facets(site: Site, shown: list[Shown]) -> dict[str, tuple[str, Choices]]:
    """Each filter's label and choices; a filter with one choice would not filter."""
    settings = site.guide.settings
    labels = {**settings.facets, "definition": "Definition", "grade": "Grade"}
    facets = {id_: {each.choices[id_] for each in shown if id_ in each.choices} for id_ in labels}
    return {id_: (labels[id_], _choices(site, id_, found)) for id_, found in facets.items() if len(found) > 1}


def _choices(site: Site, facet: str, found: set[str]) -> Choices:
    """Values with their words, in the order of the words."""
    words = site.guide.settings.definitions if facet == "definition" else {}
    return sorted(((value, words.get(value, value)) for value in found), key=lambda choice: choice[1].casefold())
