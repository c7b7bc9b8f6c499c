"""What is known to differ from MkDocs, by engine: patterns of differences as they are printed, and why."""

import re

MOVED = (
    "a link to a page beside this one (../other/) in an HTML block leads one folder too high: "
    "Zensical reads it as the address of a file"
)

KNOWN: dict[str, dict[re.Pattern[str], str]] = {
    "zensical": {re.compile(r"[+-] link (guide|calculators|contribute)/\S* \S+"): MOVED},
}
