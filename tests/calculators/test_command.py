"""The command line answers, refuses with exit code 2, and never shows a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import calculators

from .cases import answered, cases
from .micropython import PROJECT

TOOL = "python -m calculators"


def command(*arguments: str, typed: bytes = b"") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run."""
    finished = subprocess.run(
        [sys.executable, "-m", "calculators", *arguments], cwd=PROJECT, input=typed, capture_output=True, check=False
    )
    return finished.returncode, finished.stdout.decode(), finished.stderr.decode()


def test_list() -> None:
    """Every calculator in a line of its own, with what it is."""
    assert command("list") == (
        0,
        "campaign-forecast    Campaign forecast: what an engagement may cost, in the good case and in the bad one.\n"
        "campaign-return      Campaign return: what came back for what a campaign cost, by revenue and by margin.\n"
        "compare-creators     Compare creators: whose typical post gets more reactions, how sure that is, and what a "
        "reaction costs.\n"
        "cost-per-engagement  Cost per engagement: what one reaction to a campaign cost.\n"
        "engagement-rate      Engagement rate: how much of an audience reacts to a post.\n"
        "shortlist            Shortlist: whom to book for a budget, so that the most comes of it.\n"
        "signals              Signals: what in a creator’s numbers is worth a question, with the innocent "
        "explanations beside it.\n"
        "size-swap            Size swap: which rate or price makes a smaller audience as good a buy as a larger one.\n",
        "",
    )


def test_readable_answer() -> None:
    """Aligned results with their definitions, what the others need, notes, and how texts were read."""
    asked = ["cost-per-engagement", "--fees", "900", "--product", "$120", "--engagements", "3.84k", "--clicks", "0"]
    assert command(*asked) == (
        0,
        "total_cost           1,020.00  the costs entered, added up\n"
        "cost_per_engagement     0.266  total cost ÷ engagements\n"
        "undefined: cost_per_thousand_impressions. Needs a cost and impressions above 0.\n"
        "undefined: cost_per_view. Needs a cost and views above 0.\n"
        "undefined: cost_per_click. Needs a cost and clicks above 0.\n"
        "undefined: cost_per_conversion. Needs a cost and conversions above 0.\n"
        "undefined: break_even_engagement_rate. Needs a cost, and a target cost per engagement and followers above 0.\n"
        "undefined: expected_engagements. Needs three earlier posts or more with engagements above 0.\n"
        "undefined: expected_cost_per_engagement. Needs a cost, and three earlier posts or more with engagements above "
        "0.\n"
        "note: Costs counted: fees and product (shipping, amplification, staff and other not entered).\n"
        "note: Cost per click is undefined (clicks is 0).\n"
        "engagements: read as 3,840\n",
        "",
    )


def test_table_from_standard_input() -> None:
    """A list of rates stands row by row under the averages."""
    code, output, errors = command(
        "engagement-rate", "-", "--followers=35000", typed=b"likes,comments\n1180,46\n,31\n1340,62\n"
    )

    assert (code, errors) == (0, "")
    assert output.startswith(
        "public_by_followers_mean    3.75%  (likes + comments) ÷ followers, mean of the posts\n"
        "public_by_followers_median  3.75%  (likes + comments) ÷ followers, median of the posts\n"
        "public_by_followers_pooled  3.75%  sum of (likes + comments) ÷ sum of followers\n"
        "posts_entered                   3  posts with a number besides followers\n"
        "posts_used                      2  posts used in the first rate that is defined\n"
        "flags                        none  posts whose public rate of followers lies far from the others\n"
        "\n"
        "row  public_by_followers_per_post\n"
        "  1                         3.50%\n"
        "  2                             –\n"
        "  3                         4.01%\n"
        "\n"
        "undefined: public_by_followers_median_low, public_by_followers_median_high. Needs three posts or more.\n"
        "undefined: public_by_followers_median_coverage. Needs six posts or more.\n"
    )
    assert output.endswith(
        "note: Rates by followers: 2 used of 3 entered (likes blank in row 2).\n"
        "note: With one or two posts nothing can be said about how sure a rate is; enter three or more.\n"
    )


def test_json_answer(tmp_path: Path) -> None:
    """Exactly four names, ratios unrounded, undefined as null."""
    file = tmp_path / "posts.csv"
    file.write_text("likes,comments\n1180,46\n", encoding="utf-8")

    code, output, errors = command("engagement-rate", str(file), "--followers", "35 000", "--json")

    answer = json.loads(output)
    assert (code, errors) == (0, "")
    assert list(answer) == ["calculator", "inputs", "results", "problems"]
    assert answer["calculator"] == "engagement-rate"
    assert answer["inputs"]["followers"] == 35000
    assert answer["results"]["public_by_followers_per_post"] == [0.03502857142857143]
    assert answer["results"]["full_by_reach_mean"] is None
    assert [problem["code"] for problem in answer["problems"]] == ["too_few_posts"]


