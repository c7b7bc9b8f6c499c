"""The calculators as a marketer meets them: answered at once, live, and nothing typed is lost."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

import calculators
from tests.calculators.cases import Case, cases

from .calculator_pages import (
    PASTE,
    PATIENCE,
    SAVE_DATA,
    answer,
    asked_live,
    cell,
    choose,
    examples,
    field,
    note_of,
    open_calculator,
    question,
    start_empty,
    status,
    until,
)

pytestmark = pytest.mark.browser

RUBBISH = ["abc", "-5", "1.2.3.4", "12,5", "∞", "=1+1", "<script>alert(1)</script>", "1e999", "12 5 0", "٣x"]


def typed_texts(case: Case) -> tuple[dict[str, str], list[dict[str, str]]]:
    """A case's question as somebody would type it."""
    texts = as_typed(case.inputs) | case.texts
    if case.csv is not None:
        return texts, calculators.read_table(case.calculator, case.csv)["rows"]
    return texts, [as_typed(row) for row in case.rows]


def as_typed(values: dict[str, float | str | None]) -> dict[str, str]:
    """Numbers with all their digits, texts as they are."""
    entered = {name: value for name, value in values.items() if value is not None}
    return {name: value if isinstance(value, str) else repr(value) for name, value in entered.items()}


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.calculator}: {case.name}")
def test_live_answers_equal_cpythons(warm: Page, case: Case) -> None:
    """Python in the page gives the very JSON that CPython gives: numbers digit for digit, refusals word for word."""
    texts, rows = typed_texts(case)

    asked = question(case.calculator, texts, rows, case.language)

    assert asked_live(warm, asked) == calculators.answer_json(json.dumps(asked))


def test_only_the_newest_of_many_questions_is_answered(warm: Page) -> None:
    """Whoever types fast waits for the last answer alone."""
    texts = [{"fees": str(fees), "engagements": "10"} for fees in range(1, 21)]
    found = warm.evaluate(
        """async (questions) => {
          const base = document.querySelector("link[href*='stylesheets/guide.css']").href.replace(/stylesheets.*/, "");
          const { client } = await import(`${base}javascripts/calculator-client.mjs`);
          const answers = await Promise.all(questions.map((question) => client.ask(question)));
          return answers.map((answer) => answer && JSON.parse(answer.json).results.cost_per_engagement);
        }""",
        [question("cost-per-engagement", each, [], "en") for each in texts],
    )

    assert found == [0.1, *[None] * 18, 2.0]


def test_typing_changes_the_answer(page: Page, host: str, strangers: list[str]) -> None:
    """A changed number is answered by Python, what was read is said, and no other host hears of it."""
    open_calculator(page, host)
    before = answer(page).inner_text()

    field(page, "Followers").fill("25k")

    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    expect(answer(page)).not_to_have_text(before)
    expect(note_of(field(page, "Followers"))).to_have_text("read as 25,000")
    expect(page.locator("[data-announcement]")).to_contain_text(answer(page).inner_text())
    assert strangers == []


def test_three_like_counts_are_enough(warm: Page, host: str) -> None:
    """With followers and three like counts a marketer gets a first useful answer, and hears what it counts."""
    choose(warm, "rows")
    start_empty(warm)
    expect(answer(warm)).to_have_text("Undefined")
    field(warm, "Followers").fill("35,000")
    for row, likes in enumerate(["1,180", "960", "1,340"], start=1):
        cell(warm, "Likes", row).fill(likes)

    expect(answer(warm)).to_have_text("3.37%")
    expect(warm.locator("[data-notes]")).to_contain_text("likes (comments not entered)")


def test_pasted_cells_fill_the_table(warm: Page) -> None:
    """Cells pasted from a spreadsheet spread over rows and columns, more rows if need be, as they are."""
    choose(warm, "rows")
    start_empty(warm)
    field(warm, "Followers").fill("50000")
    cell(warm, "Likes", 1).evaluate(PASTE, "640\t14\n585\t11\n702\t17\n1.2k\t12\n")

    expect(warm.locator(".g-rows tbody tr")).to_have_count(4)
    expect(warm.locator(".g-rows__result").first).to_have_text("1.31%")
    assert cell(warm, "Likes", 4).input_value() == "1.2k"
    expect(note_of(cell(warm, "Likes", 4))).to_have_text("Likes, post 4: read as 1,200")


