"""The shortest valid source, statistic, claim, section and calculator of a guide, as files by their paths."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

from ..model.guide import Settings
from ..model.section import Claim, Section, Text
from ..model.source import NOT_STATED, Source, Statistic
from .lists import added
from .skeleton import item, skeleton

FILES = Path(__file__).parent / "files"


@dataclass(frozen=True)
class Ground:
    """The guide that something new is for: its settings, and guide.yml as it is written."""

    settings: Settings
    text: str


def words(id_: str) -> str:
    """An id as a title.

    >>> words("some-survey-2026")
    'Some survey 2026'
    """
    return id_.replace("-", " ").capitalize()


def source(id_: str, ground: Ground) -> dict[str, str]:
    """A document, not yet cited, of the weakest grade."""
    body = skeleton(
        Source,
        {
            "producer": "Who made it",
            "title": words(id_),
            "published": NOT_STATED,
            "kind": "article",
            "accessed": ground.settings.updated,
            "grade": "C",
            "grade_reason": "Why it has this grade.",
        },
        {"title": "The document's own title.", "grade_reason": "Shown beside the grade."},
    )
    return {f"content/sources/{id_}.yml": body}


def statistic(id_: str, ground: Ground) -> str:
    """One item for the list `statistics` of a source's file."""
    settings = ground.settings
    values = {
        "id": id_,
        "value": 0,
        "unit": next(iter(settings.units)),
        "measures": "What was counted, by what it was divided",
        "definition": next(iter(settings.definitions)),
        "population": NOT_STATED,
        "period": NOT_STATED,
    }
    notes = {"value": "The figure as its source gives it; a range is `low` and `high` instead."}
    return item(skeleton(Statistic, values, notes))


def claim(id_: str, ground: Ground) -> dict[str, str]:
    """A claim whose check has only begun."""
    body = skeleton(
        Claim,
        {
            "title": words(id_),
            "verdict": "untraceable",
            "quoted": "The claim as it is quoted.",
            "short": "The finding in one line.",
            "measured": "What its source measured, and whom; show figures as [~12%] until they are statistics.",
            "safe": "A sentence one may safely print.",
            "grade_reason": "What the evidence is.",
        },
        {"verdict": "misquoted, false, untraceable, half right, conditional or holds."},
    )
    return {f"content/claims/{id_}.yml": body} | _listed("claims", id_, ground)


def section(id_: str, ground: Ground) -> dict[str, str]:
    """A page with one paragraph."""
    body = skeleton(
        Section,
        {"title": f"{words(id_)} in one sentence.", "nav_title": words(id_), "summary": "What this part says."},
        {"nav_title": "Two or three words for the menu."},
    )
    block = item(skeleton(Text, {"kind": "text", "text": "Write the first paragraph here."}))
    text = f"{body}blocks:\n{block}"
    return {f"content/sections/{id_}.yml": text} | _listed("sections", id_, ground)


def calculator(id_: str, ground: Ground) -> dict[str, str]:
    """Module, words and cases of a share, to be made something else."""
    name = {"id": id_, "title": words(id_)}
    return {
        f"calculators/{id_.replace('-', '_')}.py": _filled("calculator.py", name),
        f"content/calculators/{id_}.yml": _filled("calculator.yml", name),
        f"tests/cases/{id_}.yml": _filled("cases.yml", name),
    }


def _filled(file: str, names: dict[str, str]) -> str:
    return Template((FILES / f"{file}.template").read_text(encoding="utf-8")).substitute(names)


def _listed(name: str, id_: str, ground: Ground) -> dict[str, str]:
    """guide.yml with the id at the end of its list."""
    return {"content/guide.yml": added(ground.text, name, id_)}
