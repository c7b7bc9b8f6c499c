"""The Python that the page gets: reproducible, checked, small, with its licences."""

import io
import json
import zipfile
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from build_scripts.python_assets import FOLDER, MANIFEST, python_assets
from build_scripts.registry import CalculatorError, describe, stage

from .conftest import PROJECT

PACKAGE = stage(PROJECT)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything made anew."""
    return python_assets(PACKAGE, tmp_path_factory.mktemp("cache"))


def test_two_runs_give_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    """The clock, the folder and the order of files leave no trace."""
    assert python_assets(PACKAGE, tmp_path) == made


def test_the_lock_has_one_entry_that_fits_its_wheel(made: dict[str, bytes]) -> None:
    """Name and hash in the lock are those of the wheel, and the wheel's own RECORD is right."""
    manifest = json.loads(made[MANIFEST])
    (entry,) = manifest["lock"]["packages"].values()
    wheel = made[f"{FOLDER}/{manifest['packages']}{entry['file_name']}"]

    assert entry["sha256"] == sha256(wheel).hexdigest()
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        record = next(name for name in archive.namelist() if name.endswith("RECORD"))
        for line in archive.read(record).decode().splitlines():
            name, digest, _ = line.rsplit(",", 2)
            if digest:
                own = urlsafe_b64encode(sha256(archive.read(name)).digest()).rstrip(b"=").decode()
                assert digest == f"sha256={own}"


def test_only_compiled_modules_travel(made: dict[str, bytes]) -> None:
    """The page gets bytecode alone, and nothing of the command line."""
    names = [name for content in archives(made) for name in content.namelist()]

    assert not [name for name in names if name.endswith(".py")]
    assert not [name for name in names if "__main__" in name and name.startswith("calculators")]


def test_no_path_of_this_machine_travels(made: dict[str, bytes]) -> None:
    """Compiled files name their modules, not where they were made."""
    for archive in archives(made):
        for name in archive.namelist():
            assert b"/tmp/" not in archive.read(name) or name.startswith("tempfile"), name


def archives(made: dict[str, bytes]) -> list[zipfile.ZipFile]:
    """The wheel and the standard library."""
    return [zipfile.ZipFile(io.BytesIO(made[name])) for name in made if name.endswith((".zip", ".whl"))]


def test_licences_travel_along(made: dict[str, bytes]) -> None:
    """Pyodide's licence and the way to its source stand beside its files."""
    text = made[f"{FOLDER}/LICENSE.txt"].decode()

    assert "Mozilla Public License" in text
    assert "github.com/pyodide/pyodide" in text


def test_a_broken_calculator_is_named_by_file_and_line() -> None:
    """No traceback: which module, which line, what is wrong."""
    broken = {**PACKAGE, "calculators/broken.py": b"INPUTS = [\n"}

    with pytest.raises(CalculatorError) as caught:
        describe(broken)

    assert str(caught.value.problems[0]) == (
        "calculators/broken.py:1:1: the calculator does not run: "
        "SyntaxError: '[' was never closed (broken.py, line 1); correct the module"
    )
