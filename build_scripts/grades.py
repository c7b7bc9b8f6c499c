"""What the grades mean: the one place of their words, for the legend on every page and the method page's table."""

from dataclasses import dataclass

MARK = "<!-- what the grades mean -->"
"""Stands in the hand-written page where the table goes."""


@dataclass(frozen=True)
class Meaning:
    """What a grade says of a source, and how its figures may be used."""

    words: str
    use: str


GRADES = {
    "A": Meaning("Method, sample and definition are public.", "May carry a headline."),
    "B": Meaning(
        "A large sample, but the method is only partly public; often the publisher sells the tool it measured with.",
        "May carry a headline, with its definition beside it.",
    ),
    "C": Meaning(
        "Second-hand, unclear or old.",
        "Shown only as history, as a warning, or as the claim being checked. Never a default, never a benchmark.",
    ),
}


def with_grades(page: str) -> str:
    """A hand-written page with the table in its place."""
    rows = [f"| **{letter}** | {each.words} | {each.use} |" for letter, each in GRADES.items()]
    return page.replace(MARK, "\n".join(["| Grade | Meaning | How it is used |", "|---|---|---|", *rows]))
