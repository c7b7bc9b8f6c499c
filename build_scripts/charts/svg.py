"""SVG as text: everything escaped, numbers short, colours only by class."""

from dataclasses import dataclass, field

from markupsafe import Markup, escape

TEXT = 15
SMALL = 13.5
NARROW_LETTERS = frozenset("fijlrt.,:;’'|!()[] ")
WIDE_LETTERS = frozenset("mwMW%@—")


def number(value: float) -> str:
    """A coordinate with at most one decimal.

    >>> number(12.04), number(12.0), number(-0.01)
    ('12', '12', '0')
    """
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")
    )


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """One element; ``class_`` is its class, underscores in names become hyphens.

    >>> print(element("circle", r=2.04, class_="a"))
    <circle r="2" class="a"/>
    """
    pairs = [
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    ]
    inner = Markup("").join(escape(child) for child in children)
    return Markup(f"<{name}{''.join(pairs)}>{inner}</{name}>" if inner else f"<{name}{''.join(pairs)}/>")


def text_width(text: str, size: float = TEXT) -> float:
    """A generous estimate of a text's width in the site's text face."""
    widths = (0.33 if each in NARROW_LETTERS else 0.88 if each in WIDE_LETTERS else 0.58 for each in text)
    return sum(widths) * size


@dataclass
class Canvas:
    """Collects the marks of one picture.

    Attributes:
        width: In the picture's units; one unit is one CSS pixel where the picture is shown at its full width.
        height: Grows while marks are added.
    """

    width: float
    height: float = 0
    parts: list[Markup] = field(default_factory=list)

    def add(self, name: str, *children: str, **attributes: str | float | None) -> None:
        """Add one element."""
        self.parts.append(element(name, *children, **attributes))

    def line(self, x1: float, y1: float, x2: float, y2: float, class_: str) -> None:
        """A straight line."""
        if x1 == x2:
            self.add("path", d=f"M{number(x1)} {number(y1)}V{number(y2)}", class_=class_)
        else:
            self.add("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", class_=class_)

    def text(self, x: float, y: float, words: str, class_: str = "", anchor: str | None = None) -> None:
        """One line of text; `y` is its base line."""
        self.add("text", words, x=x, y=y, class_=class_ or None, text_anchor=anchor)

    def inside(self, x: float, words: str, size: float = SMALL) -> float:
        """The middle of a centred text, moved so that the text stays on the picture."""
        half = text_width(words, size) / 2
        return min(max(x, half), self.width - half)

    def svg(self, size: str, description: str) -> Markup:
        """The finished picture."""
        box = f"0 0 {number(self.width)} {number(self.height)}"
        return element(
            "svg",
            *self.parts,
            class_=f"g-chart g-chart--{size}",
            viewBox=box,
            role="img",
            aria_label=description,
            focusable="false",
        )


def wrap(text: str, width: float, size: float = TEXT) -> list[str]:
    """Words on as few lines as fit the width.

    >>> wrap("one two three", 60)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
