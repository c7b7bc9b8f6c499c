"""After the first visit the guide is there without a network, and a newer release comes when the reader says so."""

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from .calculator_pages import PATIENCE, answer, field, open_calculator, status, until, wait_for_full_python
from .releases import OFF, Releases

pytestmark = pytest.mark.browser

ACTIVE = "navigator.serviceWorker.getRegistration().then((found) => Boolean(found?.active) && !found.installing)"
CONTROLLED = f"Boolean(navigator.serviceWorker.controller) && {ACTIVE}"
PYTHON_KEPT = """(async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("guide-python"));
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return keys.flat().some(({ url }) => url.endsWith(END));
})()"""

LOOK_FOR_UPDATE = "navigator.serviceWorker.getRegistration().then((found) => found.update())"
NOTHING_DAMAGED = """(async () => {
  const names = await caches.keys();
  const caches_ = await Promise.all(names.map((name) => caches.open(name)));
  const found = await Promise.all(caches_.map((cache) => cache.matchAll()));
  const texts = await Promise.all(found.flat().map((response) => response.text()));
  return !texts.includes("rubbish");
})()"""
SOONER = """{
  const later = self.setTimeout;
  self.setTimeout = (call, wait, ...given) => later(call, wait === 3000 ? 100 : wait, ...given);
}"""
"""A page at rest waits three seconds before it keeps the site, for the sake of its reader; nobody reads here."""
REGISTERED_AFTER_MS = 2000
FORGET = """async (part) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const found = (await cache.keys()).filter(({ url }) => url.includes(part));
    await Promise.all(found.map((request) => cache.delete(request)));
  }
}"""
DAMAGE = """async (end) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { headers } = await cache.match(request);
      if (request.url.endsWith(end)) await cache.put(request, new Response("rubbish", { headers }));
    }
  }
}"""


