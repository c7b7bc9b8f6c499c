"""The Python that the page gets: reproducible, checked, small, with its licences."""

import gzip
import io
import json
import shutil
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from build_scripts import micropython_files, pyodide_files, stdlib
from build_scripts.archive import cached
from build_scripts.npm_package import RuntimeFilesError
from build_scripts.pyodide_files import check_python
from build_scripts.python_assets import FOLDER, MANIFEST, SNAPSHOT, python_assets
from build_scripts.registry import CalculatorError, describe, stage
from build_scripts.snapshot import HEAP, check_heap

from .conftest import PROJECT, few_questions, only

PACKAGE = only(stage(PROJECT), "cost-per-engagement", "engagement-rate")
SPECS = describe(PACKAGE)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Empty at first."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module", autouse=True)
def few() -> Iterator[None]:
    """Calculators are compiled again and again here, and asked few questions each time: test_proof asks the others."""
    with pytest.MonkeyPatch.context() as patch:
        few_questions(patch)
        yield


@pytest.fixture(scope="module")
def made(cache: Path) -> dict[str, bytes]:
    """Everything made anew."""
    return python_assets(PACKAGE, SPECS, cache)


def lasting(files: dict[str, bytes]) -> dict[str, bytes]:
    """All files but the snapshot, which differs from run to run."""
    return {name: content for name, content in files.items() if "/snapshot" not in name}


def test_two_runs_give_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    """The clock, the folder and the order of files leave no trace, the snapshot apart."""
    again = python_assets(PACKAGE, SPECS, tmp_path)

    assert lasting(again) == lasting(made)
    assert len(again) == len(lasting(again)) + 2


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


