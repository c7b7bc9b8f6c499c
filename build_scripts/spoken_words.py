"""Words that templates and drawings say as they come, by the modules that they come from."""

from .charts.bands import NO_NAME
from .charts.dots import APART
from .claims import SIGNS
from .composer import QUOTED
from .figures import OFFERED
from .grades import GRADES
from .ledger import CELLS
from .model.source import NOT_STATED
from .related import KINDS
from .site_map import NAMES

NAMED = {
    "charts/bands.py": [NO_NAME, "open"],
    "charts/dots.py": [APART],
    "charts/strip_plot.py": ["median", "mean"],
    "claims.py": [*SIGNS],
    "composer.py": [QUOTED],
    "figures.py": [*OFFERED],
    "grades.py": [each.words for each in GRADES.values()],
    "ledger.py": [*CELLS, NOT_STATED],
    "related.py": [*KINDS.values()],
    "site_map.py": [*NAMES],
}
