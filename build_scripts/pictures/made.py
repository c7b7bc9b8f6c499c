"""Every picture and document of a guide: made before its pages, since these say how large each file is."""

from pathlib import Path

from ..composer import Composer
from ..figures import figure_file
from ..model.figure import Figure
from ..model.guide import Guide
from ..site_config import site_address
from ..values import Values
from .figure_picture import WIDTH, figure_svg
from .studio import Studio, studio


def made(guide: Guide, project: Path, cache: Path) -> dict[str, bytes]:
    """All files by their staged path; what was drawn before and is drawn from the same comes from `cache`."""
    workshop = studio(project, cache)
    files = figure_files(guide, workshop)
    workshop.kept.clear()
    return files


def figure_files(guide: Guide, workshop: Studio) -> dict[str, bytes]:
    """Each figure of the sections as SVG and as PNG."""
    composer, address = Composer(guide, Values(guide), ""), site_address(guide)
    files = {}
    for id_, section in guide.sections.items():
        for figure in (block for block in section.blocks if isinstance(block, Figure)):
            svg = figure_svg(figure, id_, composer, workshop.sheet(WIDTH), address)
            files[figure_file(id_, figure, "svg")] = svg
            files[figure_file(id_, figure, "png")] = workshop.png(svg)
    return files
