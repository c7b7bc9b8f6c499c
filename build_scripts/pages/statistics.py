"""Every statistic on one page: filters, permalinks, files to download."""

from dataclasses import dataclass

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
from .changes import Told, told

CSV_FILE = "data/statistics.csv"
JSON_FILE = "data/statistics.json"


@dataclass(frozen=True)
class Shown:
    """One statistic as the page shows it."""

    statistic: Statistic
    source_id: str
    source: Source
    grade: str
    definition: str
    attribution: str
    reported: str | None
    citation: Citation
    correction: str | None
    changes: list[Told]


def add_statistics(site: Site) -> None:
    """Add the page and its two files."""
    composer = site.composer(address("page:statistics"))
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
    site.add(
        Page(
            address=composer.here,
            title="Statistics",
            description=description,
            body=text,
            edit="content/sources",
            meta={"hide": ["toc"]},
            linked=(dataset(description, definitions, files, composer),),
        ),
        composer,
    )


def _shown(site: Site, id_: str, statistic: Statistic, composer: Composer) -> Shown:
    source = site.guide.sources[id_]
    return Shown(
        statistic=statistic,
        source_id=id_,
        source=source,
        grade=statistic.grade or source.grade,
        definition=site.guide.settings.definitions[statistic.definition],
        attribution=attribution(source),
        reported=second_hand(source),
        citation=cite_statistic(statistic, source, composer),
        correction=correction(statistic.measures, f"statistic:{statistic.id}", composer),
        changes=[told(each, composer) for each in changes_of(id_, statistic)],
    )


def _facets(site: Site, shown: list[Shown]) -> dict[str, tuple[str, list[str]]]:
    """Each filter's label and choices; a filter with one choice would not filter."""
    facets = {
        id_: (label, sorted({each.statistic.facets[id_] for each in shown if id_ in each.statistic.facets}))
        for id_, label in site.guide.settings.facets.items()
    }
    facets["grade"] = ("Grade", sorted({each.grade for each in shown}))
    return {id_: (label, choices) for id_, (label, choices) in facets.items() if len(choices) > 1}
