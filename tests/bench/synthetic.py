"""A guide of any size, invented: the same files for the same shape, written as an editor would write them."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PATTERN = Path(__file__).resolve().parents[1] / "second_guide"
"""The small guide whose settings and calculator are copied."""

FIXED_PAGES = 15
"""Pages that every such guide has besides its sections and calculators."""

STATISTICS = 3
"""Of each source."""

WORDS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()
"""What its sentences are made of."""


@dataclass(frozen=True)
class Shape:
    """How many files of each kind a guide has, besides guide.yml."""

    sections: int
    sources: int
    claims: int
    calculators: int

    @property
    def files(self) -> int:
        """Content files in all."""
        return self.sections + self.sources + self.claims + self.calculators + 1


def of_pages(pages: int) -> Shape:
    """The shape of a guide with so many pages: a calculator has two, a section one.

    >>> of_pages(100)
    Shape(sections=75, sources=20, claims=5, calculators=5)
    """
    calculators = max(pages // 20, 1)
    return Shape(max(pages - FIXED_PAGES - 2 * calculators, 1), max(pages // 5, 1), max(pages // 20, 1), calculators)


def of_files(files: int) -> Shape:
    """The shape of a guide with so many content files.

    >>> of_files(1000).files
    1000
    """
    sources, claims, calculators = max(files // 5, 1), max(files // 20, 1), max(files // 20, 1)
    return Shape(max(files - 1 - sources - claims - calculators, 1), sources, claims, calculators)


def write_guide(shape: Shape, folder: Path) -> Path:
    """Write a guide of this shape into an empty folder; the folder."""
    content = folder / "content"
    _write(content / "guide.yml", _settings(shape))
    for kind, count, made in (
        ("sections", shape.sections, _section),
        ("sources", shape.sources, _source),
        ("claims", shape.claims, _claim),
        ("calculators", shape.calculators, _calculator),
    ):
        for number in range(count):
            _write(content / kind / f"{kind[:-1]}-{number}.yml", made(number, shape))
    (folder / "calculators").mkdir(parents=True)
    for number in range(shape.calculators):
        shutil.copyfile(PATTERN / "calculators/hydration.py", folder / f"calculators/calculator_{number}.py")
    return folder


def _write(path: Path, fields: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=110), encoding="utf-8")


def _settings(shape: Shape) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((PATTERN / "content/guide.yml").read_text(encoding="utf-8"))
    settings["sections"] = [f"section-{number}" for number in range(shape.sections)]
    settings["claims"] = [f"claim-{number}" for number in range(shape.claims)]
    chapters = [{"figure": f"section-{number}/shares"} for number in range(min(4, shape.sections))]
    lead = "A guide of invented words. Most bakers ([=figure-0-0]) weigh."
    settings["home"] = {**settings["home"], "lead": lead, "chapters": chapters, "calculator": "calculator-0"}
    settings["glossary"] = {"crumb": {"name": "Crumb", "meaning": "The inside of a loaf."}}
    return settings


def _section(number: int, shape: Shape) -> dict[str, Any]:
    chance = random.Random(f"section {number}")
    statistics = [f"figure-{chance.randrange(shape.sources)}-{place}" for place in range(STATISTICS)]
    blocks: list[dict[str, Any]] = [{"kind": "text", "text": _paragraphs(chance, shape, 2)}]
    blocks.append({"kind": "bars", "id": "shares", **_titles(chance), "rows": _rows(statistics)})
    for part in range(2):
        blocks.append({"kind": "heading", "id": f"part-{part}", "text": f"{_words(chance, 4)}?"})
        blocks.append({"kind": "text", "text": _paragraphs(chance, shape, 2)})
    blocks.append({"kind": "list", "items": [_sentence(chance) for _ in range(3)]})
    blocks.append({"kind": "callout", "tone": "do", "title": _sentence(chance), "text": _sentence(chance)})
    if number % 5 == 0:
        blocks.append({"kind": "claim", "claim": f"claim-{number // 5 % shape.claims}"})
    if number % 5 == 1:
        calculator = f"calculator-{number // 5 % shape.calculators}"
        blocks.append({"kind": "calculator", "calculator": calculator, "text": _sentence(chance)})
    title = f"{_words(chance, 5)}, part {number}."
    return {"title": title, "nav_title": f"Part {number}", "summary": _sentence(chance), "blocks": blocks}


def _titles(chance: random.Random) -> dict[str, str]:
    return {"title": _sentence(chance), "subtitle": _words(chance, 6)}


def _rows(statistics: list[str]) -> list[dict[str, str]]:
    return [{"label": f"Row {place}", "value": id_} for place, id_ in enumerate(statistics)]


def _source(number: int, shape: Shape) -> dict[str, Any]:
    chance = random.Random(f"source {number}")
    fields = {"unit": "percent", "definition": "share-of-bakers", "population": _words(chance, 3), "period": "2025"}
    statistics = [
        {"id": f"figure-{number}-{place}", "value": chance.randrange(1, 99), "measures": _words(chance, 4), **fields}
        for place in range(STATISTICS)
    ]
    return {
        "producer": f"Mill {number}",
        "title": _words(chance, 6),
        "published": "2025",
        "kind": "article",
        "url": f"https://example.org/mills/{number}",
        "accessed": "2026-11-01",
        "grade": "ABC"[number % 2],
        "grade_reason": "Invented for a benchmark.",
        "statistics": statistics,
    }


def _claim(number: int, shape: Shape) -> dict[str, Any]:
    chance = random.Random(f"claim {number}")
    return {
        "title": f"{_words(chance, 3)} {number}",
        "verdict": "half right",
        "quoted": _sentence(chance),
        "short": _sentence(chance),
        "measured": f"{_sentence(chance)} It was [=figure-{number % shape.sources}-0] of them.",
        "safe": _sentence(chance),
        "grade_reason": "Invented for a benchmark.",
    }


def _calculator(number: int, shape: Shape) -> dict[str, Any]:
    path = PATTERN / "content/calculators/hydration.yml"
    page: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    title = f"How wet is dough {number}?"
    benchmarks = [f"figure-{number % shape.sources}-0"]
    return {**page, "title": title, "nav_title": f"Dough {number}", "benchmarks": benchmarks}


def _paragraphs(chance: random.Random, shape: Shape, count: int) -> str:
    return "\n\n".join(_paragraph(chance, shape) for _ in range(count)) + "\n"


def _paragraph(chance: random.Random, shape: Shape) -> str:
    """Some sentences with a figure, a citation and a link."""
    figure = f"{_words(chance, 5)} in [=figure-{chance.randrange(shape.sources)}-0] of cases."
    cited = f"{_words(chance, 7)} [@source-{chance.randrange(shape.sources)}]."
    link = f"{_words(chance, 3)} [{_words(chance, 2).lower()}](section:section-{chance.randrange(shape.sections)})."
    return " ".join([_sentence(chance), figure, _sentence(chance), cited, link])


def _sentence(chance: random.Random) -> str:
    return f"{_words(chance, chance.randrange(6, 14))}."


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()
