"""A pen that writes outlines as short SVG paths: whole units, each point from the one before."""

from fontTools.pens.basePen import BasePen

type Point = tuple[float, float]


class OutlinePen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Collects one glyph."""

    def __init__(self) -> None:
        super().__init__(None)
        self.path = ""
        self._at = (0, 0)
        self._start = (0, 0)

    def _moveTo(self, point: Point) -> None:  # noqa: N802  # the pen protocol's name
        self._write("m", point)
        self._start = self._at

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        x, y = round(point[0]), round(point[1])
        if y == self._at[1]:
            self.path += f"h{x - self._at[0]}"
        elif x == self._at[0]:
            self.path += f"v{y - self._at[1]}"
        else:
            self._write("l", point)
        self._at = (x, y)

    def _qCurveToOne(self, control: Point, end: Point) -> None:  # noqa: N802
        self._write("q", control, end)

    def _curveToOne(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        self._write("c", first, second, end)

    def _closePath(self) -> None:  # noqa: N802
        self.path += "z"
        self._at = self._start

    def _write(self, command: str, *points: Point) -> None:
        whole = [(round(x), round(y)) for x, y in points]
        numbers = [f"{x - self._at[0]} {y - self._at[1]}" for x, y in whole]
        self.path += command + " ".join(numbers).replace(" -", "-")
        self._at = whole[-1]