def test_rows_come_and_go(warm: Page) -> None:
    """Rows can be added and taken away, and are counted anew."""
    warm.locator("[data-action=example]").first.click()
    rows = warm.locator(".g-rows tbody tr")
    count = rows.count()
    second = cell(warm, "Likes", 2).input_value()

    warm.get_by_role("button", name=re.compile(r"^Remove \w+ 1$")).click()

    expect(rows).to_have_count(count - 1)
    assert cell(warm, "Likes", 1).input_value() == second
    warm.locator("[data-action=add]").click()
    expect(cell(warm, "Likes", count)).to_be_focused()


def test_an_empty_row_in_between_is_counted(warm: Page) -> None:
    """What Python says of a row is said of the row one sees."""
    choose(warm, "rows")
    start_empty(warm)
    field(warm, "Followers").fill("50000")
    for row, text in ((1, "600"), (3, "many")):
        cell(warm, "Likes", row).fill(text)

    expect(cell(warm, "Likes", 3)).to_have_attribute("aria-invalid", "true")
    expect(note_of(cell(warm, "Likes", 3))).to_contain_text("Likes, post 3: “many” is not a number we can read")


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_is_refused_beside_its_field(warm: Page, rubbish: str) -> None:
    """Whatever is typed stays there, is never misread in silence, and is answered beside its field."""
    warm.locator("[data-action=example]").first.click()
    expect(status(warm, "answered")).to_be_visible()
    place = field(warm, "Followers")
    before = answer(warm).inner_text()
    place.fill(rubbish)

    expect(place).to_have_attribute("aria-invalid", "true")
    assert place.input_value() == rubbish[:40]
    expect(note_of(place)).not_to_be_empty()
    assert answer(warm).inner_text() == before
    expect(warm.get_by_text("For the numbers before your last change")).to_be_visible()
    assert warm.locator("script", has_text="alert(1)").count() == 0


def test_rubbish_in_every_field_of_every_calculator(browser: Browser, host: str) -> None:
    """No field takes a word for a number."""
    page = browser.new_page()
    page.add_init_script(SAVE_DATA)
    for id_ in calculators.ids():
        open_calculator(page, host, id_)
        if page.locator("input[name=mode]").count():
            choose(page, "single")
        start_empty(page)
        fields = page.locator("input.g-field__input[inputmode=decimal]")
        if not fields.count():
            continue
        for each in fields.all():
            each.evaluate("(input) => { input.value = 'rubbish'; }")
        fields.first.dispatch_event("input")
        expect(page.locator(".g-field__input[aria-invalid]")).to_have_count(fields.count(), timeout=PATIENCE)
        assert page.locator("details.g-group:not([open])").count() == 0
    page.close()


