"""Texts: every number comes from its statistic, every link leads somewhere, nothing is raw HTML."""

import re
from collections.abc import Callable, Iterator

from ..addresses import PAGES
from ..model.base import TextKind
from ..prose import INTERNAL, SCHEMES, links, references, words
from ..validate import Checked, Files, Finding, Rule
from ..walk import Marked
from ..wording import nearest
from ..yaml_reader import Path_
from .reference_rules import value_findings

NUMBER = r"[.,]?\d(?:[\d.,]*\d)?"
CODES = "(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|INR)"
BARE_NUMBER = re.compile(
    rf"(?:[$€£¥₹]|\b{CODES})\s?{NUMBER}(?:\s?[kKmM]\b)?"
    rf"|{NUMBER}\s?(?:[%％‰€£¥₹¢]|percent(?:age points?)?\b|per cent\b|(?:{CODES}|dollars|euros|cents)\b)"
)
DIGIT = re.compile(r"\d")
RAW_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
UNCLOSED = re.compile(r"(\[[=@~])[^\]]*\Z")
UNREAD_LINK = re.compile(r"\]\(([^)]*)\)")


def _texts(checked: Files, *, markdown: bool | None = None, with_any: str = "") -> Iterator[tuple[str, Marked]]:
    """Texts that have a character of a kind at all: most have none, and need not be taken apart."""
    there = re.compile(with_any)
    for file, each in checked.marked:
        if isinstance(each.kind, TextKind) and markdown in (None, each.kind.markdown) and there.search(each.text):
            yield file, each


def no_bare_numbers(checked: Files) -> Iterator[Finding]:
    """A percentage or a price in a sentence comes from its statistic."""
    for file, each in _texts(checked, markdown=True, with_any=r"[\d&]"):
        plain = " ".join(words(each.text))
        for found in BARE_NUMBER.findall(plain) if DIGIT.search(plain) else ():
            number = found.strip()
            remedy = f"write [=statistic-id], or [~{number}] when it is an example"
            yield Finding(file, each.path, f"the figure “{number}” has no source", remedy)


def no_raw_html(checked: Files) -> Iterator[Finding]:
    """Text holds no HTML tags."""
    for file, each in _texts(checked, markdown=True, with_any="[<&]"):
        for tag in RAW_HTML.findall(" ".join(words(each.text))):
            remedy = "use Markdown, or put it between backticks to show it as it is"
            yield Finding(file, each.path, f"raw HTML is not allowed (“{tag}”)", remedy)


def references_resolve(checked: Checked) -> Iterator[Finding]:
    """Values and citations named in a text exist."""
    sources = checked.names("source")
    for file, each in _texts(checked, markdown=True):
        for reference in references(each.text):
            if reference.mark == "=":
                yield from value_findings(checked, file, each.path, reference.body)
                yield from _lists(checked, file, each.path, reference.body)
            elif reference.mark == "@" and reference.body not in sources:
                remedy = nearest(reference.body, sources, "write its file under content/sources")
                yield Finding(file, each.path, f"there is no source “{reference.body}”", remedy)


def _lists(checked: Checked, file: str, path: Path_, ref: str) -> Iterator[Finding]:
    value = checked.found(ref)
    if value and value.many:
        yield Finding(file, path, f"“{ref}” is a list, which only a picture can show", "name its mean or its median")


def brackets_are_read(checked: Files) -> Iterator[Finding]:
    """A reference ends with its bracket, and what looks like a link is one."""
    for file, each in _texts(checked, markdown=True, with_any=r"[][&]"):
        for run in words(each.text):
            for mark in UNCLOSED.findall(run):
                remedy = "close it with “]”, or put it between backticks to show it as it is"
                yield Finding(file, each.path, f"the bracket of “{mark}” is not closed", remedy)
            for address in UNREAD_LINK.findall(run):
                remedy = "leave references out of a link's text and spaces out of its address"
                yield Finding(file, each.path, f"the link to “{address}” can't be read", remedy)


def links_lead_somewhere(checked: Checked) -> Iterator[Finding]:
    """A link names a page of this guide, or an address that starts with https:// or mailto:."""
    for file, each in _texts(checked, markdown=True):
        for address in links(each.text):
            scheme, _, name = address.partition(":")
            if scheme in INTERNAL:
                names = set(PAGES) if scheme == "page" else checked.names(scheme)
                if name not in names:
                    remedy = nearest(name, names, "name one that exists")
                    yield Finding(file, each.path, f"the link leads to no {scheme} “{name}”", remedy)
            elif not address.startswith(SCHEMES):
                remedy = "use https://, mailto:, section:id, claim:id, calculator:id, term:id or page:name"
                yield Finding(file, each.path, f"a link may not lead to “{address}”", remedy)


ALONE: list[Callable[[Files], Iterator[Finding]]] = [no_bare_numbers, no_raw_html, brackets_are_read]
RULES: list[Rule] = [*ALONE, references_resolve, links_lead_somewhere]
