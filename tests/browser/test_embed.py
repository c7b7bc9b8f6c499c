"""Calculators on other people's pages: the form in a frame, as high as what is in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .calculator_pages import PATIENCE, until
from .host import hosting

pytestmark = pytest.mark.browser


@pytest.fixture
def elsewhere(served: Path) -> Iterator[str]:
    """Another site, whose pages frame this one's."""
    with hosting(served, name="localhost") as root:
        yield root


def test_a_calculator_answers_in_a_frame_on_another_site(page: Page, host: str, served: Path, elsewhere: str) -> None:
    """It runs there as at home, and the frame grows with it."""
    frame = f'<iframe src="{host}embed/size-swap/" title="Size swap" width="600" height="200"></iframe>'
    script = f'<script src="{host}embed/embed.js"></script>'
    (served / "around.html").write_text(f"<title>Another site</title>{frame}{script}", encoding="utf-8")
    page.goto(f"{elsewhere}around.html")
    inside = page.frame_locator("iframe")

    inside.get_by_label("Price of A").fill("600")

    expect(inside.locator("[data-answer=value]")).to_have_text("2.14", timeout=PATIENCE)
    until(page, "document.querySelector('iframe').clientHeight > 1000")


def test_a_frame_believes_nobody_else(page: Page, host: str, served: Path, elsewhere: str) -> None:
    """A message counts only from the frame itself, not from the page around or another window."""
    script = f'<script src="{host}embed/embed.js"></script>'
    (served / "empty.html").write_text(f'<iframe src="{host}claims/" height="200"></iframe>{script}', encoding="utf-8")
    page.goto(f"{elsewhere}empty.html")

    page.evaluate("postMessage({ type: 'guide-embed', height: 4000 }, '*')")
    page.wait_for_timeout(200)

    assert page.locator("iframe").get_attribute("height") == "200"


def test_a_script_that_comes_late_still_learns_the_height(page: Page, host: str, served: Path, elsewhere: str) -> None:
    """The frame has told nobody by then, so it is asked."""
    frame = f'<iframe src="{host}embed/size-swap/" title="Size swap" width="600" height="200"></iframe>'
    (served / "late.html").write_text(f"<title>Another site</title>{frame}", encoding="utf-8")
    page.goto(f"{elsewhere}late.html")
    expect(page.frame_locator("iframe").locator("guide-calculator:defined")).to_be_visible()
    assert page.locator("iframe").get_attribute("height") == "200"

    page.add_script_tag(url=f"{host}embed/embed.js")

    until(page, "document.querySelector('iframe').clientHeight > 1000")


def test_a_link_with_numbers_leads_out_of_the_frame(page: Page, host: str, served: Path, elsewhere: str) -> None:
    """It opens the calculator's own page with what was typed, also when the click itself ends the typing."""
    frame = f'<iframe src="{host}embed/size-swap/" title="Size swap" width="900" height="1600"></iframe>'
    (served / "linked.html").write_text(f"<title>Another site</title>{frame}", encoding="utf-8")
    page.goto(f"{elsewhere}linked.html")
    inside = page.frame_locator("iframe")
    inside.get_by_label("Price of A").fill("600")
    expect(inside.locator("[data-answer=value]")).to_have_text("2.14", timeout=PATIENCE)

    with page.expect_popup() as opened:
        inside.get_by_role("link", name="Link with these numbers").click()

    assert opened.value.url.startswith(f"{host}calculators/size-swap/#calculator=size-swap&")
    expect(opened.value.get_by_label("Price of A")).to_have_value("600")


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(244, 241, 230)"), ("dark", "rgb(16, 23, 30)")])
def test_a_frame_is_as_the_system_is_without_a_script(browser: Browser, host: str, scheme: str, ground: str) -> None:
    """Answered and in the system's colours, with JavaScript off."""
    dark_or_light = {"color_scheme": scheme, "java_script_enabled": False}
    visit = browser.new_context(**dark_or_light)  # type: ignore[arg-type]  # the two words it takes
    page = visit.new_page()
    page.goto(f"{host}embed/size-swap/")

    expect(page.locator("[data-answer=value]")).to_have_text("1.07")
    expect(page.locator("body")).to_have_css("background-color", ground)
    visit.close()


def test_the_code_is_copied_by_a_button(page: Page, host: str) -> None:
    """What is on the clipboard is the frame's code, and the page says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{host}calculators/size-swap/")
    page.get_by_text("Embed this calculator").click()

    page.get_by_role("button", name="Copy the code").click()

    expect(page.locator(".g-embed-code [role=status]")).to_have_text("Copied.")
    code = page.locator(".g-embed-code code").text_content()
    assert page.evaluate("navigator.clipboard.readText()") == code
    assert "/repo/embed/size-swap/" in str(code)