@pytest.fixture
def site(flagship: Path, tmp_path: Path) -> Iterator[Releases]:
    """The flagship on a host of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    releases = Releases(flagship / "site", tmp_path, port)
    yield releases
    releases.stop()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody whose browser keeps sites."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(SOONER)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext, site: Releases) -> Page:
    """A tab after the first visit to a calculator; everything that is kept is kept."""
    page = visitor.new_page()
    open_calculator(page, site.address)
    until(page, CONTROLLED)
    return page


def kept(end: str) -> str:
    """Whether a file of Python with this ending is kept."""
    return PYTHON_KEPT.replace("END", repr(end))


def new_release(text: str) -> str:
    """The same site with other asset names and another title."""
    return re.sub(r"\bCalculators\b", "Calculators II", re.sub(r"guide-[0-9a-f]{16}", "guide-" + "ab" * 8, text))


def publish(page: Page, site: Releases) -> Locator:
    """Publish a newer release, let a tab hear of it, and give the bar that offers it."""
    site.publish(new_release)
    page.evaluate(LOOK_FOR_UPDATE)
    return bar(page)


def bar(page: Page) -> Locator:
    """The slip that offers a newer version."""
    return page.get_by_role("region", name="Newer version")


def damage(page: Page, end: str) -> None:
    """Overwrite what is kept of some files."""
    page.evaluate(DAMAGE, end)


def test_after_the_first_visit_guide_and_calculators_work_offline(page: Page, site: Releases) -> None:
    """Pages never visited, search, a lost address, and an answer to a number never asked before."""
    site.stop()
    page.goto(f"{site.address}guide/what-it-costs/")
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="Calculators", exact=True).first.click()
    page.wait_for_url("**/calculators/")
    page.goto(f"{site.address}calculators/engagement-rate/")
    before = answer(page).inner_text()
    field(page, "Followers").fill("41,234")

    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    assert answer(page).inner_text() != before
    page.goto(f"{site.address}no/such/page/")
    expect(page.locator("h1")).to_be_visible()
    page.goto(site.address)
    page.locator(".md-search__input").click()
    page.keyboard.type("disclosure")
    expect(page.locator(".md-search-result__item").first).to_be_attached(timeout=PATIENCE)


def test_full_python_is_kept_once_it_has_been_used(page: Page, site: Releases) -> None:
    """On the next visit, offline, it confirms the answer, with its snapshot or without."""
    page.evaluate("caches.delete('guide-snapshot')")
    page.reload()
    wait_for_full_python(page)
    for end in ("pyodide.asm.wasm", "pyodide.asm.js", ".zip", ".whl"):
        until(page, kept(end))
    page.evaluate("caches.delete('guide-snapshot')")
    site.stop()
    page.reload()
    field(page, "Followers").fill("41,234")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)


def test_an_update_waits_until_it_is_wanted_and_keeps_the_numbers(
    visitor: BrowserContext, page: Page, site: Releases
) -> None:
    """An open tab goes on; the reader hears of the new release; accepting it loses nothing that was typed."""
    field(page, "Followers").fill("41,234")
    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    shown = answer(page).inner_text()
    site.publish(new_release)
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")

    bar = page.get_by_role("region", name="Newer version")
    expect(bar).to_contain_text("A newer version of this guide is ready.", timeout=PATIENCE)
    other = visitor.new_page()
    other.goto(f"{site.address}statistics/")
    expect(other.locator("h1")).to_be_visible()
    field(page, "Followers").fill("41,235")
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    bar.get_by_role("button", name="Show it").click()

    expect(page.locator("link[href*='guide-abab']").first).to_be_attached(timeout=PATIENCE)
    until(page, "document.readyState === 'complete'")
    expect(field(page, "Followers")).to_have_value("41,235", timeout=PATIENCE)
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    assert answer(page).inner_text() == shown
    other.get_by_role("link", name=re.compile("^Calculators")).first.click()
    expect(other.locator("h1")).to_have_text(re.compile("Calculators"))


def test_later_means_later(page: Page, site: Releases) -> None:
    """The bar goes, and the tab stays with its release."""
    wait_for_full_python(page)
    site.publish(new_release)
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    bar = page.get_by_role("region", name="Newer version")
    expect(bar).to_be_visible(timeout=PATIENCE)

    bar.get_by_role("button", name="Later").click()

    expect(bar).to_be_hidden()
    assert page.evaluate("navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting))")


def test_python_survives_a_release(page: Page, site: Releases) -> None:
    """What did not change is not fetched again."""
    page.reload()
    wait_for_full_python(page)
    until(page, kept(".wasm"))
    site.publish(new_release)
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    page.get_by_role("button", name="Show it").click()
    expect(page.locator("link[href*='guide-abab']").first).to_be_attached(timeout=PATIENCE)

    assert page.evaluate(kept("pyodide.asm.wasm"))


def test_half_a_file_is_not_kept(page: Page, site: Releases) -> None:
    """A download that broke off is none; the next one is."""
    site.trouble.half.add("pyodide.asm.wasm")
    page.reload()
    field(page, "Followers").fill("41,234")
    expect(status(page, "answered")).to_contain_text("could not be loaded", timeout=PATIENCE)
    assert not page.evaluate(kept("pyodide.asm.wasm"))

    site.trouble.half.clear()
    page.get_by_role("button", name="Try again").click()

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    until(page, kept("pyodide.asm.wasm"))


def test_a_damaged_file_heals_itself(page: Page, site: Releases) -> None:
    """What is kept of Python is dropped when it does not start, and fetched anew."""
    damage(page, ".wasm")
    page.reload()
    field(page, "Followers").fill("41,234")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)


def test_without_room_everything_comes_from_the_network(visitor: BrowserContext, site: Releases) -> None:
    """A full storage stops nobody."""
    page = visitor.new_page()
    origin = site.address.removesuffix("/repo/")
    page.goto(f"{site.address}404.html")
    session = visitor.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 100})
    open_calculator(page, site.address)
    field(page, "Followers").fill("41,234")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    page.reload()
    expect(page.locator("h1")).to_be_visible()


def test_without_leave_to_store_the_guide_works(visitor: BrowserContext, site: Releases) -> None:
    """A private window may deny it."""
    visitor.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('denied', 'SecurityError'));"
        "Object.defineProperty(self, 'caches', { get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    page = visitor.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_calculator(page, site.address)
    field(page, "Followers").fill("41,234")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    assert errors == []


def test_a_guide_that_shall_not_be_kept_takes_everything_back(page: Page, site: Releases) -> None:
    """The other service worker removes what was kept, and itself."""
    site.publish(lambda text: text, OFF)
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")

    until(page, "navigator.serviceWorker.getRegistration().then((found) => !found)")
    until(page, "caches.keys().then((names) => !names.some((name) => name.includes('repo')))")
    page.reload()
    field(page, "Followers").fill("41,234")
    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)


def test_a_site_without_a_service_worker_ends_an_older_one(page: Page, site: Releases) -> None:
    """A preview at the same address is not answered by what was kept before."""
    (site.folder / "repo/service-worker.js").unlink()
    page.reload()

    until(page, "navigator.serviceWorker.getRegistration().then((found) => !found)")


def test_what_is_typed_is_not_kept(page: Page) -> None:
    """No store of the browser holds a number of the reader's."""
    field(page, "Followers").fill("41234567")
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    found = page.evaluate(
        """async () => {
          const names = await caches.keys();
          const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          const urls = keys.flat().map(({ url }) => url);
          return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), urls]);
        }"""
    )

    assert "41234567" not in found


