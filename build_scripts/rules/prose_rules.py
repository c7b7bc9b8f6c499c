"""Prose: habits that leave a reader asking when, who says so, or of what. Warnings, for texts in English."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model.base import TextKind
from ..model.figure import BigNumber, Figure, Steps
from ..validate import Checked, Files, Finding, Rule
from ..yaml_reader import Path_

NEXT_SENTENCE = re.compile(r"\s(?:(?<=[.?!]\s)\s*(?=[A-Z“\"(*])|(?<=\n)\s*\n)")
REFERENCE = re.compile(r"\[(?P<mark>[=@~])(?P<body>[^\]]*)\]")
YEAR = r"\b(?:19|20)\d\d\b"
CITED = r"\[[=@]|\]\((?:https:|claim:)"


@dataclass(frozen=True)
class Habit:
    """Words that ask for something else in their sentence.

    Attributes:
        name: By which a comment allows it.
        hints: Parts of words of which one is in all that is looked for: most texts have none, and are passed over.
        words: What is looked for; its group, if there is one, is what the message shows.
        unless: What in the same sentence answers the question.
        message: What is wrong; `{}` stands for the words.
        remedy: What to do.
        cited: Whether the answer is a citation, which headlines don't show.
    """

    name: str
    hints: tuple[str, ...]
    words: re.Pattern[str]
    unless: re.Pattern[str]
    message: str
    remedy: str
    cited: bool = False

    def found(self, sentence: str) -> re.Match[str] | None:
        """Where its words stand in a sentence that doesn't answer the question."""
        plain = sentence.casefold()
        if not any(hint in plain for hint in self.hints) or self.unless.search(sentence):
            return None
        return self.words.search(sentence)


def _habit(name: str, hints: str, words: str, unless: str, message: str, remedy: str, *, cited: bool = False) -> Habit:
    found, answer = re.compile(words, re.IGNORECASE), re.compile(unless)
    return Habit(name, tuple(hints.split("|")), found, answer, message, remedy, cited)


NEVER = r"(?!)"

MANY = "most|many|the majority of|a growing number of|more and more|countless"
PEOPLE = "people|consumers|customers|buyers|marketers|brands|companies|businesses|creators|users"
STUDIES = "stud(?:y|ies)|research|surveys?|experts?|reports?|data|statistics|figures"
SHOW = "shows?|says?|suggests?|proves?|finds?|found|agrees?|confirms?|indicates?"

HABITS = [
    _habit(
        "undated",
        "recent|lately|nowadays|currently|days|present|now|until|year|month",
        r"\b(?:recently|lately|nowadays|currently|these days|at present|up to now|until now"
        r"|(?:last|this|next) (?:year|month)|(?:in|over) (?:recent|the (?:last|past) few) years)\b",
        YEAR,
        "“{}” will be wrong one day",
        "name the year",
    ),
    _habit(
        "hearsay",
        "show|say|suggest|prove|find|found|agree|confirm|indicate|known|knows",
        rf"(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\bits )\b(?:{STUDIES}) (?:{SHOW})\b"
        r"|\bit (?:is|has been) (?:well known|widely known|generally agreed|proven)\b|\bas everyone knows\b",
        CITED,
        "“{}” cites nothing",
        "cite it with [@source-id]",
        cited=True,
    ),
    _habit(
        "vague",
        "most|many|majority|growing|more|countless",
        rf"(?:^|[,;:(] |\b(?:that|because|as|since|and|but) )((?:{MANY}) (?:{PEOPLE}))\b",
        CITED,
        "“{}” is how many?",
        "say it with [=statistic-id], or cite who says so with [@source-id]",
        cited=True,
    ),
    _habit(
        "link-words",
        "here](|this](|page](|link](|more](",
        r"\[(here|click here|this|this page|link|this link|more|read more|learn more|see more)\]\(",
        NEVER,
        "the link “{}” does not say where it leads",
        "put the page's name into it",
    ),
    _habit(
        "picture",
        "![",
        r"!\[[^\]]*\]\([^)]*\)",
        NEVER,
        "a text holds no pictures: “{}” becomes a link",
        "show a figure, which says in words what it shows, or keep the link without “!”",
    ),
]

