"""The preview's web server, on this machine only: the built pages with what follows the news, and all other files."""

from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from ..host_headers import CACHING, headers
from ..policy import aligned, sealed
from .mkdocs_site import MkDocsSite
from .news import News

OWN = Path(__file__).parent
OWN_FILES = {"preview/follow.mjs": OWN / "follow.mjs", "preview/follow.css": OWN / "follow.css"}
EVENTS = "preview/events"
FOLLOW = (
    '<meta name="preview-now" content="{now}"><link rel="stylesheet" href="/preview/follow.css">'
    '<script type="module" src="/preview/follow.mjs"></script></head>'
)


class Host(ThreadingHTTPServer):
    """Serves one site.

    Attributes:
        news: What browsers are told.
        site: The built pages.
        docs: The staged files, the newest of everything that is no page.
        open: The page that was asked for last: most likely somebody looks at it.
    """

    daemon_threads = True

    def __init__(self, port: int, site: MkDocsSite, docs: Path) -> None:
        self.news, self.site, self.docs = News(), site, docs
        self.open = ""
        super().__init__(("127.0.0.1", port), _Answer)

    def handle_error(self, *_: object) -> None:
        """A browser that left in the middle of an answer is nothing to tell."""


class _Answer(SimpleHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        path = self._path()
        if path == EVENTS:
            self._events()
        elif path.endswith("/") or path == "" or path.endswith(".html"):
            self._page(path)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """A file of our own, else of the staged folder, else of the built site."""
        name = self._path()
        self.directory = str(self.server.docs)
        staged = Path(super().translate_path(path))
        self.directory = str(self.server.site.folder)
        found = OWN_FILES.get(name) or (staged if staged.is_file() and staged.suffix != ".md" else None)
        return str(found or super().translate_path(path))

    def end_headers(self) -> None:
        """What is named by its content is kept by browsers, all else is asked for again."""
        self.send_header(CACHING, headers(self._path())[CACHING])
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Requests are nothing to tell."""

    def _path(self) -> str:
        return urlsplit(self.path).path.lstrip("/")

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        if status == HTTPStatus.OK:
            self.server.open = path
        else:
            file = self.server.site.folder / "404.html"
        now = self.server.news.now  # before reading: a page that changes meanwhile is told
        text = sealed(aligned(file.read_text(encoding="utf-8")), self.server.site.policy)
        body = text.replace("</head>", FOLLOW.format(now=now), 1).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _events(self) -> None:
        asked = parse_qs(urlsplit(self.path).query).get("since", ["0"])[0]
        since = self.headers.get("Last-Event-ID") or asked
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        for event in self.server.news.listen(int(since) if since.isdecimal() else 0):
            self.wfile.write(event.encode())
            self.wfile.flush()
