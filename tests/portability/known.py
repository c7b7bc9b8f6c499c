"""What is known to differ from MkDocs, by engine: patterns of differences as they are printed, and why."""

import re

KNOWN: dict[str, dict[re.Pattern[str], str]] = {}
