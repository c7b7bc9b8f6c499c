"""Build the staged files with each way out and list what its site has or lacks; 1 when that is not what is known."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from .engines import ENGINES, BuildError, Engine, built
from .inventory import Inventory, differences, inventory
from .known import known_reason

MOST_LINES = 40


def main() -> int:
    """Compare every engine."""
    environments, guide = Path(sys.argv[1]), Path(sys.argv[2])
    expected = inventory(guide / "site")
    print(f"MkDocs: {counted(expected)}")
    surprises = [compared(engine, environments, guide, expected) for engine in ENGINES]
    return 1 if any(surprises) else 0


def compared(engine: Engine, environments: Path, guide: Path, expected: Inventory) -> int:
    """Print what one engine does differently, and count what nobody expected."""
    with tempfile.TemporaryDirectory(prefix="portability-") as room:
        try:
            found = inventory(built(engine, environments, guide, Path(room)))
        except BuildError as error:
            print(f"{engine.name}: does not build the site\n{error}")
            return 1
    listed = differences(expected, found)
    reasons = [(each, known_reason(engine.name, each, found, guide / "build/docs")) for each in listed]
    known = Counter(reason for _, reason in reasons if reason)
    surprises = [each for each, reason in reasons if not reason]
    print(f"{engine.name}: {counted(found)}")
    for reason, count in known.items():
        print(f"  known, {count} times: {reason}")
    for each in surprises[:MOST_LINES]:
        print(f"  {each}")
    if surprises:
        print(f"  {len(surprises)} differences that nobody expected")
    return len(surprises)


def counted(found: Inventory) -> str:
    """How much a site has of each kind."""
    anchors, links = (sum(len(getattr(each, part)) for each in found.values()) for part in ("anchors", "links"))
    return f"{len(found)} pages, {anchors} anchors, {links} internal links"


if __name__ == "__main__":
    sys.exit(main())
