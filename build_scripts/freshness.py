"""When each source is to be looked at again. Days are always given; no clock is read."""

import calendar
import json
from dataclasses import asdict, dataclass
from datetime import date

from .addresses import address
from .model.guide import Guide, Settings
from .model.source import Source
from .places import Place, Places

MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Due:
    """A source to be looked at again.

    Attributes:
        file: Its content file.
        title: Producer and title.
        url: Where to look; None when there is no address.
        accessed: When it was read last.
        review_by: By when it should be read again.
        statistics: The ids of what it gives, without what a newer statistic supersedes.
        cited_by: Where readers meet it or one of its statistics.
    """

    file: str
    title: str
    url: str | None
    accessed: str
    review_by: str
    statistics: tuple[str, ...]
    cited_by: tuple[Place, ...]


def review_by(source: Source, settings: Settings) -> str:
    """The source's own day, else so many months after it was read as guide.yml says."""
    return source.review_by or months_later(source.accessed, settings.review_after_months)


def months_later(day: str, months: int) -> str:
    """The same day of a later month, or the last one where that month is shorter.

    >>> months_later("2026-11-23", 12), months_later("2026-08-31", 6)
    ('2027-11-23', '2027-02-28')
    """
    start = date.fromisoformat(day)
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    last = calendar.monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(start.day, last)).isoformat()


def due(guide: Guide, on: str) -> list[Due]:
    """What is to be looked at again on a day, the longest overdue first."""
    places = Places(guide).by_id()
    days = {id_: review_by(source, guide.settings) for id_, source in guide.sources.items()}
    waiting = sorted((day, id_) for id_, day in days.items() if day <= on)
    return [_due(id_, day, guide.sources[id_], places) for day, id_ in waiting]


def _due(id_: str, day: str, source: Source, places: dict[str, list[Place]]) -> Due:
    given = [*(each.id for each in source.statistics), *(each.id for each in source.bands)]
    cited = dict.fromkeys(place for name in (id_, *given) for place in places.get(name, ()))
    return Due(
        file=f"content/sources/{id_}.yml",
        title=f"{source.producer}: {source.title}",
        url=source.url,
        accessed=source.accessed,
        review_by=day,
        statistics=tuple(each.id for each in source.statistics if not each.superseded_by),
        cited_by=tuple(place for place in cited if place.kind != "source"),
    )


def as_text(found: list[Due], on: str) -> str:
    """One paragraph a source."""
    if not found:
        return f"Nothing is due on {on}."
    count = f"{len(found)} {'source is' if len(found) == 1 else 'sources are'} due on {on}."
    remedy = "Read each again; correct what changed, then set its “accessed” to the day you read it."
    return "\n\n".join([f"{count} {remedy}", *map(_paragraph, found)])


def as_json(found: list[Due], on: str) -> str:
    """The same as data."""
    return json.dumps({"on": on, "due": [asdict(each) for each in found]}, ensure_ascii=False, indent=1)


FORMATS = {"text": as_text, "json": as_json}


def _paragraph(each: Due) -> str:
    lines = [f"{each.file}: {each.title}", f"  read {each.accessed}, due {each.review_by}"]
    lines += [f"  open {each.url}"] if each.url else []
    lines += [f"  statistics: {', '.join(each.statistics)}"] if each.statistics else []
    lines += [f"  cited: {place.kind} “{place.title}” /{address(place.target)}" for place in each.cited_by]
    return "\n".join(lines)
