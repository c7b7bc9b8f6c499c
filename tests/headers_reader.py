"""`_headers` as hosts read it: every rule that fits is applied, and values of one header are joined with commas."""


def sent(text: str, path: str) -> dict[str, str]:
    """The headers that the rules of `text` add to the answer for `path`, such as ``/claims/``."""
    headers: dict[str, str] = {}
    fits = False
    for line in text.splitlines():
        if line.startswith("/"):
            fits = path.startswith(line[:-1]) if line.endswith("*") else path == line
        elif fits:
            name, value = line.strip().split(": ", 1)
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
