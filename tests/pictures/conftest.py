"""One studio for all tests of pictures: fonts and style sheets are read once."""

from pathlib import Path

import pytest

from build_scripts.pictures.studio import Studio, studio
from tests.conftest import PROJECT


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """A studio with an empty cache."""
    found: Path = tmp_path_factory.mktemp("pictures")
    return studio(PROJECT, found)
