"""The whole site in memory: every page and data file of a guide."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .composer import Composer
from .connections import Connections
from .model.guide import Guide
from .page import Page
from .values import Values


@dataclass
class Site:
    """What rendering gathers: pages with what each of them cites and shows.

    Attributes:
        guide: The guide being rendered.
        values: Its references, resolved.
        pages: In the order they were rendered.
        files: Data files by staged path.
        cited: Source id → addresses of the pages that cite it.
        made: Pictures and documents made before the pages, by staged path: pages offer them with their sizes.
        wanted: The addresses of the only pages to write, each as if all others were written; None for every page.
        proceed: Called before each page is written, if given; it raises to give up.
        ready: Called with each page that is written, if given.
    """

    guide: Guide
    values: Values
    pages: list[Page] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    cited: dict[str, list[str]] = field(default_factory=dict)
    made: Mapping[str, bytes] = field(default_factory=dict)
    wanted: Collection[str] | None = None
    proceed: Callable[[], None] | None = None
    ready: Callable[[Page], None] | None = None

    @cached_property
    def connections(self) -> Connections:
        """How near the guide's parts are to one another."""
        return Connections(self.guide)

    def composer(self, here: str) -> Composer:
        """What the page at `here` is written with."""
        return Composer(self.guide, self.values, here, self.made)

    def write(self, where: str, page_of: Callable[[Composer], Page], guide: Guide | None = None) -> None:
        """Write the page at an address, if it is wanted, and keep it with its data files and what it cites.

        Args:
            where: The page's site path.
            page_of: Writes the page.
            guide: The guide in the page's own language, where that is another one.
        """
        if self.wanted is not None and where not in self.wanted:
            return
        if self.proceed:
            self.proceed()
        composer = Composer(guide, Values(guide), where, self.made) if guide else self.composer(where)
        page = page_of(composer)
        self.pages.append(page)
        if self.ready:
            self.ready(page)
        self.files |= composer.files
        if composer.guide.original:
            return
        for entry in composer.citations.entries:
            self.cited.setdefault(entry.source, []).append(page.address)

    def wants(self, pages: Callable[[str], bool]) -> bool:
        """Whether any page of a kind, told by its address, is to be written: else nothing need be made ready for it."""
        return self.wanted is None or any(map(pages, self.wanted))

    def title(self, address: str) -> str:
        """The title of a page already rendered."""
        return next(page.title for page in self.pages if page.address == address)
