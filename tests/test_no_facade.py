"""Every figure on the site comes from its one place: change it there, and it changes everywhere."""

import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.model.calculator import ResultSpec
from build_scripts.model.guide import Guide
from build_scripts.pipeline import check
from build_scripts.render import render
from build_scripts.translation import translated
from build_scripts.values import Values

from .conftest import PROJECT, copy_guide

TICK = re.compile(r'<text[^>]*class="g-text--small"[^>]*>[^<]*</text>')
"""Numbers at an axis belong to no statistic."""

INLINE = re.compile(r"\b(value|low|high): (-?\d+(?:\.\d+)?)(?=[,\s}])")


def changed(number: str) -> str:
    """Another number of the same size, with digits that no other figure has."""
    new = float(number) * 0.87 + 0.0
    return f"{new:.{len(number.partition('.')[2]) + 2}f}"


SAMPLES = "contribute/style.md"
"""Its numbers are about bread and may look like any."""


def in_language(path: str, code: str) -> bool:
    """Whether a staged page is a version in a further language."""
    return path.endswith(f"/{code}.md") or path.startswith(f"{code}/")


@pytest.fixture(scope="module")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """The flagship as it is and with every statistic replaced, rendered."""
    folder = copy_guide(PROJECT, tmp_path_factory.mktemp("facade"))
    before = check(folder).guide
    assert before is not None
    old = render(before, {})
    for path in (folder / "content/sources").glob("*.yml"):
        text = INLINE.sub(lambda found: f"{found[1]}: {changed(found[2])}", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    after = check(folder)
    assert after.guide is not None, after.problems
    return folder, old, render(after.guide, {})


def test_a_changed_statistic_changes_everywhere(renderings: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """The new value stands wherever the old one stood: text, table, CSV and JSON."""
    folder, old, new = renderings
    guide = check(folder).guide
    assert guide is not None
    values = Values(guide)
    others = {code: Values(translated(guide, words)) for code, words in guide.languages.items()}
    for source in guide.sources.values():
        for statistic in source.statistics:
            span = f'data-statistic="{statistic.id}">'.encode()
            for path, content in new.items():
                spoken = next((others[code] for code in others if in_language(path, code)), values)
                text = spoken.text(spoken.resolve(statistic.id)).encode()
                assert content.count(span) == old[path].count(span), path
                assert content.count(span) == content.count(span + text), (path, statistic.id)


def test_no_old_value_stays(renderings: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """No figure of the old content is left in any page or file."""
    _, _, new = renderings
    old_guide = check(PROJECT).guide
    assert old_guide is not None
    values = Values(old_guide)
    texts = {values.text(values.resolve(each.id)) for s in old_guide.sources.values() for each in s.statistics}
    computed = {values.format(each, result.unit, result.digits) for result, each in _computed(old_guide)}
    telling = [text for text in texts - computed if "$" in text or "€" in text or ("%" in text and "." in text)]
    left = [
        (path, text)
        for path, content in new.items()
        for text in telling
        if path != SAMPLES
        if re.search(rf"(?<![\d.,$€]){re.escape(text)}(?![\d%]|[.,]\d)", TICK.sub("", content.decode()))
    ]

    assert left == []


def _computed(guide: Guide) -> list[tuple[ResultSpec, float]]:
    """Every number that a worked example gives: it may happen to look like a statistic."""
    found = []
    for spec in guide.calculators.values():
        for example, result in itertools.product(spec.examples, spec.results):
            numbers = example.results[result.name]
            listed = numbers if isinstance(numbers, list) else [numbers]
            found += [(result, float(number)) for number in listed if isinstance(number, float | int)]
    return found


def test_pictures_follow_their_data(renderings: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """Every file of a figure's rows that holds a statistic changed, and so did its picture."""
    _, old, new = renderings
    moved = [path for path in new if path.startswith("data/figures/") and new[path] != old[path]]
    assert len(moved) >= 5
    for path in moved:
        _, _, section, name = path.split("/")
        anchor = f'id="figure-{name.removesuffix(".csv")}"'
        page = f"guide/{section}.md"
        assert _pictures(new[page].decode(), anchor) != _pictures(old[page].decode(), anchor), path


def _pictures(page: str, anchor: str) -> list[str]:
    figure = page[page.index(anchor) :]
    picture = figure[figure.index("g-figure__picture") : figure.index("g-ledger")]
    return re.findall(r' (?:d|x|cx|width)="([^"]+)"', picture) or [picture]


def test_a_new_calculator_needs_three_files(tmp_path: Path) -> None:
    """One module and its words give a page, a form, an index entry and a command."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    module = (guide / "calculators/hydration.py").read_text(encoding="utf-8")
    words = (guide / "content/calculators/hydration.yml").read_text(encoding="utf-8")
    (guide / "calculators/stiffness.py").write_text(module, encoding="utf-8")
    (guide / "content/calculators/stiffness.yml").write_text(
        words.replace("nav_title: Hydration", "nav_title: Stiffness"), encoding="utf-8"
    )
    checked = check(guide)
    assert checked.guide is not None

    files = render(checked.guide, {})

    assert b"guide-calculator" in files["calculators/stiffness.md"]
    assert b"Stiffness" in files["calculators/index.md"]


def test_a_changed_formula_changes_the_answer_and_turns_cases_red(tmp_path: Path) -> None:
    """One operator changed: the built answer differs, and the cases fail."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path)
    path = guide / "calculators/hydration.py"
    path.write_text(path.read_text(encoding="utf-8").replace("[part] / flour", "[part] * flour"), encoding="utf-8")
    checked = check(guide)
    assert checked.guide is not None

    assert b"75.0%" not in render(checked.guide, {})["calculators/hydration.md"]
    doctest = [
        sys.executable,
        "-c",
        "import doctest, calculators.hydration as m; raise SystemExit(doctest.testmod(m)[0])",
    ]
    staged = tmp_path / "staged"
    for name, content in checked.package.items():
        (staged / name).parent.mkdir(parents=True, exist_ok=True)
        (staged / name).write_bytes(content)
    assert subprocess.run(doctest, cwd=staged, capture_output=True, check=False).returncode == 1


def test_no_template_script_or_style_holds_a_figure() -> None:
    """The generator's own files name no value of the content."""
    guide = check(PROJECT).guide
    assert guide is not None
    values = Values(guide)
    texts = {values.text(values.resolve(each.id)) for s in guide.sources.values() for each in s.statistics}
    telling = {text for text in texts if "$" in text or "€" in text or ("%" in text and "." in text)}
    folders = [PROJECT / "build_scripts/templates", PROJECT / "docs/javascripts", PROJECT / "docs/stylesheets"]
    files = [path for folder in [*folders, PROJECT / "docs/.overrides"] for path in folder.rglob("*") if path.is_file()]

    assert [(path.name, text) for path in files for text in telling if text in path.read_text(encoding="utf-8")] == []
