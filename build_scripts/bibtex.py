"""BibTeX: an entry is its kind, its key and fields whose text stays the text it is."""

from collections.abc import Mapping

ESCAPES = {
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
"""Braces have names, since BibTeX counts them behind a backslash as well."""

VERBATIM = ("url", "doi")
"""Fields that hold addresses, which programs take as they are."""

AS_WRITTEN = ("title", "author", "institution")
"""Fields that stand in a second pair of braces: a style must not change capitals or take a name apart."""


def entry(kind: str, key: str, fields: Mapping[str, str | None]) -> str:
    r"""One entry, a field a line; fields without a text are left out.

    >>> print(entry("misc", "a-2024", {"title": "50% & more", "year": None, "url": "https://a.example/b_c"}))
    @misc{a-2024,
      title = {{50\% \& more}},
      url = {https://a.example/b_c}
    }
    """
    written = [f"  {name} = {_value(name, text)}" for name, text in fields.items() if text]
    return "\n".join([f"@{kind}{{{key},", ",\n".join(written), "}"])


def _value(name: str, text: str) -> str:
    if name in VERBATIM:
        return f"{{{text}}}"
    escaped = "".join(ESCAPES.get(character, character) for character in " ".join(text.split()))
    return f"{{{{{escaped}}}}}" if name in AS_WRITTEN else f"{{{escaped}}}"
