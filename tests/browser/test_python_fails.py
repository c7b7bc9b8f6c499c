"""What happens when Python doesn't come, hangs, dies or is another one than yesterday's.

Whatever happens, the answer that was in the page and what somebody typed stay.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, expect

from build_scripts.python_assets import python_assets
from build_scripts.registry import describe, stage

from ..conftest import PROJECT, few_questions, only
from . import chromium
from .calculator_pages import (
    PATIENCE,
    SCRIPTS,
    answer,
    field,
    open_calculator,
    question,
    status,
    wait_for_full_python,
    with_patience,
)

pytestmark = pytest.mark.browser

UNLOADABLE = "Python could not be loaded."
UNCONFIRMED = "Full Python could not be loaded to confirm it."
FULL = ["pyodide.asm.wasm", "stdlib-*.zip", "*.whl", "pyodide.asm.js", "pyodide.mjs", "pyodide-worker.mjs"]
QUICK = ["micropython.wasm", "micropython.mjs", "calculators-*.json", "micropython-worker.mjs"]
FAKE = """
const Real = window.Worker;
window.Worker = class extends EventTarget {
  postMessage(data) { setTimeout(() => this.hear(data), 1); }
  say(data) { this.dispatchEvent(Object.assign(new Event("message"), { data })); }
  terminate() {}
};
"""


def type_followers(page: Page, host: str) -> str:
    """Open the calculator and type a number; the answer that stood there before."""
    open_calculator(page, host)
    before = answer(page).inner_text()
    field(page, "Followers").fill("999")
    return before


def expect_kept(page: Page, before: str) -> None:
    """Python failed in words, and nothing on the page is lost."""
    expect(status(page, "failed")).to_contain_text(UNLOADABLE, timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert answer(page).inner_text() == before
    assert field(page, "Followers").input_value() == "999"


@pytest.mark.parametrize("missing", FULL)
def test_without_full_python_the_quick_one_answers(context: BrowserContext, host: str, missing: str) -> None:
    """Whichever of its files is blocked: the number is answered, and the line says what could not be had."""
    page = context.new_page()
    context.route(f"**/{missing}", lambda route: route.abort())
    before = type_followers(page, host)

    expect(status(page, "answered")).to_contain_text(UNCONFIRMED, timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert answer(page).inner_text() != before


@pytest.mark.parametrize("missing", QUICK)
def test_without_the_quick_python_the_full_one_answers(context: BrowserContext, host: str, missing: str) -> None:
    """Whichever of its files is blocked: full Python starts at once and answers."""
    page = context.new_page()
    context.route(f"**/{missing}", lambda route: route.abort())
    before = type_followers(page, host)

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    assert answer(page).inner_text() != before


def test_without_any_python_the_answer_in_the_page_stays(context: BrowserContext, host: str) -> None:
    """Wasm blocked altogether: a sentence, a button to try again, the first answer, and the number typed."""
    page = context.new_page()
    context.route("**/*.wasm", lambda route: route.abort())

    expect_kept(page, type_followers(page, host))


def test_a_truncated_engine_is_said(context: BrowserContext, host: str) -> None:
    """Half a file is none."""

    def half(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.body()[: len(response.body()) // 2])

    page = context.new_page()
    context.route("**/*.wasm", half)

    expect_kept(page, type_followers(page, host))


def test_a_network_that_drops_mid_way_is_said_and_a_retry_works(context: BrowserContext, host: str) -> None:
    """The connection ends while Python is on its way; once it is back, what was typed is answered."""
    page = context.new_page()
    context.route("**/*.wasm", lambda route: route.abort("connectionreset"))
    context.route("**/stdlib-*.zip", lambda route: route.abort("internetdisconnected"))
    before = type_followers(page, host)
    expect_kept(page, before)

    context.unroute_all()
    page.get_by_role("button", name="Try again").click()

    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    expect(answer(page)).not_to_have_text(before)
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_a_host_that_does_not_know_wasm_is_enough(context: BrowserContext, host: str) -> None:
    """Both start where .wasm files come as a plain stream of bytes."""

    def plain(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-type": "application/octet-stream"})

    page = context.new_page()
    context.route("**/*.wasm", plain)
    type_followers(page, host)

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)


def test_a_start_that_hangs_is_said_and_may_still_come(context: BrowserContext, host: str) -> None:
    """The watchdog speaks after its patience; Python that comes later is welcome."""
    held: list[Route] = []
    page = context.new_page()
    page.route("**/calculators/engagement-rate/", with_patience(1500))
    context.route("**/*.wasm", lambda route: held.append(route))
    open_calculator(page, host)
    field(page, "Followers").fill("999")

    expect(status(page, "failed")).to_contain_text("Python has not started in time.", timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    for route in held:
        route.continue_()
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_a_page_older_than_the_site_finds_the_new_files(context: BrowserContext, host: str) -> None:
    """The files that the page names are gone after a release: the manifest names those that are there."""
    page = context.new_page()

    def older(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("micropython-", "micropython-old-").replace("stdlib-", "stdlib-old-")
        route.fulfill(response=response, body=body)

    page.route("**/calculators/engagement-rate/", older)
    before = type_followers(page, host)

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    assert answer(page).inner_text() != before


def test_too_little_memory_for_full_python_leaves_the_quick_one(host: str, playwright: Playwright) -> None:
    """A device that grants no 20 MB still answers."""
    switches = [*chromium.arguments(), "--js-flags=--wasm-max-mem-pages=300"]
    browser = playwright.chromium.launch(executable_path=chromium.path(), args=switches)
    page = browser.new_page(service_workers="block")
    before = type_followers(page, host)

    expect(status(page, "answered")).to_contain_text(UNCONFIRMED, timeout=PATIENCE)
    assert answer(page).inner_text() != before
    browser.close()


def test_what_the_quick_python_stumbles_over_goes_to_the_full_one(page: Page, host: str) -> None:
    """Out of its small memory, say: the quick one is not the last word."""
    door = 'return python.pyimport("calculators");'

    def small(route: Route) -> None:
        response = route.fetch()
        assert door in response.text()
        fails = 'return { listen() {}, answer_json: () => python.runPython("bytearray(2 ** 31)") };'
        body = response.text().replace(door, fails)
        route.fulfill(response=response, body=body)

    page.context.route("**/micropython-worker.mjs", small)
    before = type_followers(page, host)

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    assert answer(page).inner_text() != before


def test_storage_cleared_while_a_page_is_open_changes_nothing(page: Page, host: str) -> None:
    """Python goes on, and the next page load starts anew."""
    type_followers(page, host)
    wait_for_full_python(page)
    page.evaluate("async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))")
    field(page, "Followers").fill("1000")
    expect(answer(page)).to_have_text(re.compile("%$"))
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": host.removesuffix("/repo/"), "storageTypes": "all"}
    )
    page.reload()

    field(page, "Followers").fill("999")
    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)


def states_with_fake(page: Page, hear: str, patience: int = 5000) -> object:
    """What an engine says whose worker does `hear(data)`, until it gives up; it is asked whenever it is ready."""
    return page.evaluate(
        f"""async () => {{
          {SCRIPTS} {FAKE}
          window.Worker.prototype.hear = function (data) {{ {hear} }};
          const engine = new PythonEngine("fake", "fake.mjs");
          const states = [];
          await new Promise((resolve) => {{
            engine.addEventListener("state", () => {{
              states.push(engine.detail.reason ?? engine.state);
              if (engine.state === "ready") engine.ask({{}}).catch(() => {{}});
              if (engine.state === "failed") resolve();
            }});
            engine.start(Promise.resolve({{}}), {patience});
          }});
          window.Worker = Real;
          return states;
        }}"""
    )


def test_a_worker_that_dies_restarts_once(warm: Page) -> None:
    """The first crash is mended; the second one is said."""
    states = states_with_fake(warm, "this.say(data.type === 'start' ? { type: 'ready' } : { type: 'crashed' });")

    assert states == ["starting", "ready", "starting", "ready", "gone"]


def test_a_worker_that_never_runs_restarts_once(warm: Page) -> None:
    """A worker that can't even begin is not said to have stopped."""
    states = states_with_fake(warm, "this.dispatchEvent(new Event('error'));")

    assert states == ["starting", "starting", "unloadable"]


