"""Grades: what stands on grade C is a claim being checked, history or a warning, never a headline or a default."""

from collections.abc import Iterator

from ..model.figure import Figure
from ..model.source import Statistic
from ..prose import references
from ..validate import Checked, Finding, Rule, figures_of
from .figure_rules import values_of

REMEDY = "name the claim it belongs to, or say so in its ledger"


def grade_c_never_leads(checked: Checked) -> Iterator[Finding]:
    """Grade C feeds no chapter of the home page, unless a claim is checked there or the ledger says what it is."""
    for index, chapter in enumerate(checked.guide.settings.home.chapters):
        weak = _weakest(checked, chapter.figure)
        if weak and not chapter.claim:
            message = f"“{weak}” has grade C and leads a chapter of the home page"
            yield Finding("content/guide.yml", ("home", "chapters", index, "figure"), message, REMEDY)


def grade_c_never_opens(checked: Checked) -> Iterator[Finding]:
    """Grade C feeds neither the picture at the top of the home page nor its headline and lead."""
    home = checked.guide.settings.home
    weak = _weakest(checked, home.hero) if home.hero else None
    if weak:
        message = f"“{weak}” has grade C and opens the home page"
        yield Finding("content/guide.yml", ("home", "hero"), message, "say so in its ledger, or show another figure")
    for name in ("headline", "lead"):
        for ref in references(getattr(home, name)):
            value = checked.found(ref.body) if ref.mark == "=" else None
            for each in value.statistics if value else ():
                if _is_weak(checked, each):
                    message = f"“{each.id}” has grade C and opens the home page"
                    yield Finding("content/guide.yml", ("home", name), message, "show a figure of grade A or B")


def grade_c_is_no_default(checked: Checked) -> Iterator[Finding]:
    """A calculator starts from no statistic of grade C, and from one number."""
    for id_, page in checked.guide.pages.items():
        for name, words in page.inputs.items():
            value = checked.found(words.default) if words.default else None
            file, path = f"content/calculators/{id_}.yml", ("inputs", name, "default")
            if value and any(_is_weak(checked, each) for each in value.statistics):
                yield Finding(file, path, f"the default “{words.default}” has grade C", "name one of grade A or B")
            if value and not value.many and len(value.numbers) > 1:
                yield Finding(file, path, f"the default “{words.default}” is a range", "name one number")


def _weakest(checked: Checked, ref: str) -> str | None:
    """A statistic of grade C in a figure whose ledger doesn't say so."""
    figure = _figure(checked, ref)
    if not figure or figure.ledger.grade:
        return None
    shown = [each for value in values_of(checked, figure) for each in value.statistics]
    return next((each.id for each in shown if _is_weak(checked, each)), None)


def _figure(checked: Checked, ref: str) -> Figure | None:
    section, _, id_ = ref.partition("/")
    figures = figures_of(checked.guide, section) if section in checked.guide.sections else []
    return next((figure for figure in figures if figure.id == id_), None)


def _is_weak(checked: Checked, statistic: Statistic) -> bool:
    return (statistic.grade or checked.values.source_of(statistic.id).grade) == "C"


RULES: list[Rule] = [grade_c_never_leads, grade_c_never_opens, grade_c_is_no_default]
