"""What an editor can get wrong, one file a case: the content and the exact words that answer it.

Each case is a change to the second guide. Add one by adding a file to tests/content_cases.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
import yaml

from build_scripts.pipeline import check

GUIDE = Path(__file__).parent / "second_guide"
CASES = sorted((Path(__file__).parent / "content_cases").glob("*.yml"))


def found(file: str, content: str) -> list[str]:
    """The problems of the second guide with one file written anew."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("content", "calculators"):
            shutil.copytree(GUIDE / part, Path(folder, part))
        target = Path(folder, file)
        target.parent.mkdir(exist_ok=True)
        target.write_text(content, encoding="utf-8")
        return [str(problem) for problem in check(Path(folder)).problems]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_content_case(path: Path) -> None:
    """The answer to each slip is exactly the one written beside it."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert found(case["file"], case["content"]) == case["problems"], case["name"]
