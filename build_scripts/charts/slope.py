"""Slope: the break-even line between two sizes, both winning sides named, readings on either side."""

from ..model.figure import Slope, SlopePoint
from .drawing import Drawing, Pen, Table, at_every_width, number_of
from .scales import Scale, round_up, ticks
from .svg import Canvas, element, number, text_width

LEFT, TOP, BOTTOM, RIGHT = 56, 40, 58, 14


def draw(figure: Slope, pen: Pen) -> Drawing:
    """On the line both sides bring the same."""
    ratio = number_of(pen.value(figure.x_size)) / number_of(pen.value(figure.y_size))
    times = pen.values.format(ratio, "count", 2)
    points = [(point, pen.value(point.x), pen.value(point.y)) for point in figure.points]
    said = [f"{point.label}: {pen.text(x)} against {pen.text(y)}" for point, x, y in points]
    description = f"Both sides are equal where {figure.y_label} is {times} times {figure.x_label}. {'; '.join(said)}."
    rows = tuple((point.label, pen.text(x), pen.text(y)) for point, x, y in points)
    table = Table(("", figure.x_label, figure.y_label), rows, (False, True, True))
    giant = element("div", element("p", f"{times}×", class_="g-big__value"), class_="g-big")
    plots = at_every_width(lambda width, narrow: _layout(figure, ratio, pen, width, narrow), description)
    pictures = {"number": giant, **plots}
    return Drawing(pictures, description, table, tuple(value for _, x, y in points for value in (x, y)))


def _layout(figure: Slope, ratio: float, pen: Pen, width: float, narrow: bool) -> Canvas:
    readings = [(p, number_of(pen.value(p.x)), number_of(pen.value(p.y))) for p in figure.points]
    high = round_up(max(*(y for _, _, y in readings), *(x * ratio for _, x, _ in readings)) * 1.1)
    wide = min(width, 620.0)
    x_scale = Scale(0, high / ratio, LEFT, wide - RIGHT)
    height = (wide - LEFT - RIGHT) * (0.95 if narrow else 0.8)
    y_scale = Scale(0, high, TOP + height, TOP)
    canvas = Canvas(wide, TOP + height + BOTTOM)
    _sides(canvas, figure, x_scale, y_scale, pen)
    _axes(canvas, figure, x_scale, y_scale, pen, narrow=narrow)
    places = [(point, x_scale(x), y_scale(y)) for point, x, y in readings]
    path = "L".join(f"{number(x)} {number(y)}" for _, x, y in places)
    canvas.add("path", d=f"M{path}", class_="g-mark--ink-dotted")
    for place in places:
        _point(canvas, place, pen)
    return canvas


def _sides(canvas: Canvas, figure: Slope, x: Scale, y: Scale, pen: Pen) -> None:
    canvas.add("path", d=f"M{number(x.start)} {number(y.start)}V{number(y.end)}H{number(x.end)}z", class_="g-side")
    canvas.line(x.start, y.start, x.end, y.end, "g-mark--ink-line")
    canvas.text(x.start + 14, y.end + 26, pen.plain(figure.y_wins), "g-text--strong")
    canvas.text(x.end - 4, y.start - 16, pen.plain(figure.x_wins), "g-text--strong", "end")


def _axes(canvas: Canvas, figure: Slope, x: Scale, y: Scale, pen: Pen, *, narrow: bool) -> None:
    like = pen.value(figure.points[0].x)
    canvas.line(x.start, y.end, x.start, y.start, "g-axis")
    canvas.line(x.start, y.start, x.end, y.start, "g-axis")
    for tick in ticks(0, x.high, 4 if narrow else 6):
        canvas.text(x(tick), y.start + 22, pen.tick(tick, like), "g-text--small", "middle")
    for tick in ticks(0, y.high, 6)[1:]:
        canvas.text(x.start - 10, y(tick) + 5, pen.tick(tick, like), "g-text--small", "end")
    canvas.text(0, y.end - 20, figure.y_label, "g-text--small g-text--quiet")
    canvas.text(x.end, y.start + 46, figure.x_label, "g-text--small g-text--quiet", "end")


def _point(canvas: Canvas, place: tuple[SlopePoint, float, float], pen: Pen) -> None:
    point, x, y = place
    canvas.add("circle", cx=x, cy=y, r=9, class_="g-mark--red-hollow" if point.hollow else "g-mark--blue")
    words = f"{pen.text(pen.value(point.x))} / {pen.text(pen.value(point.y))}"
    half = max(text_width(point.label), text_width(words)) / 2
    middle = min(max(x, LEFT + half + 4), canvas.width - half - 4)
    drop = 26 if point.hollow else -32
    canvas.text(middle, y + drop, point.label, "g-text--strong g-halo", "middle")
    canvas.text(middle, y + drop + 18, words, "g-text--small g-halo", "middle")
