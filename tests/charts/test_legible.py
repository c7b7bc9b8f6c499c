"""In a real browser, with the real typefaces, every label can be read at every width."""

from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .cases import CASES, case, read

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
LOOK = (Path(__file__).parent / "legible.mjs").read_text(encoding="utf-8").partition("\n")[2].strip().rstrip(";")
WIDTHS = (1200, 1124, 808, 720, 719, 544, 543, 360, 328, 288)


def _data(name: str) -> str:
    path = PROJECT / f"node_modules/@fontsource-variable/{name}/files/{name}-latin-wght-normal.woff2"
    return f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}"


@pytest.fixture(scope="module")
def sheet() -> str:
    """The site's tokens and the figures' style, with the typefaces inside."""
    sheets = (PROJECT / f"docs/stylesheets/{name}.css" for name in ("tokens", "figure"))
    styles = "".join(path.read_text(encoding="utf-8") for path in sheets)
    for name in ("besley", "public-sans"):
        assert f"../fonts/{name}.woff2" in styles
        styles = styles.replace(f"../fonts/{name}.woff2", _data(name))
    return f"<style>{styles}</style>"


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_labels_can_be_read(path: Path, browser: Browser, sheet: str) -> None:
    """No label lies on another one, none leaves its picture, none is smaller than 13 pixels."""
    pictures = case(read(path)).draw().pictures.values()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    html = f'<main class="md-typeset"><div class="g-figure__picture">{"".join(pictures)}</div></main>'
    page.set_content(f"<!doctype html>{sheet}<body data-md-color-scheme=guide-light>{html}")
    page.evaluate("document.fonts.ready")
    unread = {}
    for width in WIDTHS:
        page.locator("main").evaluate("(main, width) => { main.style.width = `${width}px`; }", width)
        unread[width] = page.evaluate(LOOK)
    page.close()

    assert unread == {width: [] for width in WIDTHS}
