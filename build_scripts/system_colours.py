"""The dark colours for pages that have no switch: they follow the reader's system, and need no script for it."""

from .pictures.css_rules import rules

DARK = '[data-md-color-scheme="guide-dark"]'
SCREEN = "screen"
SYSTEM = "screen and (prefers-color-scheme: dark) and (forced-colors: none)"
NAME = "stylesheets/system-colours.css"


def system_colours(tokens: str) -> bytes:
    """A sheet, to be loaded last, with the dark tokens of `docs/stylesheets/tokens.css` for dark systems.

    >>> print(system_colours('@media screen { [data-md-color-scheme="guide-dark"] { --g-ink: #fff } }').decode())
    @media screen and (prefers-color-scheme: dark) and (forced-colors: none) {
      :root {
        --g-ink: #fff;
      }
    }
    <BLANKLINE>
    """
    values = next(rule.values for rule in rules(tokens) if (rule.selector, rule.media) == (DARK, SCREEN))
    lines = [f"    {name}: {value};" for name, value in values.items()]
    return "\n".join([f"@media {SYSTEM} {{", "  :root {", *lines, "  }", "}", ""]).encode()
