"""How wide a text will be: the browser sets it later, so that the layout needs a generous estimate."""

TEXT = 15.0
SMALL = 13.5
NUMERAL = 22.0
SIZES = {
    "g-numeral--giant": 210.0,
    "g-numeral--huge": 104.0,
    "g-numeral--big": 54.0,
    "g-numeral--large": 34.0,
    "g-text--small": SMALL,
    "g-text--large": 18.0,
}
"""Of the classes that say how large a text is; all but two of them are for files alone (pictures.css)."""

LINE = 18.0
"""From one line of a text to the next."""

type Face = dict[str, int]


def _face(groups: dict[int, str]) -> Face:
    return {letter: width for width, letters in groups.items() for letter in letters}


PUBLIC_SANS = _face(
    {
        24: " \u00a0",
        28: "!',.:;`ij|’‘",
        34: "()I[]l",
        41: "-/J\\frt{}",
        47: '"*1“”',
        53: "?^svz",
        57: "<>L_aceko×y",
        60: "+=bdhnpqux~–−",
        64: "#027EFTg€",
        68: "$345689BPSYZ",
        72: "ACDKRUVX",
        78: "&GHNOQw",
        90: "@m",
        98: "%MW",
        125: "—",
    }
)
"""Hundredths of the size, at the weight of strong text, the widest in use."""

BESLEY = _face(
    {
        28: "':,.;’‘",
        34: " \u00a0!j{|}",
        41: "[]`filt",
        47: '"()-I',
        53: "+/\\s×“”",
        57: "134578<=>?^_cerz",
        60: "69ao",
        64: "*02Jgvx−",
        68: "#$bdhkpqy~",
        72: "PSnu–",
        78: "BEFLTZ",
        90: "&ACDGKNOQRUVXYw€",
        98: "Hm",
        110: "%@M—",
        125: "W",
    }
)

UNKNOWN = 72
"""A letter outside the tables, such as one with an accent."""


def text_width(text: str, size: float = TEXT, face: Face = PUBLIC_SANS) -> float:
    """The width of one line, in the picture's units.

    >>> text_width("9.8", 10)
    16.4
    """
    return sum(face.get(letter, UNKNOWN) for letter in text) * size / 100


def styled_width(text: str, class_: str) -> float:
    """The width of one line in the style that its class gives it."""
    return text_width(text, size_of(class_), BESLEY if "g-numeral" in class_ else PUBLIC_SANS)


def size_of(class_: str) -> float:
    """The size of text of a class.

    >>> size_of("g-text--small g-text--red"), size_of("g-numeral g-text--red"), size_of("g-text--strong")
    (13.5, 22.0, 15.0)
    """
    named = next((SIZES[name] for name in class_.split() if name in SIZES), None)
    return named or (NUMERAL if "g-numeral" in class_ else TEXT)


def wrap(text: str, width: float, class_: str = "") -> list[str]:
    """Words on as few lines as fit the width.

    >>> wrap("one two three", 70)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in text.split():
        if lines and styled_width(f"{lines[-1]} {word}", class_) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def extra_height(words: str, class_: str, room: float) -> float:
    """How much higher than one line a wrapped text is."""
    return LINE * max(0, len(wrap(words, room, class_)) - 1)
