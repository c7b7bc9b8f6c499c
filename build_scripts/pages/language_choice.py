"""The languages of a page: links among its versions, for readers and for search engines."""

from babel import Locale
from babel.core import get_global
from markupsafe import Markup

from ..addresses import address
from ..composer import Composer


def language_choice(target: str, composer: Composer) -> Markup:
    """Links to the other languages' versions; nothing where there is one language only."""
    versions = _versions(target, composer)
    if len(versions) < 2:
        return Markup("")
    choices = [(code, _name(code), composer.way_to(place), place == composer.here) for code, place in versions.items()]
    return composer.render("pages/languages.html.jinja", choices=choices)


def alternates(target: str, composer: Composer) -> dict[str, object]:
    """The front matter that names every version, the page's own first among the locales."""
    versions = _versions(target, composer)
    if len(versions) < 2:
        return {}
    own = next(code for code, place in versions.items() if place == composer.here)
    locales = [_locale(code) for code in sorted(versions, key=lambda code: code != own)]
    return {"versions": [list(each) for each in versions.items()], "locales": locales}


def _versions(target: str, composer: Composer) -> dict[str, str]:
    """The site path of a page by its language, the guide's own first."""
    guide = composer.guide
    kind, _, id_ = target.partition(":")
    if kind == "calculator":
        further = {code: address(f"translation:{id_}/{code}") for code in guide.languages}
    else:
        translations = guide.translations.items()
        further = {code: f"{code}/{address(target)}" for code, each in translations if id_ in each.sections}
    return {guide.written_in: address(target), **further}


def _name(code: str) -> str:
    """What people who speak a language call it."""
    name = Locale.parse(code, sep="-").get_display_name(code.replace("-", "_")) or code
    return name[:1].upper() + name[1:]


def _locale(code: str) -> str:
    """A language with the country that most of its speakers live in, as social networks want it: ``de_DE``."""
    language = code.replace("-", "_")
    likely = get_global("likely_subtags").get(language, language).split("_")
    return f"{likely[0]}_{likely[-1]}"
