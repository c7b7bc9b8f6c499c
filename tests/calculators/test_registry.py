"""The registry lists, loads, describes and asks whatever modules the folder holds."""

import compileall
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import calculators
from build_scripts.model.calculator import CalculatorSpec

from .cases import answered, cases
from .micropython import PROJECT

DOUBLE = '''"""Double: a number, twice."""

from ._fields import Example, Input, Outcome, Result

INPUTS = [Input("amount", "money", maximum=10)]
COLUMNS = []
RESULTS = [Result("doubled", "money", 2, "amount × 2", "Needs an amount.")]
EXAMPLES = [Example("two", {"amount": 2})]


def calculate(inputs, rows):
    outcome = Outcome()
    if inputs["amount"] is not None:
        outcome.results["doubled"] = inputs["amount"] * 2
    return outcome
'''
SCRIPT = """
import json, calculators
asked = calculators.run("double-it", {"amount": 3}, [])
minus = calculators.run("double-it", {"amount": -0.0}, [])
print(json.dumps([calculators.ids(), asked, calculators.describe("double-it"), str(minus["results"]["doubled"])]))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the framework with one calculator of its own."""
    folder = tmp_path / "calculators"
    folder.mkdir()
    for path in (PROJECT / "calculators").glob("_*.py"):
        shutil.copy(path, folder)
    (folder / "double_it.py").write_text(DOUBLE, encoding="utf-8")
    return folder


