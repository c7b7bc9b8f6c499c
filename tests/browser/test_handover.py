"""From the quick Python to the full one: without a jump, confirmed, and corrected in words where they differ."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from .calculator_pages import (
    PATIENCE,
    SAVE_DATA,
    SCRIPTS,
    answer,
    asked_live,
    field,
    open_calculator,
    question,
    status,
    until,
    wait_for_full_python,
)

pytestmark = pytest.mark.browser

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""
RIGHT = 'return python.pyimport("calculators");'
WRONG = """
  const right = python.pyimport("calculators").answer_json;
  return { listen() {}, answer_json: (text) => right(text).replace(/(_followers_median": )[0-9.]+/g, "$10.5") };
"""
SNAPSHOT = 'const cache = await caches.open("guide-snapshot"); const [key] = await cache.keys();'
KEPT = f"(async () => {{ {SNAPSHOT} return Boolean(key); }})()"


def release(page: Page, held: list[Route]) -> None:
    """Let full Python's engine come, once it has been asked for."""
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()


def test_the_quick_answer_comes_first_and_is_confirmed(page: Page, host: str) -> None:
    """Answered before full Python is there; then the line says so, and the answer stays what it was."""
    held: list[Route] = []
    page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    open_calculator(page, host)
    field(page, "Followers").fill("25k")

    expect(status(page, "answered")).to_contain_text("Full Python will confirm it.", timeout=PATIENCE)
    quick = answer(page).inner_text()
    release(page, held)

    expect(status(page, "answered")).to_contain_text("Full Python confirmed it.", timeout=PATIENCE)
    assert answer(page).inner_text() == quick


def test_the_hand_over_moves_nothing(page: Page, host: str) -> None:
    """From the first live answer to the confirmed one nothing on the page is pushed about."""
    page.add_init_script(SHIFTS)
    open_calculator(page, host)
    field(page, "Followers").fill("25k")
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(600)  # a shift within half a second of typing is the reader's own
    page.evaluate("window.shifts.length = 0")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    page.wait_for_timeout(200)

    assert page.evaluate("window.shifts") == []


def test_a_different_answer_is_said_and_the_reference_wins(page: Page, host: str) -> None:
    """A quick answer that is wrong is replaced, in words; from then on full Python answers this calculator."""

    def wrong(route: Route) -> None:
        response = route.fetch()
        assert RIGHT in response.text()
        route.fulfill(response=response, body=response.text().replace(RIGHT, WRONG))

    held: list[Route] = []
    page.context.route("**/micropython-worker.mjs", wrong)
    page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))
    open_calculator(page, host)
    field(page, "Followers").fill("40000")
    expect(answer(page)).to_have_text("50.00%", timeout=PATIENCE)
    release(page, held)

    expect(status(page, "differed")).to_contain_text("It had been “50.00%”.", timeout=PATIENCE)
    expect(status(page, "differed")).to_contain_text("The quick answer was wrong; this is full Python’s.")
    expect(answer(page)).not_to_have_text("50.00%")
    field(page, "Followers").fill("30000")
    expect(status(page, "answered")).to_contain_text("confirmed it")
    expect(answer(page)).not_to_have_text("50.00%")


@pytest.fixture
def saver(browser: Browser) -> Iterator[Page]:
    """A visit of somebody whose browser asks to save data."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(SAVE_DATA)
    yield context.new_page()
    context.close()


def test_who_saves_data_gets_the_quick_answer_alone(saver: Page, host: str) -> None:
    """No Python starts before a touch, full Python not before it is asked for."""
    asked: list[str] = []
    saver.on("request", lambda request: asked.append(request.url))
    open_calculator(saver, host)
    saver.wait_for_timeout(500)
    assert not [url for url in asked if url.endswith(".wasm")]
    field(saver, "Followers").fill("25k")

    expect(status(saver, "answered")).to_contain_text("Full Python is not loaded, to save data.", timeout=PATIENCE)
    assert not [url for url in asked if "pyodide" in url]
    saver.get_by_role("button", name="Confirm with full Python").click()
    expect(status(saver, "answered")).to_contain_text("Full Python confirmed it.", timeout=PATIENCE)


@pytest.fixture
def returning(context: BrowserContext, host: str) -> Page:
    """A visit after the first: the snapshot of full Python is kept."""
    page = context.new_page()
    open_calculator(page, host)
    wait_for_full_python(page)
    until(page, KEPT)
    page.reload()
    wait_for_full_python(page)
    return page


def test_a_later_visit_starts_from_the_snapshot(returning: Page) -> None:
    """Without the wheel, with the same answers, and with chance that does not repeat."""
    loaded = returning.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    answers = [
        asked_live(returning, question("engagement-rate", {"followers": text, "likes": "64"}, [], "en"))
        for text in ("5,000", "1.2.3", "0", "")
    ]
    fresh = returning.context.new_page()
    fresh.goto(returning.url)
    fresh.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    fresh.reload()
    wait_for_full_python(fresh)

    assert not [name for name in loaded if name.endswith(".whl")]
    assert answers == [
        asked_live(fresh, question("engagement-rate", {"followers": text, "likes": "64"}, [], "en"))
        for text in ("5,000", "1.2.3", "0", "")
    ]


@pytest.mark.parametrize(
    "harm",
    [
        "const bytes = new Uint8Array(await kept.arrayBuffer()); bytes[9_000_000] ^= 1; const body = bytes;",
        "const body = (await kept.arrayBuffer()).slice(0, 1000);",
    ],
    ids=["one bit", "cut off"],
)
def test_a_corrupted_snapshot_is_dropped(returning: Page, harm: str) -> None:
    """One bit is enough: Python starts from its files instead, and the snapshot is kept anew."""
    returning.evaluate(
        f"""async () => {{
          {SNAPSHOT}
          const kept = await cache.match(key);
          const headers = kept.headers;
          {harm}
          await cache.put(key, new Response(body, {{ headers }}));
        }}"""
    )
    returning.reload()
    field(returning, "Followers").fill("25k")

    expect(status(returning, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    expect(answer(returning)).to_have_text(re.compile("%$"))
    until(returning, KEPT)


def test_without_storage_python_starts_from_its_files(page: Page, host: str) -> None:
    """A private window that denies storage gets the same answers."""
    denied = "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } });"

    def deny(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=denied + response.text())

    page.context.route("**/pyodide-snapshot.mjs", deny)
    open_calculator(page, host)
    field(page, "Followers").fill("25k")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)


def test_the_python_outlives_a_change_of_page(page: Page, host: str) -> None:
    """On the way to another calculator without a reload the same workers go on."""
    open_calculator(page, host)
    wait_for_full_python(page)
    page.get_by_role("link", name="Calculators", exact=True).first.click()
    page.wait_for_url("**/calculators/")
    page.locator("article a[href*='cost-per-engagement']").first.click()
    page.wait_for_url("**/cost-per-engagement/")
    field(page, "Fees").fill("123")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    assert page.evaluate("performance.getEntriesByName('guide:pyodide-start').length") == 1
    assert page.evaluate(f"async () => {{ {SCRIPTS} return client.reference.state; }}") == "ready"
