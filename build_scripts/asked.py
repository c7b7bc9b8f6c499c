"""What CPython, Pyodide and MicroPython run alike to answer one question in a comparison."""

import calculators


def asked(text: str) -> str:
    """The answer as JSON text; after an exclamation mark, what was raised."""
    try:
        return calculators.answer_json(text)
    except Exception as error:  # whatever it is, it is compared
        return f"!{type(error).__name__}: {error}"