def test_a_second_build_makes_nothing(
    made: dict[str, bytes], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made once is taken from the cache, and a changed formula makes the wheel alone."""
    shutil.copytree(cache, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(stdlib, "_made", forbidden)
    module = "calculators/cost_per_engagement.py"
    changed = python_assets({**PACKAGE, module: PACKAGE[module] + b"\n# changed\n"}, SPECS, tmp_path)
    monkeypatch.setattr("subprocess.run", forbidden)

    assert python_assets(PACKAGE, SPECS, tmp_path) == made
    assert {name for name in changed if "stdlib" in name} == {name for name in made if "stdlib" in name}


def forbidden(*args: object, **named: object) -> dict[str, bytes]:
    """Stands in for what must not be called."""
    raise AssertionError("made again")


def test_a_build_that_breaks_off_leaves_nothing_half_made(tmp_path: Path) -> None:
    """The cache holds whole folders or none."""
    with pytest.raises(AssertionError):
        cached(tmp_path / "kept", forbidden)

    assert list(tmp_path.iterdir()) == []


def test_names_follow_the_content(made: dict[str, bytes], cache: Path) -> None:
    """A changed calculator has another address, and what did not change keeps its own."""
    module = "calculators/cost_per_engagement.py"
    changed = python_assets({**PACKAGE, module: PACKAGE[module].replace(b"35000", b"35001")}, SPECS, cache)

    gone = sorted(name.rpartition("/")[2].partition("-")[0] for name in set(lasting(made)) - set(changed))
    assert gone == ["calculators", "calculators"]  # the wheel and the source
    assert made[MANIFEST] != changed[MANIFEST]


def test_the_manifest_names_files_that_are_there(made: dict[str, bytes]) -> None:
    """Everything the workers ask for is published, full Python's with the size a compressing host sends."""
    manifest, about = json.loads(made[MANIFEST]), json.loads(made[SNAPSHOT])
    runtime = [manifest["pyodide"] + name for name in pyodide_files.PUBLISHED]
    entry = manifest["lock"]["packages"]["calculators"]

    full = {*runtime, manifest["stdlib"], manifest["packages"] + entry["file_name"]}
    quick = {manifest["instant"][name] for name in ("module", "wasm", "source")}
    own = {"manifest.json", "snapshot.json", about["name"], "LICENSE.txt"}
    assert {name.removeprefix(f"{FOLDER}/") for name in made} == {*full, *quick, *own}
    assert set(manifest["sizes"]) == full
    assert sum(manifest["sizes"].values()) < 4_300_000
    assert sum(len(brotli.compress(made[f"{FOLDER}/{name}"], quality=5)) for name in quick) < 260_000


def test_the_snapshot_is_what_its_file_says(made: dict[str, bytes]) -> None:
    """Whole, of Pyodide's first memory, for this runtime and no other."""
    about = json.loads(made[SNAPSHOT])
    packed = gzip.decompress(made[f"{FOLDER}/{about['name']}"])

    assert about["runtime"] == json.loads(made[MANIFEST])["id"]
    assert about["sha256"] == sha256(packed).hexdigest()
    assert HEAP < about["size"] < HEAP + 1000
    assert (len(about["used"]) - 1) * about["block"] < len(packed) <= len(about["used"]) * about["block"]
    assert max(about["used"]) <= about["size"] // about["block"]
    assert len(made[f"{FOLDER}/{about['name']}"]) < 4_000_000


def test_a_pyodide_with_another_memory_is_refused() -> None:
    """A snapshot larger than the first memory could be written but never restored."""
    with pytest.raises(RuntimeFilesError, match=r"^Pyodide starts with 31457280 bytes of memory, expected 20971520"):
        check_heap(31_457_280)


def test_the_lock_is_pyodides_own_but_for_its_packages(made: dict[str, bytes]) -> None:
    """Interface and Python version are those of the runtime, or it would refuse to start."""
    own = json.loads((pyodide_files.FOLDER / "pyodide-lock.json").read_bytes())

    assert json.loads(made[MANIFEST])["lock"]["info"] == own["info"]
    assert own["info"]["abi_version"] == "2025_0"


def test_the_version_is_named_once() -> None:
    """package.json asks for the versions that the build expects."""
    package = json.loads((PROJECT / "package.json").read_bytes())

    assert package["dependencies"]["pyodide"] == pyodide_files.VERSION
    assert package["dependencies"]["@micropython/micropython-webassembly-pyscript"] == micropython_files.VERSION


def test_a_changed_file_of_pyodide_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the files of the released version are published."""
    for name in ("package.json", "pyodide-lock.json", "python_stdlib.zip", *pyodide_files.PUBLISHED):
        (tmp_path / name).write_bytes((pyodide_files.FOLDER / name).read_bytes())
    (tmp_path / "pyodide.mjs").write_bytes(b"alert(1)")
    monkeypatch.setattr(pyodide_files, "FOLDER", tmp_path)

    with pytest.raises(RuntimeFilesError) as caught:
        python_assets(PACKAGE, SPECS, tmp_path)
    assert str(caught.value) == (
        "node_modules/pyodide/pyodide.mjs is not that of Pyodide 0.29.5; remove node_modules and run “make site”"
    )


def test_an_absent_or_other_pyodide_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time with the remedy."""
    monkeypatch.setattr(pyodide_files, "FOLDER", tmp_path)
    with pytest.raises(
        RuntimeFilesError, match=r"^node_modules/pyodide is absent; run “make site”, which installs it$"
    ):
        python_assets(PACKAGE, SPECS, tmp_path)

    (tmp_path / "package.json").write_text('{"version": "0.28.0"}', encoding="utf-8")
    with pytest.raises(RuntimeFilesError) as caught:
        python_assets(PACKAGE, SPECS, tmp_path)
    assert str(caught.value) == (
        "node_modules/pyodide is version 0.28.0, expected 0.29.5; see “A newer Pyodide” in CONTRIBUTING.md"
    )


def test_another_python_is_refused() -> None:
    """Bytecode is read only by the minor version that wrote it."""
    with pytest.raises(RuntimeFilesError) as caught:
        check_python("3.13.2", (3, 12))

    assert str(caught.value) == "Pyodide 0.29.5 runs Python 3.13, this is 3.12; build with Python 3.13"


def test_a_calculator_that_pyodide_cannot_run_stops_the_build(tmp_path: Path) -> None:
    """What CPython has and Pyodide hasn't is found at build, not by a reader."""
    module = "calculators/cost_per_engagement.py"
    with pytest.raises(RuntimeFilesError) as caught:
        python_assets({**PACKAGE, module: PACKAGE[module] + b"\nimport msilib\n"}, SPECS, tmp_path)

    assert str(caught.value) == ("the calculators do not run in Pyodide: ModuleNotFoundError: No module named 'msilib'")


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
    assert "Damien P. George" in text


def test_a_broken_calculator_is_named_by_file_and_line() -> None:
    """No traceback: which module, which line, what is wrong."""
    broken = {**PACKAGE, "calculators/broken.py": b"INPUTS = [\n"}

    with pytest.raises(CalculatorError) as caught:
        describe(broken)

    assert str(caught.value.problems[0]) == (
        "calculators/broken.py:1:1: the calculator does not run: SyntaxError: '[' was never closed; correct the module"
    )
