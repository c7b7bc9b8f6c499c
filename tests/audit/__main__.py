"""Read every page once with axe, and one page of each kind in both schemes on a wide and on a narrow screen."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from build_scripts.pipeline import check
from build_scripts.site_address import site_address
from tests.browser import chromium
from tests.browser.axe import violations
from tests.browser.host import Host, hosting

from .findings import SCREENS, Findings, Screen
from .kinds import addresses, examples


def audit(browser: Browser, site: Path, address: str) -> tuple[Findings, dict[str, str]]:
    """Read a built site that was made for `address`; the findings, and which page stands for which kind."""
    pages = addresses(site)
    chosen = examples(pages)
    findings = Findings()
    with _hosting(site, address) as host:
        for screen in SCREENS:
            read = list(pages) if screen == SCREENS[0] else list(chosen.values())
            for place, found in _found(browser, host, screen, read):
                findings.of[place, screen] = found
    return findings, chosen


@contextmanager
def _hosting(site: Path, address: str) -> Iterator[str]:
    """The site under the path that it was made for: the page for lost readers names it."""
    base = urlsplit(address).path.strip("/")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "host", base)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(site.resolve())
        with hosting(Path(folder, "host"), type("SiteHost", (Host,), {"base": base})) as root:
            yield f"{root}{base}/" if base else root


def _found(browser: Browser, host: str, screen: Screen, places: list[str]) -> Iterator[tuple[str, list[str]]]:
    page = browser.new_page(
        viewport={"width": screen.width, "height": 900},
        color_scheme=screen.scheme,
        reduced_motion="reduce",
        service_workers="block",
    )
    for place in places:
        page.goto(host + place)
        found = violations(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("the page is wider than the screen")
        yield place, found
    page.close()


def main(directory: Path) -> int:
    """Print what was found on a guide's site; 1 when there is anything."""
    guide = check(directory).guide
    if guide is None:
        print("the guide has errors: make check", file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.arguments())
        findings, chosen = audit(browser, directory / "site", site_address(guide))
        browser.close()
    print(findings.table(chosen), findings.once(), *findings.listed(), sep="\n")
    return 1 if findings.total else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
