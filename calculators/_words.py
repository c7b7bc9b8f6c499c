"""English words and numbers for messages, letter for letter the same in every interpreter."""

_SPACES = "\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "’‘ʼ′`"
_MINUS_SIGNS = "−–‐‑‒"
_MOST = 999999999999999  # above it, doubles have no digits to spare
_MOST_DIGITS = 15
_MOST_DECIMALS = 6


def show(number: float | None) -> str:
    """Write a number with grouped thousands and at most six decimals: 12500.5 is ``12,500.5``."""
    if number is None:
        return "nothing"
    sign = "-" if number < 0 else ""
    if abs(number) > _MOST:
        return f"a number beyond {sign}{_grouped(str(_MOST))}"
    whole = int(abs(number))
    scale = 10 ** min(_MOST_DECIMALS, _MOST_DIGITS - len(str(whole)))
    parts = int((abs(number) - whole) * scale + 0.5)
    whole, parts = whole + parts // scale, parts % scale
    decimals = str(scale + parts)[1:].rstrip("0")
    return sign + _grouped(str(whole)) + ("." + decimals if decimals else "")


def listing(words: list[str], most: int = 6) -> str:
    """Join words as a sentence does: ``a, b and c``; what is beyond ``most`` is only counted."""
    if len(words) > most:
        return ", ".join(words[:most]) + f" and {len(words) - most} more"
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def lowered(text: str) -> str:
    """Make A to Z lowercase and leave all other letters alone, which ``str.lower`` doesn’t everywhere."""
    return "".join([chr(ord(letter) + 32) if "A" <= letter <= "Z" else letter for letter in text])


def bare(name: str) -> str:
    """Keep the letters a to z, in lowercase, and digits: what two spellings of a name share."""
    return "".join([letter for letter in lowered(name) if "a" <= letter <= "z" or "0" <= letter <= "9"])


def tidied(text: str) -> str:
    """Make every kind of space, apostrophe and minus sign the plain one and strip the ends."""
    plain = []
    for letter in text:
        if letter in _SPACES:
            letter = " "
        elif letter in _APOSTROPHES:
            letter = "'"
        elif letter in _MINUS_SIGNS:
            letter = "-"
        plain.append(letter)
    return "".join(plain).strip(" ")


def _grouped(digits: str) -> str:
    grouped = ""
    while len(digits) > 3:
        grouped = "," + digits[-3:] + grouped
        digits = digits[:-3]
    return digits + grouped
