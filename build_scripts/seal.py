"""The step after MkDocs: every page of the built site gets the policy, readers can keep it, hosts get the headers.

The preview (`make serve`) has no policy: its reloading is an inline script of MkDocs' own.
"""

from pathlib import Path
from urllib.parse import urlsplit

import material

from .host_headers import headers_file, nginx_example
from .policy import aligned, policy, sealed
from .problem import Problem
from .running_head import with_running_head
from .service_worker import NAME as SERVICE_WORKER
from .service_worker import service_worker
from .write import replace

THEME = Path(material.__file__).parent / "templates/partials/javascripts"
HEADERS = "_headers"


def seal(site: Path, address: str, worker: str, example: Path) -> list[Problem]:
    """Put the policy into all pages of `site`, or change none when there is a problem.

    Args:
        site: The folder that MkDocs has just written.
        address: Where the site will stand.
        worker: The service worker's source.
        example: Where the configuration for nginx goes.
    """
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    texts = {name: aligned(_read(path)) for name, path in files.items() if path.suffix in {".html", ".svg"}}
    found = policy(texts, map(_read, sorted(THEME.glob("*.html"))))
    if found.problems:
        return found.problems
    for name, text in texts.items():
        if name.endswith(".html"):
            replace(files[name], sealed(with_running_head(text), found.text).encode())
    contents = {name: path.read_bytes() for name, path in files.items()}
    replace(site / SERVICE_WORKER, service_worker(contents, worker))
    names = sorted({*files, SERVICE_WORKER} - {HEADERS})
    replace(site / HEADERS, headers_file(names, found.text).encode())
    replace(example, nginx_example(urlsplit(address).path.rstrip("/") + "/", found.text).encode())
    return []


def _read(path: Path) -> str:
    return path.read_bytes().decode()