def test_an_answer_that_never_comes_counts_as_a_crash(warm: Page) -> None:
    """A worker busy for too long is ended, started once more, then said to be gone."""
    states = states_with_fake(warm, "if (data.type === 'start') this.say({ type: 'ready' });", patience=50)

    assert states == ["starting", "ready", "starting", "ready", "gone"]


def test_a_question_outlives_the_worker_that_had_it(warm: Page) -> None:
    """What a killed worker left unanswered is asked again, and the answer comes."""
    found = warm.evaluate(
        f"""async (question) => {{
          {SCRIPTS}
          const workers = [];
          const Real = window.Worker;
          window.Worker = class extends Real {{
            constructor(...given) {{ super(...given); workers.push(this); }}
            postMessage(data) {{
              if (data.type === "ask" && workers.length < 3) this.dispatchEvent(new Event("error"));
              else super.postMessage(data);
            }}
          }};
          const other = new CalculatorClient();
          other.prepare(`${{base.replace(/assets.*/, "")}}assets/python/manifest.json`);
          await other.start(question.calculator);
          const {{ json }} = await other.ask(question);
          window.Worker = Real;
          return [workers.length, JSON.parse(json).results.total_cost];
        }}""",
        question("cost-per-engagement", {"fees": "12"}, [], "en"),
    )

    assert found == [3, 12.0]


