"""Fixtures that several folders of tests share: the two guides, built once."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from build_scripts.model.calculator import CalculatorSpec
from build_scripts.questions import questions

PROJECT = Path(__file__).resolve().parent.parent
ADDRESS = "https://example.org/"
"""Where a guide's site stands unless a test says otherwise."""


settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")


THEIR_OWN = ["test_python_assets", "test_proof", "test_legible", "test_serve", "test_scaffold", "test_first_changes"]
"""Files that take long, and build what they need themselves."""
LONG = ["test_offline", "test_calculators", "test_python_fails", "test_pages", "test_handover", "test_exchange"]
"""Files of the browser that take a minute or more."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, since most mistakes show there; then what takes minutes; short ones of the browser last.

    Whole files go to one of two workers. While the first builds the guides, for `test_site`, the other has files that
    need neither, and does not wait; with the short ones last, neither is left alone with a long one.
    """
    reading = {item.path for item in items if {"flagship", "second"} & {*getattr(item, "fixturenames", ())}}
    order = ["", "test_site", *THEIR_OWN, "of the guides", *LONG, "of the browser"]

    def place(item: pytest.Item) -> int:
        if item.path.stem in order:
            return order.index(item.path.stem)
        kind = "of the guides" if item.path in reading else ""
        return order.index("of the browser" if item.get_closest_marker("browser") else kind)

    items.sort(key=place)


def copy_guide(source: Path, target: Path) -> Path:
    """A guide's own folders; what was compiled before is reused, since it is kept by its content."""
    for part in ("content", "calculators"):
        shutil.copytree(source / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    if (PROJECT / "build/cache").is_dir():
        unfinished = shutil.ignore_patterns(".*")
        shutil.copytree(PROJECT / "build/cache", target / "build/cache", ignore=unfinished)
    return target


def build(guide: Path, address: str = ADDRESS) -> Path:
    """Build with the command people use, for a site at `address`; the folder of the site."""
    command = [sys.executable, "-m", "build_scripts", "build", "--guide", str(guide)]
    settings = {**os.environ, "GUIDE_SITE_ADDRESS": address}
    finished = subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    keep(guide / "build/cache")
    return guide / "site"


def keep(cache: Path) -> None:
    """Leave what a build compiled to those that follow, but pictures: each build clears the ones it has no use for."""
    (PROJECT / "build/cache").mkdir(parents=True, exist_ok=True)
    for made in cache.iterdir():
        kept = PROJECT / "build/cache" / made.name
        if kept.exists() or made.name == "pictures" or made.name.startswith("."):
            continue
        unfinished = kept.with_name(f".keeping-{os.getpid()}-{made.name}")
        (shutil.copytree if made.is_dir() else shutil.copy2)(made, unfinished)
        unfinished.replace(kept)


def only(package: dict[str, bytes], *ids: str) -> dict[str, bytes]:
    """The package of calculators with these alone."""
    modules = {f"calculators/{id_.replace('-', '_')}.py" for id_ in ids}
    return {path: content for path, content in package.items() if path in modules or "/_" in path}


def few_questions(patch: pytest.MonkeyPatch) -> None:
    """Let what is compiled be asked little: whether the interpreters answer alike is what test_proof asks."""

    def few(spec: CalculatorSpec) -> list[str]:
        return questions(spec)[::25]

    patch.setattr("build_scripts.proof.questions", few)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all parallel workers of one run see."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def once(made: Path, make: Callable[[], object]) -> None:
    """Let the first of the parallel workers make a thing; the others wait for it, and don't make it again."""
    with made.with_name(f"{made.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = made.with_name(f"{made.name}.made")
        if not done.exists():
            make()
            done.touch()


@pytest.fixture(scope="session")
def port(shared: Path) -> int:
    """A free port: the theme's instant navigation wants the site's address to name the port it is served from."""
    file = shared / "port"

    def find() -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            file.write_text(str(probe.getsockname()[1]), encoding="utf-8")

    once(file, find)
    return int(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def flagship(shared: Path, port: int) -> Path:
    """The flagship guide in a folder of its own, built for a sub-path; to be read, not changed."""
    guide = shared / "flagship"
    once(guide, lambda: build(copy_guide(PROJECT, guide), f"https://example.org:{port}/repo/"))
    return guide


@pytest.fixture(scope="session")
def second(shared: Path) -> Path:
    """The second guide in a folder of its own, built for the root of its host; to be read, not changed."""
    guide = shared / "second"
    once(guide, lambda: build(copy_guide(PROJECT / "tests/second_guide", guide)))
    return guide