def test_the_link_holds_the_numbers(page: Page, host: str) -> None:
    """A link made with these numbers brings them back, and the answer with them; no host gets to see them."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_calculator(page, host)
    choose(page, "single")
    for label, text in (("Followers", "20,000"), ("Likes", "500"), ("Comments", "20")):
        field(page, label).fill(text)
    expect(answer(page)).to_have_text("2.60%", timeout=PATIENCE)
    link = page.locator("[data-action=link]").evaluate("(link) => link.href")

    page.goto("about:blank")
    page.goto(link)

    expect(answer(page)).to_have_text("2.60%", timeout=PATIENCE)
    assert field(page, "Likes").input_value() == "500"
    assert field(page, "Followers").input_value() == "20,000"
    assert not any("20" in address.partition(host)[2].partition("#")[0] for address in asked if "python" not in address)


def test_a_link_of_rows_comes_back(warm: Page, host: str) -> None:
    """Rows travel in a link as they were typed, empty cells and odd signs included."""
    rows = [{"likes": "1,180", "comments": "46"}, {}, {"likes": "9%=&#,x"}]
    spoken = {"language": "en", "currency": "USD"}
    found = warm.evaluate(
        """async (question) => {
          const base = document.querySelector("link[href*='stylesheets/guide.css']").href.replace(/stylesheets.*/, "");
          const { toFragment, fromFragment } = await import(`${base}javascripts/calculator-link.mjs`);
          const fragment = toFragment("x", question);
          return [fromFragment("x", `#${fragment}`), fromFragment("y", `#${fragment}`), fromFragment("x", "#a&%")];
        }""",
        {"mode": "rows", **spoken, "texts": {"followers": "35,000"}, "rows": rows},
    )

    assert found == [{"mode": "rows", **spoken, "texts": {"followers": "35,000"}, "rows": rows}, None, None]


def test_examples_fill_the_form_and_typed_numbers_come_back(warm: Page) -> None:
    """Each worked example puts its numbers into the form; those typed before can be had back."""
    for index, example in enumerate(examples(warm).values()):
        field(warm, "Followers").fill("777")
        warm.locator("[data-action=example]").nth(index).click()
        expect(status(warm, "answered")).to_be_visible()
        assert field(warm, "Followers").input_value() == example["texts"]["followers"]

        warm.get_by_role("button", name="Undo").click()
        assert field(warm, "Followers").input_value() == "777"


def test_folded_columns_that_count_are_named(warm: Page) -> None:
    """Numbers in folded columns are not hidden from the reader."""
    warm.locator("[data-action=example]").first.click()
    note = warm.locator("[data-also]")
    expect(note).to_have_text("Folded columns count as well: Shares, Saves, Reach.")

    warm.get_by_role("button", name="More columns").click()
    expect(cell(warm, "Shares", 1)).to_be_visible()
    expect(note).to_be_hidden()
    warm.get_by_role("button", name="More columns").click()


def test_keyboard_alone_is_enough(page: Page, host: str) -> None:
    """A marketer without a mouse reaches a field, types, and gets the answer announced."""
    open_calculator(page, host, "cost-per-engagement")
    first = page.locator(".g-field__input").first
    for _ in range(80):
        page.keyboard.press("Tab")
        if first.evaluate("(input) => input === document.activeElement"):
            break
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1800")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    spoken = "document.querySelector('[role=status][data-announcement]').textContent"
    until(page, f"{spoken}.includes(document.querySelector('[data-answer=value]').textContent)")


def test_python_and_numbers_outlive_a_change_of_page(page: Page, host: str) -> None:
    """Instant navigation keeps the worker and what was typed: nothing starts anew, nothing is lost."""
    open_calculator(page, host)
    field(page, "Followers").fill("40000")
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    live = answer(page).inner_text()
    page.evaluate("window.sameVisit = true")

    page.locator(".md-sidebar--primary").get_by_role("link", name="Cost per engagement").click()
    expect(page).to_have_url(re.compile("cost-per-engagement"))
    page.locator(".g-field__input").first.fill("1000")
    expect(status(page, "answered")).to_be_visible()
    page.go_back()

    expect(answer(page)).to_have_text(live)
    assert field(page, "Followers").input_value() == "40000"
    assert page.evaluate("window.sameVisit") is True


def test_without_javascript_the_page_still_explains(browser: Browser, host: str) -> None:
    """The worked example, its answer and the formula need no script, and no button pretends to work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_calculator(page, host)

    expect(answer(page)).to_have_text(re.compile(r"\d+\.\d+%"))
    expect(page.get_by_role("heading", name="How it is computed")).to_be_visible()
    expect(page.get_by_text("With JavaScript you can put in your own numbers.")).to_be_visible()
    assert (
        page.locator("guide-calculator button:visible:not(.g-tip), guide-calculator [type=radio]:visible").count() == 0
    )
    context.close()


def test_the_answer_stays_in_view_on_a_phone(browser: Browser, host: str) -> None:
    """While one types in the last row, the answer is on the screen and covers nothing one types in."""
    page = browser.new_page(viewport={"width": 360, "height": 640})
    open_calculator(page, host)
    last = page.locator(".g-rows tbody tr").last.locator("input").first
    last.focus()

    bar, box = page.locator(".g-bar").bounding_box(), last.bounding_box()
    expect(page.locator(".g-bar")).to_be_in_viewport()
    expect(page.locator("[data-bar=value]")).to_have_text(answer(page).inner_text())
    assert bar is not None
    assert box is not None
    assert box["y"] >= bar["y"] + bar["height"]
    page.close()


