"""The JSON Schemas: fresh, valid, and of one mind with the models."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from build_scripts.schema import schemas
from build_scripts.yaml_reader import read

from .conftest import PROJECT
from .test_content_cases import CASES

SCHEMAS = {name: json.loads(content) for name, content in schemas().items()}
SHAPES = [path for path in CASES if "schema" in yaml.safe_load(path.read_text(encoding="utf-8"))]
"""The cases that are about the shape of one file."""

GUIDES = [PROJECT, PROJECT / "tests/second_guide"]
FILES = [path for guide in GUIDES for path in sorted((guide / "content").rglob("*.yml"))]


def schema_of(path: Path) -> dict[str, Any]:
    """The schema of a content file, by its folder."""
    name = "guide" if path.name == "guide.yml" else path.parent.name.removesuffix("s")
    found: dict[str, Any] = SCHEMAS[f"{name}.json"]
    return found


def plain(data: Any) -> Any:  # noqa: ANN401  # any YAML
    """Data as JSON has it."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_schemas_are_fresh(name: str) -> None:
    """`python -m build_scripts schema` would change nothing."""
    assert (PROJECT / "content/schemas" / name).read_bytes() == schemas()[name]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    """An independent validator accepts each schema as one."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert not Draft202012Validator(SCHEMAS[name]).is_valid({})


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_content_file_fits_its_schema(path: Path) -> None:
    """What the models accept, the schemas accept."""
    assert list(Draft202012Validator(schema_of(path)).iter_errors(plain(read(path).data))) == []


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_schemas_refuse_what_the_models_refuse(path: Path, tmp_path: Path) -> None:
    """A structural slip is red in a code editor already; a slip across files can't be."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    file = tmp_path / Path(case["file"]).parent.name / Path(case["file"]).name
    file.parent.mkdir()
    file.write_text(case["content"], encoding="utf-8")

    data = plain(read(file).data)

    assert Draft202012Validator(schema_of(file)).is_valid(data) is (case["schema"] == "cannot see")


def test_each_content_file_names_its_schema() -> None:
    """The first line tells a code editor where the schema is, and it is there."""
    for path in sorted((PROJECT / "content").rglob("*.yml")):
        mark = "# yaml-language-server: $schema="
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(mark), path
        assert (path.parent / first.removeprefix(mark)).is_file(), path
