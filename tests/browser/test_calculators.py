"""The calculators as a marketer meets them: answered at once, live, honest about what goes wrong."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

import calculators
from tests.calculators.cases import Case, cases

pytestmark = pytest.mark.browser
ASK = """
async ([id, texts, rows, language]) => {
  const base = document.querySelector("link[href*=tokens]").href.replace(/stylesheets.*/, "");
  const { client } = await import(`${base}javascripts/calculator-client.mjs`);
  return await client.ask({ calculator: id, texts, rows, language });
}
"""
PATIENCE = 90_000


def open_calculator(page: Page, host: str, id_: str = "engagement-rate") -> None:
    """Go to a calculator's page."""
    page.goto(f"{host}calculators/{id_}/")


def answer(page: Page) -> Locator:
    """The large answer."""
    return page.locator("[data-answer=value]")


def question_of(case: Case) -> tuple[dict[str, str], list[dict[str, str]]]:
    """What stands in the form: typed texts, and rows of typed texts."""
    texts = {name: repr(number) for name, number in case.inputs.items() if number is not None} | case.texts
    if case.csv is not None:
        return texts, calculators.read_table(case.calculator, case.csv)["rows"]
    return texts, [{k: repr(v) for k, v in row.items() if v is not None} for row in case.rows]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.calculator}: {case.name}")
def test_live_answers_equal_cpythons(warm: Page, case: Case) -> None:
    """Python in the page gives the very numbers, refusals and words that CPython gives."""
    texts, rows = question_of(case)

    live = warm.evaluate(ASK, [case.calculator, texts, rows, case.language])

    assert _plain(live) == _plain(calculators.answer(case.calculator, texts, rows, case.language))


def _plain(found: dict[str, Any]) -> Any:  # noqa: ANN401
    """Without what is None: JavaScript has no such key."""
    if isinstance(found, dict):
        return {key: _plain(value) for key, value in found.items() if value is not None}
    if isinstance(found, list):
        return [_plain(value) for value in found]
    return float(found) if isinstance(found, int) and not isinstance(found, bool) else found


def test_typing_changes_the_answer(page: Page, host: str, strangers: list[str]) -> None:
    """A changed number is answered by Python, and no other host hears of it."""
    open_calculator(page, host)
    before = answer(page).inner_text()

    page.get_by_label("Followers", exact=True).first.fill("25k")

    expect(page.locator(".g-status[data-state=answered]")).to_be_visible(timeout=PATIENCE)
    assert answer(page).inner_text() != before
    assert "25,000" in page.locator(".g-field__note").first.inner_text()
    assert strangers == []


def test_three_like_counts_are_enough(page: Page, host: str) -> None:
    """With followers and three like counts a marketer gets a first useful answer."""
    open_calculator(page, host)
    page.get_by_role("button", name="Start empty").click()
    page.get_by_label("Followers", exact=True).first.fill("35,000")
    for row, likes in enumerate(["1,180", "960", "1,340"], start=1):
        page.get_by_label(re.compile(f"Likes, .* {row}$")).fill(likes)

    expect(answer(page)).to_have_text("3.37%", timeout=PATIENCE)
    expect(page.locator("[data-notes]")).to_contain_text("likes")


