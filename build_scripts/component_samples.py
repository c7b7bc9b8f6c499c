"""Every component of the site with its states, made from samples that are about bread."""

from collections.abc import Callable

from .blocks import blocks_html
from .charts import KINDS
from .claims import claim_card, claims_list
from .composer import Composer
from .figures import figure_html
from .grades import GRADES
from .model.guide import Guide
from .model.section import Block, Callout, Claim, ItemList, Table, Text
from .samples import CASES, SETTINGS, Case, case, read
from .sources_list import sources_list
from .values import Values

FIELDS = [
    ("default", "Flour", "500", "Of one loaf. With the Tab key, the ring of focus is here.", ""),
    ("invalid", "Water", "-3", "Of one loaf.", "Enter 0 or more: there is no negative water."),
]
STATES = [
    ("built", "Worked out in advance.", "Change a number and Python answers here."),
    ("starting", "Python is starting.", "Your numbers are kept and answered as soon as it is there."),
    ("answered", "Answered by Python in your browser.", "Nothing was sent."),
    ("stopped", "Stopped.", "The answer on screen is for the numbers before your last change."),
    ("refused", "Python can’t answer this yet.", "The reason stands where it was typed."),
    ("failed", "Python has not started in time.", "The example above still holds."),
]
LANGUAGES = [("en", "English", "#style", True), ("de", "Deutsch", "#style", False)]
CODE = '<iframe src="https://example.org/embed/loaf/" title="Loaf"></iframe>\n<script async></script>'
CLAIM = {
    "title": "Steam makes the crust",
    "verdict": "half right",
    "quoted": "Without steam there is no crust.",
    "short": "It makes it thin, not possible.",
    "measured": "Nobody weighed a crust with and without steam.",
    "safe": "Steam helps a loaf to rise before its crust sets.",
    "grade": "B",
    "grade_reason": "Invented as a sample.",
    "sources": ["old-mill"],
}


class SampleComposer(Composer):
    """Writes samples: what they link to isn't there, but for the pages that every guide has."""

    def link(self, target: str) -> str:
        """The start of the page that shows the samples, instead of a part of a guide."""
        return super().link(target) if target.startswith("page:") else "#style"


def charts() -> dict[str, str]:
    """One picture of each kind of figure, with its sentence for those who hear the page."""
    first = {path.parent.name: path for path in reversed(CASES)}
    return {kind: _chart(kind, case(read(first[kind]))) for kind in KINDS}


def _chart(kind: str, given: Case) -> str:
    figure = given.figure.model_copy(update={"id": kind})
    pictures = Case(figure, given.composer).draw().pictures.values()
    return f'<div class="g-figure g-figure--{kind}"><div class="g-figure__picture">{"".join(pictures)}</div></div>'


def components(here: str) -> dict[str, str]:
    """The HTML of each component by its name, for the page at a site path."""
    given = case(read(next(path for path in CASES if path.parent.name == "bars" and path.stem == "details")))
    guide = Guide(
        SETTINGS.model_copy(update={"claims": ["steam"]}),
        {},
        given.composer.guide.sources,
        {"steam": Claim.model_validate(CLAIM)},
        {},
        {},
    )
    composer = SampleComposer(guide, Values(guide), here)
    made: dict[str, Callable[[], str]] = {
        "Figure": lambda: figure_html(given.figure, "dough", composer),
        "Claim card": lambda: claim_card("steam", composer),
        "List of claims": lambda: claims_list(composer),
        "Callouts": lambda: blocks_html([_callout(tone) for tone in ("do", "dont", "note")], "dough", composer),
        "Text, list and table": lambda: blocks_html(_words(), "dough", composer),
        "Marks": lambda: composer.render("style/marks.html.jinja"),
        "Buttons": lambda: composer.render("style/buttons.html.jinja"),
        "Fields": lambda: composer.render("style/fields.html.jinja", fields=FIELDS),
        "Status of an answer": lambda: composer.render("style/status.html.jinja", states=STATES),
        "Filters": lambda: composer.render("style/filters.html.jinja"),
        "Pagers": lambda: composer.render("style/pagers.html.jinja"),
        "Choice of language": lambda: composer.render("pages/languages.html.jinja", choices=LANGUAGES),
        "Pages like a lost one": lambda: composer.render("style/lost.html.jinja"),
        "Code to embed": lambda: composer.render("pages/embed_code.html.jinja", code=CODE),
        "Citations and their sources": lambda: sources_list(composer),
        "Legend of grades": lambda: composer.render("blocks/grades.html.jinja", grades=GRADES),
    }
    return {name: make() for name, make in made.items()}


def _callout(tone: str) -> Callout:
    text = {"kind": "callout", "tone": tone, "title": f"Tone: {tone}.", "text": "Weigh the flour."}
    return Callout.model_validate(text)


def _words() -> list[Block]:
    rows = [["Water", "Weigh it."], ["Salt", "Taste it."]]
    return [
        Text(kind="text", text="Bread is *flour*, **water** and `salt`. Its source stands in brackets [@old-mill]."),
        ItemList(kind="list", items=["Knead.", "Wait."], ordered=True),
        Table(kind="table", caption="What to do.", columns=["Thing", "Advice"], rows=rows),
    ]
