"""What happens when Python doesn't come, hangs, dies or is another one than yesterday's."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from build_scripts.python_assets import python_assets
from build_scripts.registry import stage

from .calculator_pages import PATIENCE, SCRIPTS, answer, field, open_calculator, question, status, with_patience

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
UNLOADABLE = "Python could not be loaded."
FAKE = """
const Real = window.Worker;
window.Worker = class extends EventTarget {
  postMessage(data) { setTimeout(() => this.hear(data), 1); }
  say(data) { this.dispatchEvent(Object.assign(new Event("message"), { data })); }
  terminate() {}
};
"""


@pytest.mark.parametrize(
    "missing", ["*.wasm", "stdlib-*.zip", "*.whl", "pyodide.asm.js", "manifest.json", "calculator-worker.mjs"]
)
def test_any_missing_file_is_said_and_the_answer_stays(context: BrowserContext, host: str, missing: str) -> None:
    """Whatever can't be loaded: a sentence, a button to try again, and the answer worked out in advance."""
    page = context.new_page()
    context.route(f"**/{missing}", lambda route: route.abort())
    open_calculator(page, host)
    before = answer(page).inner_text()
    field(page, "Followers").fill("999")

    expect(status(page, "failed")).to_contain_text(UNLOADABLE, timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert answer(page).inner_text() == before
    assert field(page, "Followers").input_value() == "999"


def test_trying_again_answers_what_was_typed(context: BrowserContext, host: str) -> None:
    """Once the file is there, a retry answers the numbers that were typed meanwhile."""
    page = context.new_page()
    context.route("**/*.wasm", lambda route: route.fulfill(status=404))
    open_calculator(page, host)
    before = answer(page).inner_text()
    field(page, "Followers").fill("999")
    expect(status(page, "failed")).to_be_visible(timeout=PATIENCE)

    context.unroute("**/*.wasm")
    page.get_by_role("button", name="Try again").click()

    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    expect(answer(page)).not_to_have_text(before)
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_a_host_that_does_not_know_wasm_is_enough(context: BrowserContext, host: str) -> None:
    """Python starts where .wasm files come as a plain stream of bytes."""

    def plain(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-type": "application/octet-stream"})

    page = context.new_page()
    context.route("**/*.wasm", plain)
    open_calculator(page, host)

    expect(status(page, "ready")).to_be_visible(timeout=PATIENCE)


def test_a_start_that_hangs_is_said_and_may_still_come(context: BrowserContext, host: str) -> None:
    """The watchdog speaks after its patience; Python that comes later is welcome."""
    held: list[Route] = []
    page = context.new_page()
    page.route("**/calculators/engagement-rate/", with_patience(1500))
    page.route("**/*.wasm", lambda route: held.append(route))
    open_calculator(page, host)

    expect(status(page, "failed")).to_contain_text("Python has not started in time.", timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    for route in held:
        route.continue_()
    expect(status(page, "ready")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def states_with_fake(page: Page, hear: str, patience: str = "") -> object:
    """What a client says whose worker does `hear(data)`, until it gives up on a question."""
    return page.evaluate(
        f"""async () => {{
          {SCRIPTS} {FAKE}
          window.Worker.prototype.hear = function (data) {{ {hear} }};
          const client_ = new CalculatorClient();
          const states = [];
          client_.addEventListener("state", ({{ detail }}) => states.push(detail.reason ?? detail.state));
          const failed = new Promise((resolve) => client_.addEventListener("state", ({{ detail }}) => {{
            if (detail.state === "failed") resolve();
          }}));
          client_.prepare(`${{base}}assets/python/manifest.json`);
          client_.start({patience});
          client_.ask({{}});
          await failed;
          window.Worker = Real;
          return states;
        }}"""
    )


def test_a_worker_that_dies_restarts_once(warm: Page) -> None:
    """The first crash is mended and the question asked again; the second one is said."""
    states = states_with_fake(warm, "this.say(data.type === 'start' ? { type: 'ready' } : { type: 'crashed' });")

    assert states == ["starting", "ready", "starting", "ready", "Python stopped working."]


def test_a_worker_that_never_runs_restarts_once(warm: Page) -> None:
    """A worker that can't even begin is not said to have stopped."""
    states = states_with_fake(warm, "this.dispatchEvent(new Event('error'));")

    assert states == ["starting", "starting", UNLOADABLE]


def test_an_answer_that_never_comes_counts_as_a_crash(warm: Page) -> None:
    """A calculation that hangs is ended, tried once more, then said."""
    states = states_with_fake(warm, "if (data.type === 'start') this.say({ type: 'ready' });", patience="50")

    assert states == ["starting", "ready", "starting", "ready", "Python stopped working."]


def test_an_error_of_python_leaves_it_alive(warm: Page) -> None:
    """A question that Python stumbles over is refused, and the next one is answered."""
    found = warm.evaluate(
        f"""async (question) => {{
          {SCRIPTS}
          const error = await client.ask({{ ...question, calculator: "nothing" }}).catch((error) => error.message);
          return [error, client.state, JSON.parse(await client.ask(question)).results.total_cost];
        }}""",
        question("cost-per-engagement", {"fees": "12"}, [], "en"),
    )

    assert "LookupError: There is no calculator “nothing”" in found[0]
    assert found[1:] == ["ready", 12.0]


def test_changing_an_operator_changes_the_live_answer(warm: Page, host: str, served: Path, tmp_path: Path) -> None:
    """The page computes with the calculators' own source and with nothing else."""
    package = stage(PROJECT)
    module = "calculators/cost_per_engagement.py"
    changed = package[module].replace(b"cost / count * times", b"cost * count * times")
    assert changed != package[module]
    for path, content in python_assets({**package, module: changed}, PROJECT / "build/cache").items():
        target = served / tmp_path.name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    found = warm.evaluate(
        f"""async ([manifest, question]) => {{
          {SCRIPTS}
          const other = new CalculatorClient();
          const failed = new Promise((_, reject) => other.addEventListener("state", ({{ detail }}) => {{
            if (detail.state === "failed") reject(new Error(detail.cause ?? detail.reason));
          }}));
          other.prepare(manifest);
          other.start();
          return await Promise.race([Promise.all([client.ask(question), other.ask(question)]), failed]);
        }}""",
        [
            f"/{tmp_path.name}/assets/python/manifest.json",
            question("cost-per-engagement", {"fees": "6", "clicks": "3"}, [], "en"),
        ],
    )

    assert [json.loads(each)["results"]["cost_per_click"] for each in found] == [2.0, 18.0]
