"""What was found on which page under which conditions, as a table and a list."""

from dataclasses import dataclass, field
from typing import Literal

from .kinds import kind

type Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Screen:
    """A colour scheme and a width in pixels."""

    scheme: Scheme
    width: int

    def __str__(self) -> str:
        return f"{self.scheme} {self.width}"


SCREENS = (Screen("light", 1440), Screen("dark", 1440), Screen("light", 320), Screen("dark", 320))
"""Every page is read on the first one."""


@dataclass
class Findings:
    """Violations by page and screen; a page without any has an empty list."""

    of: dict[tuple[str, Screen], list[str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many violations there are."""
        return sum(map(len, self.of.values()))

    def table(self, examples: dict[str, str]) -> str:
        """One row a kind of page, one column a screen: how many violations."""
        rows = [["kind of page", "example", *map(str, SCREENS)]]
        for name, address in examples.items():
            counts = [str(len(self.of[address, screen])) for screen in SCREENS]
            rows.append([name, f"/{address}", *counts])
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join(_line(row, widths) for row in rows)

    def once(self) -> str:
        """How many pages were read on the first screen, and what was found there."""
        found = [each for (_, screen), each in self.of.items() if screen == SCREENS[0]]
        return f"every page once, {SCREENS[0]}: {len(found)} pages, {sum(map(len, found))} violations"

    def listed(self) -> list[str]:
        """Each violation with its page and screen."""
        return [
            f"/{address} ({kind(address)}), {screen}: {each}"
            for (address, screen), found in self.of.items()
            for each in found
        ]


def _line(cells: list[str], widths: list[int]) -> str:
    words = [cell.ljust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
    counts = [cell.rjust(width) for cell, width in zip(cells[2:], widths[2:], strict=True)]
    return "  ".join([*words, *counts])
