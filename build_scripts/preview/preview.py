"""What a saved file leads to: the page it is about at once, then everything else, or what is wrong."""

import gc
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from ..addresses import page_address
from ..build import stage_site
from ..model.guide import Guide
from ..page import Page
from ..pipeline import Checked, check
from ..render import rendered_again
from ..schema import schemas_of
from ..site import Site
from ..site_address import repository
from ..telling import tell
from ..write import replace, write
from .host import Host
from .mkdocs_site import MkDocsSite
from .news import EVERY_PAGE, Told, told
from .watch import Watch

REST_IN_SECONDS = 0.4
"""What a browser needs for a page that it has shown before."""


class Superseded(BaseException):
    """Something newer was saved. Not an `Exception`: MkDocs would report it as a fault of the page."""


class Preview:
    """One guide being previewed."""

    def __init__(self, directory: Path, built: MkDocsSite, host: Host, watch: Watch) -> None:
        self._directory, self._built, self._host, self._watch = directory, built, host, watch
        self._site: Site | None = None

    def begin(self) -> bool:
        """Draw, stage and build everything; False when the content has an error."""
        checked = check(self._directory)
        tell(checked.problems)
        if checked.guide is None:
            return False
        self._follow(checked, drawn=False)
        gc.freeze()  # what is here stays: looking through it for garbage would delay each answer
        return True

    def answer(self, saved: set[Path]) -> None:
        """Show what was saved. With an error the last good pages stay, and it is told in the page and here.

        Raises:
            Superseded: When something newer was saved; nothing is half-written then.
        """
        begin = time.perf_counter()
        try:
            checked = check(self._directory)
            tell(checked.problems)
            self._host.news.problems([told(each) for each in checked.problems if each.level == "error"])
            if checked.guide is not None:
                for address in self._first(checked, saved):
                    print(f"/{address} {time.perf_counter() - begin:.2f} s", flush=True)
                    self._leave_to_browsers(address)
                self._follow(checked, drawn=True)
                print(f"all pages {time.perf_counter() - begin:.2f} s", flush=True)
        except (Exception, SystemExit) as error:  # half-saved templates and styles may raise anything
            traceback.print_exception(error)
            self._host.news.problems([Told(type(error).__name__, str(error), "the terminal of “make serve” says more")])

    def _first(self, checked: Checked, saved: set[Path]) -> Iterator[str]:
        """Show the page that is open and those that are made of the saved files; yield each that has changed."""
        if self._site is None or checked.guide is None:
            return
        for address in dict.fromkeys([self._host.open, *self._made_of(saved)]):
            page = rendered_again(self._site, checked.guide, address)
            if page and self._changed(page, checked.guide) and self._built.page(page.path):
                self._host.news.page(address)
                yield address

    def _leave_to_browsers(self, address: str) -> None:
        """Let those that show a page fetch it: what follows would keep them waiting for each of its files."""
        if address == self._host.open and self._host.news.is_heard():
            self._watch.rest(REST_IN_SECONDS)

    def _changed(self, page: Page, guide: Guide) -> bool:
        """Stage a page; False when it is as it was."""
        return replace(self._directory / "build/docs" / page.path, page.markdown(repository(guide)))

    def _made_of(self, saved: set[Path]) -> list[str]:
        """The pages that name one of these files, or its folder, as what they were made from."""
        names = {path.relative_to(self._directory).as_posix() for path in saved if self._directory in path.parents}
        folders = {name.rpartition("/")[0] for name in names}
        return [page.address for page in self._site.pages if page.edit in names | folders] if self._site else []

    def _follow(self, checked: Checked, *, drawn: bool) -> None:
        """Bring everything else up to date."""
        guide = checked.guide
        if guide is None:
            return
        staged = stage_site(guide, checked.package, self._directory, as_drawn=drawn, proceed=self._proceed)
        self._site = staged.site
        if self._built.is_whole():
            for path in self._built.outdated():
                self._proceed()
                self._built.page(path)
                self._host.news.page(page_address(path))
            self._built.index()
        else:
            for problem in self._built.build(self._proceed):
                print(f"site/{problem}", file=sys.stderr)
            self._host.news.page(EVERY_PAGE)
        write(schemas_of(guide), self._directory / "build/schemas")

    def _proceed(self) -> None:
        if self._watch.waiting():
            raise Superseded