def test_missing_full_python_offline_costs_nothing_that_is_kept(page: Page, site: Releases) -> None:
    """Full Python is not kept and can't come; the quick one answers on the next visits as well."""
    wait_for_full_python(page)
    page.evaluate(FORGET, "pyodide")
    page.evaluate("caches.delete('guide-snapshot')")
    site.stop()
    for number in ("41,234", "41,235"):
        page.reload()
        field(page, "Followers").fill(number)
        expect(status(page, "answered")).to_contain_text("could not be loaded to confirm it", timeout=PATIENCE)


def test_a_second_tab_follows_when_its_reader_agrees_later(visitor: BrowserContext, page: Page, site: Releases) -> None:
    """The first tab has brought the release; the second one only has to load it."""
    other = visitor.new_page()
    open_calculator(other, site.address)
    until(other, "Boolean(navigator.serviceWorker.controller)")
    other.wait_for_timeout(REGISTERED_AFTER_MS)
    offer = publish(page, site)
    expect(bar(other)).to_be_visible(timeout=PATIENCE)
    offer.get_by_role("button", name="Show it").click()
    expect(page.locator("link[href*='guide-abab']").first).to_be_attached(timeout=PATIENCE)

    assert other.locator("link[href*='guide-abab']").count() == 0
    bar(other).get_by_role("button", name="Show it").click()

    expect(other.locator("link[href*='guide-abab']").first).to_be_attached(timeout=PATIENCE)


def test_a_release_that_is_already_on_its_way_is_offered_too(page: Page, site: Releases) -> None:
    """The browser itself looks for a newer release while the page loads, long before the page's own script asks."""
    site.trouble.slow["search_index.json"] = 6
    site.publish(new_release)
    page.reload()

    expect(bar(page)).to_be_visible(timeout=PATIENCE)


def test_half_a_file_of_unknown_length_is_not_kept(page: Page, site: Releases) -> None:
    """No browser can see that something is missing; the build has said how long the file is."""
    site.trouble.unsized.add("pyodide.asm.wasm")
    page.reload()
    field(page, "Followers").fill("41,234")
    expect(status(page, "answered")).to_contain_text("could not be loaded", timeout=PATIENCE)

    assert not page.evaluate(kept("pyodide.asm.wasm"))


def test_a_host_with_tidy_addresses_can_be_read_offline(visitor: BrowserContext, site: Releases) -> None:
    """A browser refuses a kept redirection as the answer to a page's address."""
    site.trouble.moved.add("404.html")
    page = visitor.new_page()
    page.goto(f"{site.address}method/")
    until(page, CONTROLLED)
    site.stop()

    page.goto(f"{site.address}no/such/page/")

    expect(page.get_by_role("heading", name="There is no page here.")).to_be_visible()


def test_a_host_that_is_slow_or_broken_is_not_waited_for(page: Page, site: Releases) -> None:
    """After four seconds, and at an error of the host, what is kept is shown."""
    site.trouble.slow["guide/what-it-costs/"] = 30
    begin = time.monotonic()
    page.goto(f"{site.address}guide/what-it-costs/")
    expect(page.locator("h1")).to_be_visible()
    assert time.monotonic() - begin < 20

    site.trouble.broken = True
    page.goto(f"{site.address}statistics/")
    expect(page.locator("h1")).to_be_visible()


def test_a_damaged_style_sheet_heals_by_loading_the_page_anew(page: Page, site: Releases) -> None:
    """What is kept of the look is checked when somebody reloads."""
    damage(page, "/theme.css")
    page.reload()
    until(page, NOTHING_DAMAGED)
    page.reload()

    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"


def test_room_that_runs_out_later_changes_nothing(visitor: BrowserContext, page: Page, site: Releases) -> None:
    """What can't be kept comes from the network."""
    origin = site.address.removesuffix("/repo/")
    visitor.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 100})
    page.reload()
    field(page, "Followers").fill("41,234")

    expect(status(page, "answered")).to_contain_text("confirmed it", timeout=PATIENCE)
    assert not page.evaluate(kept("pyodide.asm.wasm"))


def test_taking_back_leaves_another_guide_alone(page: Page, site: Releases) -> None:
    """A guide below this one's address keeps what it keeps; no newer version is offered."""
    others = [f"guide-site {site.address}deeper/ 1", f"guide-python {site.address}deeper/"]
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", others)
    page.wait_for_timeout(REGISTERED_AFTER_MS)
    site.publish(lambda text: text, OFF)
    page.evaluate(LOOK_FOR_UPDATE)
    until(page, "navigator.serviceWorker.getRegistration().then((found) => !found)")

    assert set(page.evaluate("caches.keys()")) - {"guide-snapshot"} == set(others)
    expect(bar(page)).to_be_hidden()


def test_no_other_host_is_asked(visitor: BrowserContext, site: Releases) -> None:
    """Neither by the pages nor by the service worker."""
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    page = visitor.new_page()
    open_calculator(page, site.address)
    until(page, CONTROLLED)

    assert any(address.endswith("search_index.json") for address in asked)
    assert [address for address in asked if not address.startswith(site.address)] == []
