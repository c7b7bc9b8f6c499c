"""The infographic's vocabulary: each kind of figure drawn as accessible SVG at build."""

from collections.abc import Callable
from types import ModuleType
from typing import cast

from ..model.figure import Figure
from . import bands, bars, big_number, crowd, dots, pictogram, ranges, slope, stacked_bar, steps, strip_plot
from .drawing import Drawing, Pen

KINDS: dict[str, ModuleType] = {
    "bands": bands,
    "bars": bars,
    "big-number": big_number,
    "crowd": crowd,
    "dots": dots,
    "pictogram": pictogram,
    "ranges": ranges,
    "slope": slope,
    "stacked-bar": stacked_bar,
    "steps": steps,
    "strip-plot": strip_plot,
}


def draw(figure: Figure, pen: Pen) -> Drawing:
    """Draw a figure with the module of its kind."""
    kind: str = figure.kind  # type: ignore[attr-defined]  # every kind of figure has one
    module = KINDS[kind]
    return cast(Callable[[Figure, Pen], Drawing], module.draw)(figure, pen)
