"""What a page is, for programs: schema.org's words for what the page says itself, and nothing that it doesn't say.

What a page cites is asked of its composer, so the page must be written before.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from .addresses import address, card_path
from .composer import Composer
from .model.source import NOT_STATED, Source
from .site_address import site_root
from .versions import version

FORMATS = {".csv": "text/csv", ".json": "application/json"}

type Item = dict[str, object]


def website(composer: Composer) -> Item:
    """The guide as a whole."""
    settings = composer.guide.settings
    return {
        "@type": "WebSite",
        **_work(settings.title, "page:home", composer),
        "alternateName": settings.short_title,
        "description": settings.description,
        "image": _card("page:home", composer),
        "publisher": _guide(composer),
        "citation": _cited(composer),
    }


def article(headline: str, description: str, target: str, composer: Composer) -> Item:
    """A page to be read."""
    return {
        "@type": "Article",
        **_work(headline, target, composer),
        "headline": headline,
        "description": description,
        "image": _card(target, composer),
        "author": _guide(composer),
        "citation": _cited(composer),
    }


def application(id_: str, composer: Composer) -> Item:
    """A calculator."""
    page, plain = composer.guide.pages[id_], composer.writer.plain
    return {
        "@type": "WebApplication",
        **_work(page.nav_title, f"calculator:{id_}", composer),
        "description": plain(page.summary),
        "isAccessibleForFree": True,
    }


def dataset(description: str, definitions: Iterable[str], files: Iterable[str], composer: Composer) -> Item:
    """The statistics, with the files that hold them all; `definitions` say what was measured."""
    settings = composer.guide.settings
    downloads = [
        {
            "@type": "DataDownload",
            "encodingFormat": FORMATS[PurePosixPath(path).suffix],
            "contentUrl": composer.full(f"file:{path}"),
        }
        for path in files
    ]
    return {
        "@type": "Dataset",
        **_work(f"{settings.short_title}: statistics", "page:statistics", composer),
        "description": description,
        "creator": _guide(composer),
        "isAccessibleForFree": True,
        "variableMeasured": list(definitions),
        "distribution": downloads,
    }


def claim_review(id_: str, composer: Composer) -> Item:
    """A claim checked, with the guide's verdict in its own word; a number on a scale would be made up."""
    claim, plain = composer.guide.claims[id_], composer.writer.plain
    return {
        "@type": "ClaimReview",
        **_work(plain(claim.title), f"claim:{id_}", composer),
        "claimReviewed": plain(claim.quoted),
        "author": _guide(composer),
        "reviewBody": plain(claim.short),
        "reviewRating": {"@type": "Rating", "alternateName": claim.verdict},
    }


def _work(name: str, target: str, composer: Composer) -> Item:
    settings, own, home = composer.guide.settings, composer.full(target), composer.full("page:home")
    part: dict[str, object] = {} if own == home else {"isPartOf": {"@id": home}}
    if composer.guide.versions:
        part["translationOfWork"] = {"@id": site_root(composer.guide) + address(target)}
    return {
        "@id": own,
        "url": own,
        "name": name,
        "inLanguage": settings.language,
        "dateModified": settings.updated,
        "license": {"@type": "CreativeWork", "name": settings.licence},
        **part,
    }


def _guide(composer: Composer) -> Item:
    return {"@type": "Organization", "name": composer.guide.settings.short_title, "url": composer.full("page:home")}


def _card(target: str, composer: Composer) -> str:
    return composer.full(f"file:{card_path(version(composer.guide, target))}")


def _cited(composer: Composer) -> list[Item]:
    return [_source(composer.guide.sources[entry.source]) for entry in composer.citations.entries]


def _source(source: Source) -> Item:
    found = {
        "@type": "CreativeWork",
        "name": source.title,
        "author": source.producer,
        "datePublished": None if source.published == NOT_STATED else source.published,
        "url": source.url,
    }
    return {name: value for name, value in found.items() if value}
