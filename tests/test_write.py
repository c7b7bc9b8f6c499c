"""Writing: only what changed, orphans pruned, the folder exactly what was rendered."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.write import Written, write


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    """An unchanged file keeps its time; a changed one is replaced; an orphan and its folder go."""
    assert write({"a.md": b"1", "b/c.md": b"2"}, tmp_path) == Written(2, 2, 0)
    time = (tmp_path / "a.md").stat().st_mtime_ns

    assert write({"a.md": b"1", "d.md": b"3"}, tmp_path) == Written(2, 1, 1)

    assert (tmp_path / "a.md").stat().st_mtime_ns == time
    assert not (tmp_path / "b").exists()


def test_no_partial_file_is_left(tmp_path: Path) -> None:
    """Files are replaced in one step."""
    write({"a.md": b"1"}, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), st.binary(max_size=8), max_size=6))
def test_the_folder_holds_exactly_the_files(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    """Whatever was there before."""
    folder = tmp_path_factory.mktemp("write")
    write({"old": b"x"}, folder)

    write(files, folder)

    assert {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == files
