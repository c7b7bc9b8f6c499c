"""Rules of the site's style sheets, so that a picture which leaves the site takes its looks from the same place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tinycss2

VARIABLE = re.compile(r"var\((--[\w-]+)\)")


@dataclass(frozen=True)
class Rule:
    """One selector with its declarations; `media` is empty outside of every condition."""

    selector: str
    media: str
    values: dict[str, str]


def rules(css: str) -> Iterator[Rule]:
    """Every rule in the order of the sheet, those inside of `@media` too.

    >>> list(rules(".a, .b { fill: red }"))[1]
    Rule(selector='.b', media='', values={'fill': 'red'})
    """
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield from _rules(rule, "")
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                yield from _rules(inner, tinycss2.serialize(rule.prelude).strip())


def resolved(value: str, variables: dict[str, str]) -> str:
    """A value with every variable replaced by what it stands for.

    >>> resolved("3px var(--a)", {"--a": "var(--b)", "--b": "#fff"})
    '3px #fff'
    """
    while VARIABLE.search(value):
        value = VARIABLE.sub(lambda found: variables[found[1]], value)
    return value


def _rules(rule: tinycss2.ast.Node, media: str) -> Iterator[Rule]:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    values = {each.name: tinycss2.serialize(each.value).strip() for each in found if each.type == "declaration"}
    for selector in tinycss2.serialize(rule.prelude).split(","):
        yield Rule(" ".join(selector.split()), media, values)
