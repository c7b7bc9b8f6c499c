"""Whatever stands in a file, the answer is in words: no traceback and no library's terms."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.load import load

GUIDE = Path(__file__).parent / "second_guide"
FIXED = settings(derandomize=True, deadline=None, max_examples=200, database=None)
JARGON = ("Input should", "another value", "pydantic", "[key]", "Decimal", " dict", "None", "<")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of which one file is written again and again."""
    return tmp_path_factory.mktemp("guide")


def answers(folder: Path, file: str, content: bytes) -> list[str]:
    """The problems of one file."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(content)
    found = [str(problem) for problem in load(folder).problems if problem.file == file]
    (folder / file).unlink()
    return found


@given(content=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode(errors="surrogatepass")))
@FIXED
def test_any_bytes_are_refused_in_words(folder: Path, content: bytes) -> None:
    """No file ends in a traceback, and every problem can be printed."""
    found = answers(folder, "content/sources/mill.yml", content)

    assert found
    assert "\n".join(found).encode()


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["", " ", "x", "text", "A", "http://x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "id", "value"]), inner),
    max_leaves=5,
)


def places(data: object) -> list[tuple[Any, Any]]:
    """Every list and mapping in the data with each of its keys."""
    if not isinstance(data, dict | list):
        return []
    keys = list(data) if isinstance(data, dict) else list(range(len(data)))
    return [(data, key) for key in keys] + [place for key in keys for place in places(data[key])]


@pytest.mark.parametrize("file", sorted(str(path.relative_to(GUIDE)) for path in GUIDE.glob("content/**/*.yml")))
@given(choice=st.integers(0, 10**6), value=VALUES)
@FIXED
def test_any_wrong_value_is_answered_in_words(folder: Path, file: str, choice: int, value: object) -> None:
    """One value of a real file replaced by any other: each answer names what was expected."""
    data = yaml.safe_load((GUIDE / file).read_text())
    container, key = (all_places := places(data))[choice % len(all_places)]
    container[key] = value

    found = answers(folder, file, yaml.safe_dump(data, allow_unicode=True).encode())

    assert [each for each in found if any(word in each for word in JARGON)] == []