BASE = re.compile(r"\b(?:of|among|amongst|out of|who|whose|for every|per|by|said|say|says)\b", re.IGNORECASE)
COMPARED = re.compile(
    r"\s*(?:percent )?(?:more|less|fewer|higher|lower|better|worse|larger|smaller|cheaper)\b", re.IGNORECASE
)
OTHER_SIDE = re.compile(r"\b(?:than|against|as|compared)\b", re.IGNORECASE)


HINTS = sorted({hint for habit in HABITS for hint in habit.hints})
"""In a text without any of these no habit can be found."""


@dataclass(frozen=True)
class Sentence:
    """One sentence that an editor wrote."""

    file: str
    path: Path_
    kind: TextKind
    text: str


def sentences(files: Files, wanted: Callable[[str], bool]) -> Iterator[Sentence]:
    """Every wanted sentence of the texts written as Markdown, on one line; a text with one of them is wanted too."""
    for file, each in files.marked:
        if isinstance(each.kind, TextKind) and each.kind.markdown and wanted(each.text):
            for text in filter(wanted, NEXT_SENTENCE.split(each.text)):
                yield Sentence(file, each.path, each.kind, " ".join(text.split()))


def no_bad_habits(files: Files) -> Iterator[Finding]:
    """Words such as “recently”, “studies show”, “most people” or “click here” are not left alone."""
    for sentence in sentences(files, _may_have_a_habit):
        for habit in HABITS:
            found = habit.found(sentence.text)
            if found and (sentence.kind.cites or not habit.cited):
                words = found[found.lastindex or 0]
                yield _finding(sentence, habit.name, words, habit.message.format(words), habit.remedy)


def _may_have_a_habit(text: str) -> bool:
    plain = text.casefold()
    return any(hint in plain for hint in HINTS)


def shares_have_a_base(checked: Checked) -> Iterator[Finding]:
    """A sentence with a share says of whom or of what, and one with a percentage more or less says than what."""

    def wanted(text: str) -> bool:
        return any(_is_questionable(found, checked) for found in REFERENCE.finditer(text))

    for sentence in sentences(checked, wanted) if checked.guide.settings.language == "en" else ():
        words = REFERENCE.sub("", sentence.text)
        for found in REFERENCE.finditer(sentence.text):
            if not _is_questionable(found, checked):
                continue
            if _is_compared(found) and not OTHER_SIDE.search(words):
                yield _finding(sentence, "no-base", found[0], f"“{found[0]}” more or less than what?", "say it")
            elif not _is_compared(found) and not BASE.search(words):
                yield _finding(sentence, "no-base", found[0], f"“{found[0]}” of what?", "say of whom or of what")


def charts_have_a_subtitle(checked: Checked) -> Iterator[Finding]:
    """A chart says measure, place and period in words: who doesn't see it has little else to go by."""
    for id_, section in checked.guide.sections.items():
        for index, block in enumerate(section.blocks):
            if isinstance(block, Figure) and not block.subtitle and not isinstance(block, BigNumber | Steps):
                message = f"the chart “{block.id}” has no subtitle"
                remedy = "name measure, place and period under “subtitle”"
                yield Finding(f"content/sections/{id_}.yml", ("blocks", index, "id"), message, remedy, "undescribed")


def _finding(sentence: Sentence, rule: str, words: str, message: str, remedy: str) -> Finding:
    return Finding(sentence.file, sentence.path, message, remedy, rule, (sentence.text, words))


def _is_questionable(reference: re.Match[str], checked: Checked) -> bool:
    """Whether a reference shows a percentage that has to say of what, or than what."""
    value = checked.found(reference["body"].strip()) if reference["mark"] == "=" else None
    statistic = value.statistic if value and value.unit == "percent" else None
    return statistic is not None and (statistic.aggregate == "share" or _is_compared(reference))


def _is_compared(reference: re.Match[str]) -> bool:
    return COMPARED.match(reference.string, reference.end()) is not None


ALONE: list[Callable[[Files], Iterator[Finding]]] = [no_bad_habits]
RULES: list[Rule] = [*ALONE, shares_have_a_base, charts_have_a_subtitle]
WARNINGS = {*(habit.name for habit in HABITS), "no-base", "undescribed"}
