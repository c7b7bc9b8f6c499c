"""How far a long calculation is, for whoever listens; nobody does unless a page asks."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class _Audience:
    listener: "Callable[[float], object] | None" = None


def listen(listener: "Callable[[float], object] | None") -> None:
    """Tell this function from now on how far a calculation is, from 0 to 1; None for nobody."""
    _Audience.listener = listener


def tell(done: int, of: int) -> None:
    """Say that so many steps are done.

    >>> heard = []
    >>> listen(heard.append)
    >>> tell(1, 4)
    >>> listen(None)
    >>> tell(2, 4)
    >>> heard
    [0.25]
    """
    if _Audience.listener:
        _Audience.listener(done / of)
