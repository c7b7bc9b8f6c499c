"""Pages that are staged one by one while others are still rendered, for the process that converts them meanwhile."""

from pathlib import Path

from .half_process import Other
from .model.guide import Guide
from .page import Page
from .site_address import repository
from .write import replace


class Ahead:
    """Stages each page that is ready, and lets the other process have it.

    Args:
        guide: The guide whose pages they are.
        docs: Where they are staged.
        other: Converts them.

    Attributes:
        changed: How many have other bytes than before.
    """

    def __init__(self, guide: Guide, docs: Path, other: Other) -> None:
        self._repository, self._docs, self._other = repository(guide), docs, other
        self.changed = 0

    def stage(self, page: Page) -> None:
        """Write the page, and hand it on."""
        self.changed += replace(self._docs / page.path, page.markdown(self._repository))
        self._other.take(page.path)
