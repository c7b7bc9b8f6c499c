"""The three readers that are measured: their line, their machine and their screen."""

from dataclasses import dataclass
from typing import TypedDict

from playwright.sync_api import ViewportSize


class Screen(TypedDict):
    """What the browser pretends to have."""

    viewport: ViewportSize
    device_scale_factor: float
    is_mobile: bool
    has_touch: bool


@dataclass(frozen=True)
class Line:
    """A network line; zero means as fast as this machine."""

    megabits: float = 0
    latency: float = 0
    """Milliseconds that a new connection and each request take longer."""


@dataclass(frozen=True)
class Profile:
    """One reader's conditions."""

    name: str
    line: Line
    slowdown: int
    small: bool

    @property
    def screen(self) -> Screen:
        """A phone's or a desktop's screen."""
        size = (412, 823) if self.small else (1440, 900)
        return {
            "viewport": {"width": size[0], "height": size[1]},
            "device_scale_factor": 1.75 if self.small else 1,
            "is_mobile": self.small,
            "has_touch": self.small,
        }

    def __str__(self) -> str:
        if not self.line.megabits:
            return f"{self.name}: no throttling"
        return f"{self.name}: {self.line.megabits:g} Mbit/s, {self.line.latency:g} ms, CPU {self.slowdown}× slower"


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("desktop", Line(), 1, small=False),
        Profile("phone", Line(9, 60), 4, small=True),
        Profile("slow-phone", Line(1.6, 150), 4, small=True),
    )
}