def test_a_long_answer_says_how_far_it_is_and_can_be_stopped(page: Page, host: str) -> None:
    """What is on screen stays, and the next question is answered as if nothing had happened."""
    open_calculator(page, host, "campaign-forecast")
    page.get_by_text("How it is drawn").click()
    before = answer(page).inner_text()
    creators = "".join(f"C{place}\t6\t0.4\t300\n" for place in range(40))
    expect(page.locator(".g-rows .g-sort").first).to_be_visible()  # the script has taken over
    cell(page, "Name", 1).evaluate(PASTE, f"creator\tlog_mean\tlog_sd\tcost\n{creators}")
    field(page, "Imagined campaigns").fill("100000")

    expect(page.get_by_text("Python is calculating.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".g-status progress")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped.")).to_be_visible()
    assert answer(page).inner_text() == before
    expect(page.locator("[data-stale]")).to_be_visible()

    field(page, "Imagined campaigns").fill("1000")
    expect(page.locator("[data-result=draws_used]")).to_have_text("1,000", timeout=PATIENCE)
    expect(status(page, "answered")).to_be_visible()


def test_the_break_even_line_follows_the_numbers(page: Page, host: str) -> None:
    """Line, point, ticks and words stand where Python says, with the numbers that were typed."""
    open_calculator(page, host, "size-swap")
    texts = {"followers_a": "20000", "price_a": "300", "followers_b": "50000", "rate_b": "4%", "price_b": "900"}
    labels = {"followers_a": "Followers of A", "rate_b": "Engagement rate of B", "price_b": "Price of B"}
    for name, label in labels.items():
        field(page, label).fill(texts[name])
    slope = calculators.answer("size-swap", texts, [], "en")["slope"]
    (right, top), (across, up) = slope["line"], slope["point"]

    line = page.locator("[data-slope-line]")
    expect(line).to_have_attribute("d", f"M0 100L{100 * right:.2f} {100 * (1 - top):.2f}", timeout=PATIENCE)
    point = page.locator("[data-slope-point]")
    expect(point).to_have_attribute("cx", f"{100 * across:.2f}%")
    expect(point).to_have_attribute("cy", f"{100 * (1 - up):.2f}%")
    assert page.locator("[data-ticks] text").count() == 2 * len(slope["ticks"]) - 1
    expect(page.locator("[data-slope-words]")).to_contain_text("against 4.00%")

    field(page, "Price of B").fill("0")
    expect(page.locator("[data-slope]")).to_be_hidden(timeout=PATIENCE)


def test_published_figures_share_a_scale_with_the_answer(page: Page, host: str) -> None:
    """The answer's mark moves among them, and an answer beyond all of them makes the scale longer."""
    open_calculator(page, host)
    own, largest = page.locator("[data-own] circle"), page.locator("[data-number] svg > svg").first
    built = largest.get_attribute("x") or ""

    field(page, "Followers").fill("5000")  # ten times the rate
    expect(page.locator("[data-own-value]")).to_have_text("13.00%", timeout=PATIENCE)
    assert share(own.get_attribute("cx")) > share(largest.get_attribute("x"))
    assert share(largest.get_attribute("x")) < share(built)

    field(page, "Followers").fill("")
    expect(page.locator("[data-own-value]")).to_have_text("–", timeout=PATIENCE)
    expect(own).to_have_attribute("visibility", "hidden")


def share(place: str | None) -> float:
    """A place on a scale, in percent."""
    return float((place or "").rstrip("%"))


def test_the_strip_and_the_formula_follow_the_numbers(page: Page, host: str) -> None:
    """One dot for each post that is used; the formula has the reader's own numbers."""
    open_calculator(page, host)
    assert page.locator("[data-dots] circle").count() == 12
    assert page.locator("[data-answer=working]").inner_text() == "(1.29% + 1.31%) ÷ 2 = 1.30%"

    cell(page, "Likes", 12).fill("")
    expect(page.locator("[data-dots] circle")).to_have_count(11, timeout=PATIENCE)
    expect(page.locator("[data-answer=working]")).to_have_text("(640 + 14) ÷ 50,000 = 1.31%")
    assert page.locator("[data-mark=median] text").text_content() == "median 1.31%"

    choose(page, "single")
    expect(page.locator("[data-strip]")).to_be_hidden()
