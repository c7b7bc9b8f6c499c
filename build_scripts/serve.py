"""The command `serve`: a preview that follows every file that is saved."""

import os
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from .build import PROJECT
from .preview.host import Host
from .preview.mkdocs_site import MkDocsSite
from .preview.preview import Preview, Superseded
from .preview.watch import Watch
from .site_address import SITE_ADDRESS

TURN_IN_SECONDS = 0.001
"""So long a browser waits for its turn while pages are rendered, several times for each file."""

WATCHED = ("content", "calculators", "docs", "build_scripts")


class _PortError(Exception):
    """The port can't be had; the message says what to do."""


def serve(directory: Path, port: int) -> int:
    """Serve until interrupted; 1 when there is nothing to show: no port, or content with an error from the start."""
    try:
        return _serve(directory, port)
    except _PortError as error:
        print(error, file=sys.stderr)
        return 1


def _serve(directory: Path, port: int) -> int:
    sys.setswitchinterval(TURN_IN_SECONDS)
    os.environ[SITE_ADDRESS] = f"http://127.0.0.1:{port}/"
    folders = sorted({root / name for root in (directory, PROJECT) for name in WATCHED})
    watch = Watch(folder for folder in folders if folder.is_dir())
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="guide-preview-") as room:
        built = MkDocsSite(directory / "build/mkdocs.yml", PROJECT / "docs/.overrides", Path(room))
        with _host(port, built, directory / "build/docs") as host:
            preview = Preview(directory, built, host, watch)
            if not preview.begin():
                return 1
            threading.Thread(target=host.serve_forever, daemon=True).start()
            print(f"Preview at http://127.0.0.1:{port}/ (Ctrl+C ends it)", flush=True)
            _follow(preview, watch)
    watch.end()
    return 0


def _host(port: int, built: MkDocsSite, docs: Path) -> Host:
    try:
        return Host(port, built, docs)
    except OSError as error:
        reason = (error.strerror or "it is refused").lower()
        raise _PortError(f"port {port} can't be used: {reason}; name another with --port") from None


def _follow(preview: Preview, watch: Watch) -> None:
    """Answer whatever is saved; a change to the generator itself starts it anew."""
    while True:
        saved = watch.take()
        if any(path.suffix == ".py" and PROJECT / "build_scripts" in path.parents for path in saved):
            print("The generator has changed and starts anew", flush=True)
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        with suppress(Superseded):
            preview.answer(saved)
