"""The name of a page where printing finds it: boxes in a sheet's margins know of a page only its root element."""

import re

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
ROOT = re.compile(r"<html\b")


def with_running_head(html: str) -> str:
    """The page with its title on the root element, for the head of each printed sheet.

    >>> with_running_head("<html><title>Rye &amp; wheat</title></html>")
    '<html data-page="Rye &amp; wheat"><title>Rye &amp; wheat</title></html>'
    """
    title = TITLE.search(html)
    words = " ".join(title[1].split()).replace('"', "&#34;") if title else ""
    return ROOT.sub(lambda found: f'{found[0]} data-page="{words}"', html, count=1) if words else html
