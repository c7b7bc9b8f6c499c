"""What was made is kept by everything that went in."""

from pathlib import Path

from build_scripts.pictures.kept import Kept


def test_the_same_recipe_is_made_once(tmp_path: Path) -> None:
    """The second time the result comes from the folder, also for another build."""
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"result"

    assert [Kept(tmp_path).get("png", make, b"a", b"b") for _ in range(2)] == [b"result"] * 2
    assert len(made) == 1


def test_recipes_never_look_alike(tmp_path: Path) -> None:
    """The parts of a recipe are told apart, not only their letters."""
    kept = Kept(tmp_path)

    assert kept.get("png", lambda: b"1", b"ab", b"c") == b"1"
    assert kept.get("png", lambda: b"2", b"a", b"bc") == b"2"


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    """A build that no longer needs a picture leaves none behind."""
    Kept(tmp_path).get("png", lambda: b"old", b"old")
    now = Kept(tmp_path)
    now.get("png", lambda: b"new", b"new")
    now.clear()

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]
