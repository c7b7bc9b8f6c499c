"""Templates as compiled code, kept on disk: compiling them takes longer than filling them."""

from contextlib import suppress
from pathlib import Path

from jinja2 import __version__
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from .archive import digest

FOLDER = Path(__file__).resolve().parent.parent / "build/cache/templates"


class TemplateCode(FileSystemBytecodeCache):
    """Compiled templates by name and content.

    Args:
        filters: The source of the filters, with which Jinja works out what is constant while it compiles.
        folder: Where they lie; where nothing can be written, nothing is kept.
    """

    def __init__(self, filters: bytes, folder: Path = FOLDER) -> None:
        super().__init__(str(folder))
        self._compiler = digest([__version__.encode(), filters])

    def get_source_checksum(self, source: str) -> str:
        """What the code is compiled from."""
        return super().get_source_checksum(self._compiler + source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
