"""What the classes of a picture's marks mean, as presentation attributes: the same rules that style the page."""

import re
from dataclasses import dataclass

from .css_rules import resolved, rules
from .inks import Inks

PAINT = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
)
CLASS = re.compile(r"\.(g-[\w-]+)")
FONT = re.compile(r"(?P<weight>\d+) (?P<size>[\d.]+)px(?:/[\d.]+)? (?P<family>.+)")
PICTURE = "g-chart"
"""The class of a whole picture: what its marks inherit."""


class UnknownClassError(LookupError):
    """A mark of a picture has a class that no style sheet explains."""


@dataclass(frozen=True)
class Lettering:
    """How a text is set."""

    family: str
    size: float
    weight: int
    tracking: float = 0.0


class PictureStyles:
    """Resolves classes by the sheets' rules for single classes; the later rule wins, as in the page."""

    def __init__(self, sheets: str, inks: Inks) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        self._order: dict[str, int] = {}
        for rule in rules(sheets):
            single = CLASS.fullmatch(rule.selector)
            if single and not rule.media:
                self._order[single[1]] = len(self._order)
                literal = {name: resolved(value, inks) for name, value in rule.values.items() if "clamp" not in value}
                self._rules.setdefault(single[1], {}).update(literal)

    def paint(self, classes: str) -> dict[str, str]:
        """Presentation attributes of a mark.

        Raises:
            UnknownClassError: When the sheets have no rule for one of its classes.
        """
        found = self._declared(classes)
        return {name: found[name].removesuffix("px") for name in PAINT if name in found}

    def lettering(self, classes: str) -> Lettering:
        """Face, size and weight of a text."""
        found = self._font({}, self._rules[PICTURE])
        for name in self._in_order(classes):
            found = self._font(found, self._rules[name])
        tracking = found.get("tracking", "0").removesuffix("em")
        return Lettering(found["family"], float(found["size"]), int(found["weight"]), float(tracking))

    def _declared(self, classes: str) -> dict[str, str]:
        return {name: value for each in self._in_order(classes) for name, value in self._rules[each].items()}

    def _in_order(self, classes: str) -> list[str]:
        names = classes.split()
        for name in names:
            if name not in self._rules:
                raise UnknownClassError(f"no style sheet has a rule for .{name} alone; give it one")
        return sorted(names, key=self._order.__getitem__)

    @staticmethod
    def _font(known: dict[str, str], rule: dict[str, str]) -> dict[str, str]:
        short = FONT.match(rule.get("font", ""))
        found = known | (short.groupdict() if short else {})
        named = {"size": "font-size", "weight": "font-weight", "tracking": "letter-spacing"}
        return found | {name: rule[each].removesuffix("px") for name, each in named.items() if each in rule}
