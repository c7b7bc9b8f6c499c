"""Charts before and after, each as an SVG file that stands alone."""

import re
from collections.abc import Iterator
from pathlib import Path

from markupsafe import escape

from ..addresses import address
from ..charts import draw
from ..charts.drawing import Drawing
from ..composer import Composer
from ..figures import pen
from ..model.figure import Figure
from ..model.guide import Guide
from ..values import Values
from .model import Picture

SHEETS = Path(__file__).resolve().parent.parent.parent / "docs/stylesheets"
SIZES = ("column", "full", "medium", "narrow", "all")
"""The first that a figure has is shown: the width of the text column, where it has a layout of its own."""

GAP = 24
RULE = re.compile(r"^(\.g-[\w-]+(?:, \n?\.g-[\w-]+)*) \{([^}]*)\}", re.MULTILINE)
SVG = re.compile(r'<svg class="([^"]*)" viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*?)</svg>', re.DOTALL)


def pictures(before: Guide, after: Guide, was: dict[str, str]) -> list[Picture]:
    """Every chart that is drawn differently; `was` gives the old id of a renamed one."""
    old, new = _drawn(before), _drawn(after)
    found = []
    for ref in [*new, *(ref for ref in old if ref not in {*new, *was.values()})]:
        former, now = old.get(was.get(ref, ref)), new.get(ref)
        if former is None or now is None or former[1].pictures != now[1].pictures:
            title = (now or former or ("",))[0]
            found.append(Picture(ref, title, _alone(former), _alone(now)))
    return found


def _drawn(guide: Guide) -> dict[str, tuple[str, Drawing]]:
    found = {}
    for id_ in guide.settings.sections:
        composer = Composer(guide, Values(guide), address(f"section:{id_}"))
        for block in guide.sections[id_].blocks:
            if isinstance(block, Figure):
                found[f"{id_}/{block.id}"] = (composer.writer.plain(block.title), draw(block, pen(block, composer)))
    return found


def _alone(drawn: tuple[str, Drawing] | None) -> str | None:
    """One file that needs no other; None for a figure made of words."""
    if drawn is None:
        return None
    title, drawing = drawn
    picture = next(str(drawing.pictures[size]) for size in SIZES if size in drawing.pictures)
    parts = [(classes, float(width), float(height), inner) for classes, width, height, inner in SVG.findall(picture)]
    if not parts:
        return None
    width = sum(part[1] for part in parts) + GAP * (len(parts) - 1)
    height = max(part[2] for part in parts)
    words = f"<title>{escape(title)}</title><desc>{escape(drawing.description)}</desc>"
    sides = [f"{side + 2 * GAP:g}" for side in (width, height)]
    frame = f'viewBox="{-GAP} {-GAP} {sides[0]} {sides[1]}" width="{sides[0]}" height="{sides[1]}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{words}'
        f"<style>{escape(_style(picture))}</style>{''.join(_beside(parts))}</svg>\n"
    )


def _beside(parts: list[tuple[str, float, float, str]]) -> Iterator[str]:
    """Several grids or crowds stand side by side, as on a wide page."""
    left = 0.0
    for classes, width, height, inner in parts:
        size = f'x="{left:g}" width="{width:g}" height="{height:g}"'
        yield f'<svg class="{classes}" {size} overflow="visible">{inner}</svg>'
        left += width + GAP


def _style(picture: str) -> str:
    """The light inks, and the rules of the classes that the picture has."""
    classes = {name for group in re.findall(r'class="([^"]*)"', picture) for name in group.split()}
    tokens = (SHEETS / "tokens.css").read_text(encoding="utf-8")
    inks = re.findall(
        r"^  (--g-[\w-]+: [^;]+;)", tokens[tokens.index(":root {") : tokens.index("@media")], re.MULTILINE
    )
    rules = [
        f"{selector}{{{' '.join(body.split())}}}"
        for selector, body in RULE.findall((SHEETS / "figure.css").read_text(encoding="utf-8"))
        if set(re.findall(r"[\w-]+", selector)) & classes and not selector.startswith(".g-chart")
    ]
    base = "svg{background:var(--g-ground);fill:var(--g-ink);font:400 15px var(--g-text)}"
    return f":root{{{''.join(inks)}}}{base}{''.join(rules)}"
