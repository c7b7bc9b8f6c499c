"""The site's one Content-Security-Policy: the same text on every page, so that it holds when pages change in place.

Instant navigation keeps the policy of the page that was opened first. So each page allows the inline scripts of all
pages, by their hashes, and nothing else that is inline. Only the theme's scripts are allowed so: a script that came in
with the content is a problem, not one hash more.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .inline_code import InlineCode
from .problem import Problem

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # WebAssembly for Python; it doesn't allow eval
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's style sheet holds its icons
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
HASHED = "script-src"

CHARSET = re.compile(r"""<meta charset=["']?utf-8["']?\s*/?>""", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
ALIGNED = re.compile(r'<(th|td) style="text-align: (left|center|right);">')
HOLE = re.compile(r"\{\{.*?\}\}")
ADDRESS = r"[\w./~%-]*"
"""What may stand where a template of the theme puts an address into its script."""


@dataclass(frozen=True)
class Policy:
    """The policy's text, and the problems for which no page may have it yet."""

    text: str
    problems: list[Problem]


def policy(files: Mapping[str, str], theme: Iterable[str]) -> Policy:
    """Read every page and SVG file of a site.

    Args:
        files: Texts by path in the site; pages end in ``.html``.
        theme: The texts of the theme's templates whose inline scripts may run.
    """
    known = [pattern for template in theme for pattern in _patterns(template)]
    read = [InlineCode(name, text.replace("\r\n", "\n")) for name, text in files.items()]
    problems = [problem for code in read for problem in [*code.problems, *_strangers(code, known)]]
    bare = [name for name, text in files.items() if name.endswith(".html") and not _declared(text)]
    hashes = {_hash(script) for code in read for script, *_ in code.scripts}
    return Policy(_text(hashes), sorted([*problems, *map(_bare, bare)]))


def aligned(html: str) -> str:
    """A page whose Markdown tables are aligned by classes; Markdown writes style attributes, which the policy blocks.

    >>> aligned('<th style="text-align: right;">')
    '<th class="g-align-right">'
    """
    return ALIGNED.sub(r'<\1 class="g-align-\2">', html)


def sealed(html: str, text: str) -> str:
    """A page with the policy before anything that it rules."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{text}">'
    return CHARSET.sub(lambda charset: f"{charset[0]}\n  {meta}", html, count=1)


def _text(hashes: Iterable[str]) -> str:
    allowed = DIRECTIVES | {HASHED: " ".join([DIRECTIVES[HASHED], *sorted(hashes)])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _patterns(template: str) -> Iterable[re.Pattern[str]]:
    """Each inline script of a template, with any address where the template has one."""
    for script in SCRIPT.finditer(template):
        if "src=" not in script["attributes"]:
            yield re.compile(ADDRESS.join(re.escape(part) for part in HOLE.split(script["text"])))


def _strangers(code: InlineCode, known: list[re.Pattern[str]]) -> Iterable[Problem]:
    message, remedy = "an inline script that the theme did not put here", "make it a file of docs/javascripts"
    for script, line, column in code.scripts:
        if not any(pattern.fullmatch(script) for pattern in known):
            yield Problem(code.name, line, column, "<script>", message, remedy)


def _declared(html: str) -> bool:
    """Whether the charset, which the policy follows, comes before every script."""
    return CHARSET.search(html.partition("<script")[0]) is not None


def _bare(name: str) -> Problem:
    return Problem(name, 1, 1, "", "nothing names the charset", "begin head with <meta charset=utf-8>")