def ran(package: Path) -> list[object]:
    """What a fresh process says of the copied package."""
    command = [sys.executable, "-c", SCRIPT]
    finished = subprocess.run(command, cwd=package.parent, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    answers: list[object] = json.loads(finished.stdout)
    return answers


def test_one_new_module_is_a_calculator(package: Path) -> None:
    """A module in the folder is listed, run and described unregistered, and gets 0 where −0 is entered."""
    listed, answer, described, minus_zero = ran(package)

    assert listed == ["double-it"]
    assert answer == {
        "calculator": "double-it",
        "inputs": {"amount": 3},
        "rows": [],
        "results": {"doubled": 6.0},
        "problems": [],
        "read": [],
        "workings": {"doubled": [[3, "money", 0], " × ", [2.0, "count", 0]]},
        "strip": None,
        "slope": None,
    }
    assert CalculatorSpec.model_validate(described).examples[0].results == {"doubled": 4.0}
    assert minus_zero == "0.0"


def test_compiled_modules_alone_are_enough(package: Path) -> None:
    """The page gets .pyc files without their source."""
    assert compileall.compile_dir(package, quiet=2, legacy=True)
    for source in package.glob("*.py"):
        source.unlink()

    assert ran(package)[0] == ["double-it"]


def test_ids_are_those_of_the_modules() -> None:
    """By their names with hyphens."""
    assert calculators.ids() == [
        "campaign-forecast",
        "campaign-return",
        "compare-creators",
        "cost-per-engagement",
        "engagement-rate",
        "shortlist",
        "signals",
        "size-swap",
    ]


@pytest.mark.parametrize("wrong", ["nope", "-fields", "_fields", "engagement_rate", "", "os"])
def test_an_unknown_id_is_refused_by_name(wrong: str) -> None:
    """Only what is listed is imported."""
    with pytest.raises(LookupError) as raised:
        calculators.load(wrong)

    text = f"There is no calculator “{wrong}”; there are: {', '.join(calculators.ids())}."
    assert raised.value.args == (text,)


@pytest.mark.parametrize("calculator", calculators.ids())
def test_descriptions_have_the_shape_that_the_build_expects(calculator: str) -> None:
    """The build's own model takes what the registry says, and nothing is lost on the way through JSON."""
    described = calculators.describe(calculator)

    CalculatorSpec.model_validate_json(json.dumps(described, allow_nan=False))
    assert described["doc"].splitlines()[0].endswith(".")


@pytest.mark.parametrize("calculator", calculators.ids())
def test_pages_of_calculators_have_one_shape(calculator: str) -> None:
    """Every docstring explains the same things in the same order."""
    lines = (calculators.load(calculator).__doc__ or "").splitlines()

    headings = [line for line in lines if line.startswith("#")]
    assert headings == ["## Formula", "## Zero case", "## Traps", "## Examples", "## Sources"]


@pytest.mark.parametrize("calculator", calculators.ids())
def test_the_first_example_answers_something(calculator: str) -> None:
    """The page's default has results and no refusal."""
    example = calculators.describe(calculator)["examples"][0]

    assert any(value is not None for value in example["results"].values())
    assert [problem for problem in example["problems"] if problem["level"] == "refusal"] == []


@pytest.mark.parametrize(("index", "example"), [(0, "creator-b"), (1, "creator-a")])
def test_examples_are_the_two_creators_of_the_cases(index: int, example: str) -> None:
    """Creator B, with the viral post, is the page's default; both have the posts of their cases."""
    name = example.replace("-", " ").capitalize().replace(" a", " A").replace(" b", " B")
    case = next(case for case in cases() if case.calculator == "engagement-rate" and case.name.startswith(name))
    expected = answered(case.call)

    described = calculators.describe("engagement-rate")["examples"][index]

    assert (described["id"], described["inputs"]) == (example, case.inputs)
    assert described["rows"] == [{name: row[name] for name in described["rows"][0]} for row in expected["rows"]]
    assert described["results"] == expected["results"]


def test_the_example_of_costs() -> None:
    """The campaign of the cases, with what a break-even rate needs."""
    example = calculators.describe("cost-per-engagement")["examples"][0]

    expected = next(case for case in cases() if case.name == "A campaign of $1,200 with every unit cost")
    target = {"followers": 35000, "posts": 3, "target_cost_per_engagement": 0.3}
    assert (example["id"], example["inputs"]) == ("campaign", {**expected.inputs, **target})


def test_results_of_costs_say_what_they_are() -> None:
    """Unit, digits and definition of each."""
    results = calculators.describe("cost-per-engagement")["results"][:7]

    assert [(one["name"], one["unit"], one["digits"], one["text"], one["many"]) for one in results] == [
        ("total_cost", "money", 2, "the costs entered, added up", False),
        ("cost_per_engagement", "money", 3, "total cost ÷ engagements", False),
        ("cost_per_thousand_impressions", "money", 2, "total cost ÷ impressions × 1,000", False),
        ("cost_per_view", "money", 4, "total cost ÷ views", False),
        ("cost_per_click", "money", 2, "total cost ÷ clicks", False),
        ("cost_per_conversion", "money", 2, "total cost ÷ conversions", False),
        (
            "break_even_engagement_rate",
            "ratio",
            2,
            "total cost ÷ target cost per engagement ÷ (followers × posts)",
            False,
        ),
    ]


def test_results_of_rates_say_what_they_are() -> None:
    """Rates named by numerator, denominator and average, the ends of their intervals, and what was used."""
    results = {one["name"]: one for one in calculators.describe("engagement-rate")["results"]}

    kinds, audiences = ("public", "full"), ("followers", "reach", "impressions", "views")
    averages = ("per_post", "mean", "median", "pooled")
    rates = [f"{kind}_by_{audience}_{average}" for kind in kinds for audience in audiences for average in averages]
    ends = [f"{rate}_{end}" for rate in rates if not rate.endswith("per_post") for end in ("low", "high")]
    covers = [f"{rate}_coverage" for rate in rates if rate.endswith("median")]
    assert sorted(results) == sorted([*rates, *ends, *covers, "posts_entered", "posts_used", "flags"])
    assert {(results[name]["unit"], results[name]["digits"]) for name in rates} == {("ratio", 2)}
    assert [name for name in results if results[name]["many"]] == [name for name in rates if name.endswith("per_post")]
    assert results["public_by_followers_median"]["text"] == "(likes + comments) ÷ followers, median of the posts"
    assert results["full_by_reach_pooled"]["text"] == "sum of (likes + comments + shares + saves) ÷ sum of reach"
    assert results["full_by_views_mean"]["undefined"] == "Needs likes, shares or saves, and views above 0."
    assert [(results[name]["unit"], results[name]["digits"]) for name in ("posts_entered", "posts_used")] == [
        ("count", 0),
        ("count", 0),
    ]


def test_notes_name_the_field_they_are_about() -> None:
    """So that a page can put a note beside its field."""
    answer = calculators.run("engagement-rate", {"followers": 1, "likes": 9, "reach": 9}, [{"likes": 8, "comments": 0}])

    assert [(problem["code"], problem["field"], problem["values"]) for problem in answer["problems"]] == [
        ("beside_table", "likes", {"fields": "likes and reach"}),
        ("unusual", "followers", {"audience": "followers", "most": 100.0, "rows": "row 1"}),
        ("too_few_posts", None, {"used": 1}),
    ]


def test_asking_changes_nothing_that_was_handed_in() -> None:
    """The caller's dicts are as they were."""
    inputs: dict[str, float | None] = {"followers": 100}
    rows: list[dict[str, float | None]] = [{"likes": 3}]

    calculators.run("engagement-rate", inputs, rows)

    assert (inputs, rows) == ({"followers": 100}, [{"likes": 3}])


@pytest.mark.parametrize("wrong", [True, "12", [1], 1 + 2j])
def test_what_is_no_number_is_refused(wrong: object) -> None:
    """Numbers alone are calculated with."""
    answer = calculators.run("cost-per-engagement", {"fees": wrong}, [])  # type: ignore[dict-item]

    assert [problem["text"] for problem in answer["problems"]] == ["This is not a number; enter digits such as 12500."]


def test_too_many_rows_are_refused() -> None:
    """A table that would hold up the page is refused; the largest one taken is answered."""
    largest: list[dict[str, float | None]] = [{"likes": 1}] * 10000

    assert calculators.run("engagement-rate", {"followers": 9}, largest)["results"]["posts_used"] == 10000
    answer = calculators.run("engagement-rate", {"followers": 9}, [*largest, {"likes": 1}])
    assert [problem["text"] for problem in answer["problems"]] == ["The table has 10,001 rows; give 10,000 or fewer."]


def test_an_unknown_column_is_refused_by_row() -> None:
    """What the calculator doesn't know is not dropped."""
    answer = calculators.run("engagement-rate", {"followers": 9}, [{"likes": 1}, {"like": 1}])

    names = "likes, comments, shares, saves, reach, impressions, views, followers and left_out"
    assert [(problem["row"], problem["field"], problem["text"]) for problem in answer["problems"]] == [
        (2, "like", f"There is no “like” here; there are {names}.")
    ]
