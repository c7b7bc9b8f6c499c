"""How languages write numbers: the decimal mark and the words for thousands and millions."""

from ._words import lowered

COMMA = (
    "af be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq "
    "sr sv tr uk uz vi"
).split(" ")
POINT_REGIONS = "de-ch de-li it-ch es-mx es-us es-419 es-pr es-gt es-hn es-ni es-pa es-sv es-do es-pe".split(" ")
COMMA_REGIONS = ("en-za",)

SUFFIXES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "b": 9, "bn": 9}
SUFFIXES_OF = {
    "de": {"tsd": 3, "millionen": 6, "mrd": 9},
    "es": {"mil": 3},
    "fr": {"millions": 6, "md": 9},
    "pt": {"mil": 3, "mi": 6},
}


def decimal_mark(language: str) -> str:
    """The decimal mark of a language tag such as ``de`` or ``de-CH``; a point where nothing is known."""
    tag = _tag(language)
    if tag in POINT_REGIONS:
        return "."
    return "," if tag in COMMA_REGIONS or _base(tag) in COMMA else "."


def power_of_ten(suffix: str, language: str) -> int:
    """The power that a suffix stands for, such as 3 for ``k`` or ``Tsd.``; 0 when it is none."""
    word = lowered(suffix).strip(" .")
    return SUFFIXES_OF.get(_base(_tag(language)), {}).get(word) or SUFFIXES.get(word) or 0


def _tag(language: str) -> str:
    return lowered(language).replace("_", "-")


def _base(tag: str) -> str:
    return tag.partition("-")[0]
