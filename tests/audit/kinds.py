"""The kinds of page a site has, and one page to stand for each."""

from pathlib import Path


def addresses(site: Path) -> dict[str, Path]:
    """Every page's file by its site path, the page for lost readers among them."""
    pages = {path.parent.relative_to(site).as_posix() + "/": path for path in sorted(site.rglob("index.html"))}
    return {address.removeprefix("./"): path for address, path in pages.items()} | {"404.html": site / "404.html"}


def kind(address: str) -> str:
    """What pages at such addresses have in common.

    >>> [kind(each) for each in ("", "claims/", "guide/what-it-costs/", "calculators/size-swap/de/", "404.html")]
    ['home', 'claims', 'guide/*', 'calculators/*/*', '404.html']
    """
    first, *others = address.strip("/").split("/")
    return "/".join([first or "home", *("*" for _ in others)])


def examples(pages: dict[str, Path]) -> dict[str, str]:
    """The longest page of each kind, since most can go wrong there."""
    found: dict[str, str] = {}
    for address, path in pages.items():
        other = found.get(kind(address))
        if other is None or path.stat().st_size > pages[other].stat().st_size:
            found[kind(address)] = address
    return found