def test_pasted_cells_fill_the_table(page: Page, host: str) -> None:
    """Cells pasted from a spreadsheet spread over rows and columns, more rows if need be."""
    open_calculator(page, host)
    page.get_by_role("button", name="Start empty").click()
    page.get_by_label("Followers", exact=True).first.fill("50000")
    first = page.get_by_label(re.compile("Likes, .* 1$"))
    first.evaluate(
        """(input) => {
          const data = new DataTransfer();
          data.setData("text/plain", "640\\t14\\n585\\t11\\n702\\t17\\n610\\t12\\n");
          input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )

    expect(page.locator(".g-rows tbody tr")).to_have_count(4)
    expect(page.locator(".g-rows__result output").nth(0)).to_have_text("1.31%", timeout=PATIENCE)


@pytest.mark.parametrize("rubbish", ["abc", "-5", "1.2.3.4", "12,5", "∞", "=1+1", "<script>alert(1)</script>", "1e999"])
def test_rubbish_is_refused_beside_its_field(warm: Page, rubbish: str) -> None:
    """Whatever is typed stays there, is never misread in silence, and is answered beside its field."""
    field = warm.get_by_label("Followers", exact=True).first
    field.fill(rubbish)

    expect(field).to_have_attribute("aria-invalid", "true", timeout=10_000)
    assert field.input_value() == rubbish
    note = warm.locator(f"#{field.get_attribute('aria-describedby').split()[-1]}")  # type: ignore[union-attr]
    expect(note).not_to_be_empty()
    assert warm.locator("script", has_text="alert(1)").count() == 0


def test_rubbish_in_every_field_of_every_calculator(browser: Browser, host: str) -> None:
    """No field takes a word for a number."""
    page = browser.new_page()
    for id_ in calculators.ids():
        open_calculator(page, host, id_)
        if page.locator("input[name=mode][value=single]").count():
            page.locator("input[name=mode][value=single]").check()
        for group in page.locator("details.g-group:not([open]) > summary").all():
            group.click()
        page.get_by_role("button", name="Start empty").click()
        fields = page.locator(".g-field:visible input")
        for index in range(fields.count()):
            fields.nth(index).fill("rubbish")
        expect(page.locator(".g-field input[aria-invalid]")).to_have_count(fields.count(), timeout=PATIENCE)
    page.close()


def test_the_link_holds_the_numbers(page: Page, host: str) -> None:
    """A link made with these numbers brings them back, and the answer with them."""
    open_calculator(page, host)
    page.locator("input[name=mode][value=single]").check()
    for label, text in (("Followers", "20,000"), ("Likes", "500"), ("Comments", "20")):
        page.locator(".g-field").get_by_label(label, exact=True).fill(text)
    expect(answer(page)).to_have_text("2.60%", timeout=PATIENCE)

    page.goto(page.locator("[data-action=link]").get_attribute("href") or "")

    expect(answer(page)).to_have_text("2.60%", timeout=PATIENCE)
    assert page.locator(".g-field").get_by_label("Likes", exact=True).input_value() == "500"


def test_keyboard_alone_is_enough(page: Page, host: str) -> None:
    """A marketer without a mouse reaches a field, types, and gets the answer announced."""
    open_calculator(page, host, "cost-per-engagement")
    field = page.locator(".g-field input").first
    for _ in range(80):
        page.keyboard.press("Tab")
        if field.evaluate("(input) => input === document.activeElement"):
            break
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1800")

    expect(page.locator(".g-status[role=status][data-state=answered]")).to_be_visible(timeout=PATIENCE)


def test_without_javascript_the_page_still_explains(browser: Browser, host: str) -> None:
    """The worked example, its answer and the formula need no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_calculator(page, host)

    expect(answer(page)).to_have_text(re.compile(r"\d+\.\d+%"))
    expect(page.get_by_role("heading", name="How it is computed")).to_be_visible()
    expect(page.locator(".g-still")).to_be_visible()
    expect(page.get_by_role("button", name="Start empty")).to_be_hidden()
    context.close()


def test_blocked_wasm_leaves_the_built_answer(context: BrowserContext, host: str) -> None:
    """When Python can't be loaded the page says so, offers a retry, and keeps the answer."""
    page = context.new_page()
    context.route("**/*.wasm", lambda route: route.fulfill(status=404))
    open_calculator(page, host)
    before = answer(page).inner_text()
    page.get_by_label("Followers", exact=True).first.fill("999")

    expect(page.locator(".g-status[data-state=failed]")).to_contain_text("could not be loaded", timeout=PATIENCE)
    assert answer(page).inner_text() == before

    context.unroute("**/*.wasm")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".g-status[data-state=answered]")).to_be_visible(timeout=PATIENCE)
    assert answer(page).inner_text() != before


def test_a_crashed_worker_restarts_once(page: Page, host: str) -> None:
    """One crash is mended in silence, a second one is said."""
    open_calculator(page, host)
    result = page.evaluate(
        """async () => {
          const base = document.querySelector("link[href*=tokens]").href.replace(/stylesheets.*/, "");
          const { CalculatorClient } = await import(`${base}javascripts/calculator-client.mjs`);
          const states = [];
          window.Worker = class extends EventTarget {
            postMessage() { setTimeout(() => this.dispatchEvent(new Event("error")), 5); }
            terminate() {}
          };
          const client = new CalculatorClient();
          const end = new Promise((resolve) => client.addEventListener("state", ({ detail }) => {
            states.push(detail.state);
            if (detail.state === "failed") resolve(detail.reason);
          }));
          client.start("x");
          return [await end, states];
        }"""
    )

    assert result == ["Python stopped working.", ["starting", "starting", "failed"]]


def test_a_worker_that_never_answers_meets_the_watchdog(page: Page, host: str) -> None:
    """The client gives up after its patience and says so."""
    open_calculator(page, host)
    reason = page.evaluate(
        """async () => {
          const base = document.querySelector("link[href*=tokens]").href.replace(/stylesheets.*/, "");
          const { CalculatorClient } = await import(`${base}javascripts/calculator-client.mjs`);
          window.Worker = class extends EventTarget { postMessage() {} terminate() {} };
          const client = new CalculatorClient();
          const end = new Promise((resolve) => client.addEventListener("state", ({ detail }) => {
            if (detail.state === "failed") resolve(detail.reason);
          }));
          client.start("x", 50);
          return await end;
        }"""
    )

    assert reason == "Python did not start in time."


def test_python_outlives_a_change_of_page(page: Page, host: str) -> None:
    """Instant navigation keeps the worker: the next calculator answers without a new start."""
    open_calculator(page, host)
    page.get_by_label("Followers", exact=True).first.fill("40000")
    expect(page.locator(".g-status[data-state=answered]")).to_be_visible(timeout=PATIENCE)
    page.evaluate("window.sameVisit = true")

    page.locator(".md-sidebar--primary").get_by_role("link", name="Cost per engagement").click()
    expect(page).to_have_url(re.compile("cost-per-engagement"))
    page.locator(".g-field input").first.fill("1000")

    expect(page.locator(".g-status[data-state=answered]")).to_be_visible(timeout=5_000)
    assert page.evaluate("window.sameVisit") is True


def test_examples_fill_the_form(warm: Page) -> None:
    """Each worked example puts its numbers into the form and is answered."""
    data = json.loads(warm.locator("guide-calculator").get_attribute("data-examples") or "{}")
    for index, id_ in enumerate(data):
        warm.locator("[data-action=example]").nth(index).click()
        expect(warm.locator(".g-status[data-state=answered]")).to_be_visible(timeout=10_000)
        assert warm.get_by_label("Followers", exact=True).first.input_value() == data[id_]["inputs"]["followers"]
