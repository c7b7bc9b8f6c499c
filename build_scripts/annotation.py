"""Problems as annotations on the changed lines of a pull request."""

from .problem import Problem


def annotation(problem: Problem) -> str:
    """A workflow command that shows the problem on its line.

    >>> annotation(Problem("content/a.yml", 7, 2, "value", "wrong, or 100% so", "mend"))
    '::error file=content/a.yml,line=7,col=2::value: wrong, or 100%25 so; mend'
    """
    where = f"{problem.where}: " if problem.where else ""
    text = f"{where}{problem.message}; {problem.remedy}"
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    return f"::{problem.level} file={problem.file},line={problem.line},col={problem.column}::{text}"
