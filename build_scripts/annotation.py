"""Problems as annotations on the changed lines of a pull request."""

from .problem import Problem


def annotation(problem: Problem) -> str:
    """A workflow command that shows the problem on its line.

    >>> annotation(Problem("content/a.yml", 7, 2, "value", "wrong, or 100% so", "mend"))
    '::error file=content/a.yml,line=7,col=2::value: wrong, or 100%25 so; mend'
    """
    where = f"{problem.where}: " if problem.where else ""
    name = f" [{problem.rule}]" if problem.rule else ""
    text = _escaped(f"{where}{problem.message}; {problem.remedy}{name}")
    file = _escaped(problem.file).replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.level} file={file},line={problem.line},col={problem.column}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
