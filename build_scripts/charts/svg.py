"""SVG and HTML elements as text: everything escaped, numbers short, colours only by class."""

from markupsafe import Markup, escape


def number(value: float) -> str:
    """A coordinate with at most one decimal.

    >>> number(12.04), number(12.0), number(-0.01), number(1160.25)
    ('12', '12', '0', '1160.2')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """One element; ``class_`` is its class, underscores in names become hyphens.

    >>> print(element("circle", r=2.04, class_="a"))
    <circle r="2" class="a"/>
    """
    pairs = [
        f' {_attribute(key)}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    ]
    inner = Markup("").join(escape(child) for child in children)
    return Markup(f"<{name}{''.join(pairs)}>{inner}</{name}>" if inner else f"<{name}{''.join(pairs)}/>")


def picture(width: float, height: float, class_: str, *children: str) -> Markup:
    """A drawing that screen readers skip: the same is said in words beside it."""
    return element(
        "svg",
        *children,
        class_=f"g-chart {class_}",
        viewBox=f"0 0 {number(width)} {number(height)}",
        aria_hidden="true",
        focusable="false",
    )


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
