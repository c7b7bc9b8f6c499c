"""Calculators on other people's pages: the form in a frame, as high as what is in it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .calculator_pages import PATIENCE, until

pytestmark = pytest.mark.browser


def test_a_calculator_answers_in_a_frame_on_another_site(page: Page, host: str, served: Path) -> None:
    """It runs there as at home, and the frame grows with it."""
    frame = f'<iframe src="{host}embed/size-swap/" title="Size swap" width="600" height="200"></iframe>'
    script = f'<script src="{host}embed/embed.js"></script>'
    (served / "around.html").write_text(f"<title>Another site</title>{frame}{script}", encoding="utf-8")
    page.goto(host.replace("127.0.0.1", "localhost").replace("/repo/", "/around.html"))
    inside = page.frame_locator("iframe")

    inside.get_by_label("Price of A").fill("600")

    expect(inside.locator("[data-answer=value]")).to_have_text("2.14", timeout=PATIENCE)
    until(page, "document.querySelector('iframe').clientHeight > 1000")
    assert inside.get_by_role("link", name="The Micro-Influencer Guide").get_attribute("target") == "_blank"


def test_a_frame_believes_nobody_else(page: Page, host: str, served: Path) -> None:
    """A message counts only from the frame itself, not from the page around or another window."""
    script = f'<script src="{host}embed/embed.js"></script>'
    (served / "empty.html").write_text(f'<iframe src="{host}claims/" height="200"></iframe>{script}', encoding="utf-8")
    page.goto(host.replace("127.0.0.1", "localhost").replace("/repo/", "/empty.html"))

    page.evaluate("postMessage({ type: 'guide-embed', height: 4000 }, '*')")
    page.wait_for_timeout(200)

    assert page.locator("iframe").get_attribute("height") == "200"
