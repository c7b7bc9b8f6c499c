"""Fixtures that several folders of tests share: the two guides, built once."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent
ADDRESS = "https://example.org/"
"""Where a guide's site stands unless a test says otherwise."""


settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first: those that build a site come late, those that drive a browser last."""
    slow = ("test_quality", "test_site", "test_no_facade")
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, item.path.stem in slow))


def copy_guide(source: Path, target: Path) -> Path:
    """A guide's own folders; what was compiled before is reused, since it is kept by its content."""
    for part in ("content", "calculators"):
        shutil.copytree(source / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    if (PROJECT / "build/cache").is_dir():
        shutil.copytree(PROJECT / "build/cache", target / "build/cache")
    return target


def build(guide: Path, address: str = ADDRESS) -> Path:
    """Build with the command people use, for a site at `address`; the folder of the site."""
    command = [sys.executable, "-m", "build_scripts", "build", "--guide", str(guide)]
    settings = {**os.environ, "GUIDE_SITE_ADDRESS": address}
    finished = subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return guide / "site"


@pytest.fixture(scope="session")
def port() -> int:
    """A free port: the theme's instant navigation wants the site's address to name the port it is served from."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    return found


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The flagship guide in a folder of its own, built for a sub-path."""
    guide = copy_guide(PROJECT, tmp_path_factory.mktemp("flagship"))
    build(guide, f"https://example.org:{port}/repo/")
    return guide


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second guide in a folder of its own, built for the root of its host."""
    guide = copy_guide(PROJECT / "tests/second_guide", tmp_path_factory.mktemp("second"))
    build(guide)
    return guide
