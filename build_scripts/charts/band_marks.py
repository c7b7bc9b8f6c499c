"""The marks of bands: stretches with their names inside, and the line of the example."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ..model.figure import BandsFigure
from ..model.source import Segment
from .canvas import Canvas, Spot
from .drawing import Pen
from .scales import Scale
from .text_width import styled_width, wrap

BAR, HALO = 32, 4
LABEL, CALLED = "g-text--strong g-text--red", "is called"


@dataclass(frozen=True)
class Place:
    """What every mark needs to know of the figure."""

    figure: BandsFigure
    pen: Pen
    scale: Scale

    @property
    def example(self) -> float:
        """Where the example's line stands."""
        return self.scale(float(self.figure.example))


def holds(segment: Segment, number: Decimal) -> bool:
    """Whether a number lies in a stretch: lower end inclusive, upper end exclusive."""
    return segment.start <= number and (segment.end is None or number < segment.end)


def draw_segment(canvas: Canvas, place: Place, segment: Segment, top: float) -> None:
    """One stretch; its name stands inside, beside the example's line, or is dropped."""
    scale, figure = place.scale, place.figure
    start = scale(max(float(segment.start), scale.low))
    end = scale(scale.high if segment.end is None else max(float(segment.end), scale.low))
    highlight = segment.name == figure.highlight
    kind = "--highlight" if highlight else "--example" if holds(segment, figure.example) else ""
    canvas.add("rect", x=start + 1, y=top, width=max(1, end - start - 2), height=BAR, class_=f"g-band-mark{kind}")
    tone = "g-text--on-blue" if highlight else "g-text--quiet" if not kind else "g-text--strong"
    class_, clear = f"g-text--small {tone}", HALO + 5
    room = styled_width(segment.name, class_)
    spots = (start + 9, place.example + clear if start < place.example < end else start + 9)
    fits = (x for x in spots if x + room <= end - 6 and not x - clear < place.example < x + room + clear - 1)
    x = next(fits, None)
    if x is not None:
        canvas.text(x, top + 21, segment.name, class_)


def draw_example(canvas: Canvas, place: Place, head: float, bottom: float, *, narrow: bool) -> list[Markup]:
    """Take the room of the dashed line and label it; the marks to be drawn over the stretches."""
    x, marks = place.example, Canvas(canvas.width, taken=canvas.taken)
    marks.line(x, head - 16, x, bottom, "g-halo-line")
    marks.line(x, head - 16, x, bottom, "g-mark--red-dashed")
    canvas.keep_clear(x - HALO, head - 16, x + HALO, bottom)
    marks.circle(x, head - 22, 6, "g-mark--red-hollow")
    words = place.figure.example_label
    y, half = head - 17, styled_width(words, LABEL) / 2
    if not narrow:
        canvas.text(canvas.width, y, CALLED, "g-text--small g-text--strong", "end")
    over = (min(max(x, half), canvas.width - half), head - 34, "middle")
    spots: list[Spot] = [(x + 13, y, "start"), (x - 13, y, "end"), over]
    if not canvas.place(words, LABEL, *(reversed(spots) if narrow else spots)):
        for index, line in enumerate(wrap(words, canvas.width, LABEL)[:2]):
            canvas.text(0, 13 + 18 * index, line, LABEL)
    return marks.parts
