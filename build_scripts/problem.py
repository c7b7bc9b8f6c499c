"""One finding about the content: where, what is wrong, what to do."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """A finding in one file, printed as ``file:line:column: where: what; what to do``.

    Attributes:
        file: Path relative to the guide's folder, such as ``content/guide.yml``.
        line: Counted from 1.
        column: Counted from 1.
        where: The road to the value, such as ``statistics[0].value``; empty for the whole file.
        message: What was expected and what was found.
        remedy: What to do.
        level: An error stops the build, a warning doesn't.
        rule: A warning's name, by which a comment may say why it is wrong here.
    """

    file: str
    line: int
    column: int
    where: str
    message: str
    remedy: str
    level: Literal["error", "warning"] = "error"
    rule: str = ""

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        label = "warning: " if self.level == "warning" else ""
        name = f" [{self.rule}]" if self.rule else ""
        return f"{self.file}:{self.line}:{self.column}: {label}{where}{self.message}; {self.remedy}{name}"
