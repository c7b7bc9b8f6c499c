"""The tokens as the style guide shows them, read from the one file that says them."""

from dataclasses import dataclass

from .contrast import contrast
from .pictures.css_rules import resolved, rules
from .system_colours import DARK, SCREEN


@dataclass(frozen=True)
class Swatch:
    """A colour in light and dark, with its contrast on the ground of each: literal values."""

    name: str
    colours: tuple[str, str]
    contrasts: tuple[str, str]


@dataclass(frozen=True)
class Tokens:
    """Colours, and the names and values of type sizes and spaces."""

    swatches: list[Swatch]
    sizes: list[tuple[str, str]]
    spaces: list[tuple[str, str]]


def tokens(css: str) -> Tokens:
    """What stands in tokens.css, in its order.

    >>> css = ":root { --g-ground: #fff; --g-ink: #000; --g-size-text: 1rem; --g-space-1: 4px }"
    >>> dark = "[data-md-color-scheme='guide-dark'] { --g-ink: #fff; --g-ground: #000 }"
    >>> found = tokens(f"{css} @media screen {{ {dark} }}")
    >>> found.swatches[1].contrasts, found.sizes, found.spaces
    (('21.0', '21.0'), [('text', '1rem')], [('1', '4px')])
    """
    found = list(rules(css))
    light = next(each.values for each in found if (each.selector, each.media) == (":root", ""))
    dark = light | next(
        each.values for each in found if (each.selector.replace("'", '"'), each.media) == (DARK, SCREEN)
    )
    inks = [name for name, value in light.items() if value.startswith("#")]
    return Tokens([_swatch(name, light, dark) for name in inks], _named(light, "size"), _named(light, "space"))


def _swatch(name: str, *schemes: dict[str, str]) -> Swatch:
    inks = [(resolved(scheme[name], scheme), scheme["--g-ground"]) for scheme in schemes]
    measured = [f"{contrast(*pair):.1f}" for pair in inks]
    return Swatch(name.removeprefix("--g-"), (inks[0][0], inks[1][0]), (measured[0], measured[1]))


def _named(light: dict[str, str], kind: str) -> list[tuple[str, str]]:
    prefix = f"--g-{kind}-"
    return [(name.removeprefix(prefix), value) for name, value in light.items() if name.startswith(prefix)]
