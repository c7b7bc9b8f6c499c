"""Templates as compiled code, kept for the process: each language has its own environment and the same templates."""

from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class TemplateCode(BytecodeCache):
    """Compiled templates by name and content."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code, if this template was compiled before."""
        bucket.code = self.codes.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        if bucket.code:
            self.codes[bucket.key + bucket.checksum] = bucket.code
