"""The public record of figures that were changed after they had been published, as a page and as a feed."""

from dataclasses import dataclass

from ..addresses import address
from ..bibliography import attribution
from ..composer import Composer
from ..feed import FEED, Entry, atom
from ..frame import FEED_TITLE
from ..model.source import Statistic
from ..page import Page, heading
from ..page_end import ended
from ..revisions import Change, Ends, changes
from ..site import Site


@dataclass(frozen=True)
class Told:
    """A change in words, with the source that gives the figure and its grade."""

    change: Change
    old: str
    new: str
    attribution: str
    grade: str


def add_changes(site: Site) -> None:
    """Add the page and the feed."""
    site.write(address("page:changes"), _page)


def _page(composer: Composer) -> Page:
    found = [told(each, composer) for each in changes(composer.guide)]
    composer.files[FEED] = _feed(found, composer)
    body = [
        heading(1, FEED_TITLE, "changes"),
        composer.render("pages/changes.html.jinja", changes=found, feed=composer.link(f"file:{FEED}")),
    ]
    return Page(
        address=composer.here,
        title=FEED_TITLE,
        description="Figures of this guide that were corrected or renewed: the day, the old value and the reason.",
        body=ended(body, FEED_TITLE, "page:changes", composer),
        edit="content/sources",
    )


def told(change: Change, composer: Composer) -> Told:
    """A change as readers see it."""
    source = composer.guide.sources[change.source]
    old, new = (_written(ends, change.statistic, composer) for ends in (change.old, change.new))
    return Told(change, old, new, attribution(source), change.statistic.grade or source.grade)


def _written(ends: Ends, statistic: Statistic, composer: Composer) -> str:
    """A former figure with its unit, as today's is written."""
    return "–".join(composer.values.format(each, statistic.unit) for each in ends)


def _feed(found: list[Told], composer: Composer) -> bytes:
    settings = composer.guide.settings
    day = found[0].change.revision.date if found else settings.updated
    title = f"{settings.short_title}: {FEED_TITLE.lower()}"
    page, own = composer.full("page:changes"), composer.full(f"file:{FEED}")
    return atom(title, settings.short_title, page, own, day, (_entry(each, composer) for each in found))


def _entry(each: Told, composer: Composer) -> Entry:
    change = each.change
    return Entry(
        title=f"{change.statistic.measures}: {each.old} → {each.new}",
        text=composer.writer.plain(change.revision.why),
        address=composer.full(f"change:{change.id}"),
        day=change.revision.date,
    )
