"""SVG and HTML elements as text: everything escaped, numbers short, colours only by class."""

from functools import cache, lru_cache

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
    pairs = "".join(
        [
            f' {_attribute(key)}="{_escaped(value) if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inner = "".join([child if isinstance(child, Markup) else _escaped(child) for child in children])
    return Markup(f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>")


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


@lru_cache(maxsize=1 << 14, typed=True)
def _escaped(text: str) -> str:
    """Most texts of a picture, such as classes, come again and again."""
    return str(escape(text))


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
