"""MicroPython runs the same files and gives the same answers, bit for bit and word for word."""

import json
import random
from typing import Any

import pytest

import calculators

from .cases import answered, cases
from .micropython import ask, bits

PYODIDE_ALONE = {"campaign-forecast": "its random module has no generator of its own that takes a seed"}
"""Calculators that MicroPython can load and not answer, and why; the build's proof finds that out by itself."""

LANGUAGES = ["en", "de", "fr", "de-CH", "pt"]
PIECES = ["1", "12", "125", "500", "000", "Mio.", *"0,. \u202f’kM$€-−%x"]


def in_json(call: dict[str, Any]) -> bool:
    """Whether a call can be written in JSON; NaN and the infinities can't."""
    try:
        json.dumps(call, allow_nan=False)
    except ValueError:
        return False
    return True


def typed_calls() -> list[dict[str, Any]]:
    """Texts put together at random from what people type, always the same ones."""
    dice = random.Random(20261123)
    calls: list[dict[str, Any]] = []
    for _ in range(250):
        fees, likes = ("".join(dice.choices(PIECES, k=dice.randint(1, 6))) for _ in range(2))
        language = dice.choice(LANGUAGES)
        cost = {"fees": fees, "engagements": "7", "followers": "3k", "target_cost_per_engagement": "0,3"}
        calls.append({"function": "answer", "arguments": ["cost-per-engagement", cost, [], language]})
        rows = [{"likes": likes, "comments": "3"}, {"likes": "11", "followers": "7"}]
        calls.append({"function": "answer", "arguments": ["engagement-rate", {"followers": "970"}, rows, language]})
    return calls


def number_calls() -> list[dict[str, Any]]:
    """Tables and costs at random, always the same ones."""
    dice = random.Random(7)
    calls: list[dict[str, Any]] = []
    for _ in range(100):
        columns = dice.sample(["likes", "comments", "shares", "saves", "reach", "impressions", "views"], 5)
        rows = [
            {name: dice.choice([None, dice.randrange(10**6)]) for name in columns} for _ in range(dice.randint(0, 9))
        ]
        inputs: dict[str, float] = {"followers": dice.randrange(10**6)}
        calls.append({"function": "run", "arguments": ["engagement-rate", inputs, rows]})
        inputs = {
            "fees": dice.randrange(10**7) / 100,
            "other": dice.randrange(999) / 100,
            "views": dice.randrange(9**9),
        }
        inputs.update(followers=dice.randrange(10**6), target_cost_per_engagement=dice.randrange(1, 500) / 100)
        calls.append({"function": "run", "arguments": ["cost-per-engagement", inputs, []]})
    return calls


def line_calls() -> list[dict[str, Any]]:
    """Two sizes at random with what a break-even line needs, always the same ones."""
    dice = random.Random(35)
    sizes = [{f"followers_{side}": dice.randrange(1, 10**6) for side in "ab"} for _ in range(100)]
    given = [
        {**each, "price_a": 300.0, "price_b": 10.0 ** dice.uniform(1, 4), "rate_b": dice.random()} for each in sizes
    ]
    return [{"function": "run", "arguments": ["size-swap", inputs, []]} for inputs in given]


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    """Every case, every example, and a thousand more."""
    calls: list[dict[str, Any]] = [{"function": "ids", "arguments": []}]
    asked = [known for known in calculators.ids() if known not in PYODIDE_ALONE]
    calls += [{"function": "describe", "arguments": [known]} for known in asked]
    calls += [case.call for case in cases() if case.calculator in asked and in_json(case.call)]
    return calls + typed_calls() + number_calls() + line_calls()


@pytest.fixture(scope="module")
def answers(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What MicroPython returns."""
    return ask(questions)


def test_every_answer_is_the_same(questions: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
    """Ids, specs, results, refusals, notes and readings are equal, after the way through JSON too."""
    different = [
        (question, expected, answer["returned"])
        for question, answer in zip(questions, answers, strict=True)
        if (expected := answered(question)) != answer["returned"]
    ]
    assert different == []


def test_every_number_has_the_same_bits(questions: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
    """Equal to the last bit before anything is written as text, and whole numbers stay whole numbers."""
    different = [
        (question, expected, answer["bits"])
        for question, answer in zip(questions, answers, strict=True)
        if (expected := bits(answered(question))) != answer["bits"]
    ]
    assert different == []


def test_the_questions_reach_the_line(answers: list[dict[str, Any]]) -> None:
    """Lines that leave the plot at its top, and others that leave it at its right."""
    lines = [
        found["slope"]["line"]
        for answer in answers
        if (found := answer["returned"]) and "slope" in found and found["slope"]
    ]

    assert {1.0} < {right for right, _ in lines}
    assert {1.0} < {top for _, top in lines}


def test_the_questions_reach_every_refusal_of_reading(answers: list[dict[str, Any]]) -> None:
    """The random texts are no idle ones: each way to misread a number comes up."""
    codes = {
        problem["code"]
        for answer in answers
        if isinstance(answer["returned"], dict)
        for problem in answer["returned"].get("problems", [])
    }
    assert {"unreadable", "two_ways", "odd_marks", "not_whole", "below_minimum"} <= codes