def test_an_error_of_python_leaves_it_alive(warm: Page) -> None:
    """A question that Python stumbles over is refused, and the next one is answered."""
    found = warm.evaluate(
        f"""async (question) => {{
          {SCRIPTS}
          const error = await client.ask({{ ...question, calculator: "nothing" }}).catch((error) => error.message);
          const {{ json }} = await client.ask(question);
          return [error, client.reference.state, JSON.parse(json).results.total_cost];
        }}""",
        question("cost-per-engagement", {"fees": "12"}, [], "en"),
    )

    assert "LookupError: There is no calculator “nothing”" in found[0]
    assert found[1:] == ["ready", 12.0]


def test_changing_an_operator_changes_the_live_answer(
    warm: Page, host: str, served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page computes with the calculators' own source and with nothing else."""
    few_questions(monkeypatch)
    package = only(stage(PROJECT), "cost-per-engagement", "engagement-rate")
    module = "calculators/_costs.py"
    changed = package[module].replace(b"cost / count * times", b"cost * count * times")
    assert changed != package[module]
    package |= {module: changed}
    for path, content in python_assets(package, describe(package), PROJECT / "build/cache").items():
        target = served / tmp_path.name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    found = warm.evaluate(
        f"""async ([manifest, question]) => {{
          {SCRIPTS}
          const other = new CalculatorClient();
          other.prepare(manifest);
          await other.start(question.calculator);
          const quick = await other.ask(question);
          const full = new Promise((resolve) => other.addEventListener("verdict", ({{ detail }}) => resolve(detail)));
          other.confirm();
          const ours = await client.ask(question);
          return [ours.json, quick.json, (await full).json];
        }}""",
        [
            f"/{tmp_path.name}/assets/python/manifest.json",
            question("cost-per-engagement", {"fees": "6", "clicks": "3"}, [], "en"),
        ],
    )

    assert [json.loads(each)["results"]["cost_per_click"] for each in found] == [2.0, 18.0, 18.0]