def test_json_refusal() -> None:
    """A refusal is JSON too, every result null, and the exit code is 2."""
    code, output, errors = command("cost-per-engagement", "--fees", "-5k", "--engagements", "1.5", "--json")

    answer = json.loads(output)
    assert (code, errors) == (2, "")
    assert set(answer["results"].values()) == {None}
    assert answer["problems"][0] == {
        "code": "below_minimum",
        "level": "refusal",
        "field": "fees",
        "row": None,
        "values": {"value": -5000, "minimum": 0},
        "text": "-5,000 is too small; enter 0 or more.",
        "said": {"text": "{value} is too small; enter {minimum} or more.", "values": {"value": -5000, "minimum": 0}},
    }
    assert [problem["field"] for problem in answer["problems"]] == ["fees", "engagements"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["engagment-rate"], "there is no calculator “engagment-rate”; did you mean engagement-rate?"),
        (["zzz"], f"there is no calculator “zzz”; see {TOOL} --help"),
        (["engagement-rate", "--lkes", "3"], "there is no option “--lkes”; did you mean --likes?"),
        (["engagement-rate", "--zzzzz=3"], f"there is no option “--zzzzz”; see {TOOL} engagement-rate --help"),
        (["engagement-rate", "a", "b"], f"there is no use for “b”; see {TOOL} engagement-rate --help"),
        (["engagement-rate", "--likes", "3", "--likes", "4"], "--likes is given twice; leave one of them out"),
        (
            ["engagement-rate", "--likes"],
            f"argument --likes: expected one argument; see {TOOL} engagement-rate --help",
        ),
        (
            ["engagement-rate", "no.csv"],
            "no.csv: no such file or directory; name a CSV file, or - for standard input",
        ),
        (["engagement-rate", "tests"], "tests: is a directory; name a CSV file, or - for standard input"),
    ],
)
def test_wrong_commands(asked: list[str], message: str) -> None:
    """One line on standard error with the remedy, exit code 2, no traceback."""
    assert command(*asked) == (2, "", f"{TOOL}: {message}\n")


def test_refused_input() -> None:
    """Every refusal in a line, with row and column, on standard error."""
    typed = b"likes;comments\n-3;1\n12,5;x\n"

    assert command("engagement-rate", "-", typed=typed) == (
        2,
        "",
        "refusal: row 2, comments: “x” is not a number we can read; write it like 12500 or 12.5k.\n"
        "refusal: row 1, likes: -3 is too small; enter 0 or more.\n"
        "refusal: row 2, likes: 12.5 is not a whole number; leave out the fraction.\n",
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("likes\n12\n".encode("utf-8-sig"), 0),
        ("likes\n12\n".encode("utf-16"), 0),
        ("caption,likes\ncafé,12\n".encode("latin-1"), 2),
        (b"\x00\xff\x00\xfe\x80", 2),
        (b"\xff\xfe\x00", 2),
        (b"", 2),
    ],
)
def test_encodings(content: bytes, code: int) -> None:
    """UTF-8 and marked UTF-16 are read; all else is refused in one line."""
    exit_code, _, errors = command("engagement-rate", "-", "--followers=9", typed=content)

    assert exit_code == code
    assert errors.count("\n") == (1 if code else 0)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["--help"], "engagement-rate      Engagement rate: how much of an audience reacts to a post."),
        (["engagement-rate", "--help"], f"example:\n  {TOOL} engagement-rate table.csv --followers 50000\n"),
        (["cost-per-engagement", "-h"], "  break_even_engagement_rate "),
    ],
)
def test_help(asked: list[str], expected: str) -> None:
    """Help tells the calculators, their options, their results and an example."""
    code, output, errors = command(*asked)

    assert (code, errors) == (0, "")
    assert expected in output


def test_no_command_shows_the_help_and_is_refused() -> None:
    """A bare call is not answered."""
    code, output, _ = command()

    assert code == 2
    assert output == command("--help")[1]


def test_names_may_have_hyphens_and_values_a_minus_sign() -> None:
    """Both spellings of a long name work; a negative value is refused as a value, not as an option."""
    hyphens = command("cost-per-engagement", "--target-cost-per-engagement", "-1")
    underscores = command("cost-per-engagement", "--target_cost_per_engagement=-1")

    assert hyphens == underscores == (2, "", "refusal: target_cost_per_engagement: -1 is too small; enter 0 or more.\n")


def test_language() -> None:
    """Numbers follow the habits of the language that is named."""
    _, output, _ = command("cost-per-engagement", "--fees", "1.250", "--engagements", "10", "--language", "de")

    assert output.splitlines()[1] == "cost_per_engagement   125.000  total cost ÷ engagements"


@pytest.mark.parametrize("calculator", calculators.ids())
def test_a_file_gives_the_same_answer_as_the_registry(calculator: str) -> None:
    """A case's pasted table, handed over as a file, has the same results and problems."""
    case = next(case for case in cases() if case.calculator == calculator and case.csv)
    options = [f"--{name}={typed}" for name, typed in {**case.inputs, **case.texts}.items()]

    _, output, _ = command(calculator, "-", *options, "--json", typed=(case.csv or "").encode())

    expected = answered(case.call)
    assert json.loads(output) == {name: expected[name] for name in ("calculator", "inputs", "results", "problems")}
