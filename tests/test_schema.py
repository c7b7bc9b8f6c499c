"""The JSON Schemas: fresh, valid, and of one mind with the models."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from build_scripts.model.base import REFERS_TO
from build_scripts.pipeline import check
from build_scripts.scaffold.guide import guide
from build_scripts.schema import schemas, schemas_of, write_schemas
from build_scripts.yaml_reader import parse, read

from .conftest import PROJECT

CASES = sorted((PROJECT / "tests/content_cases").glob("*.yml"))
SCHEMAS = {name: json.loads(content) for name, content in schemas().items()}
SHAPES = [path for path in CASES if "schema" in yaml.safe_load(path.read_text(encoding="utf-8"))]
"""The cases that are about the shape of one file."""

GUIDES = [PROJECT, PROJECT / "tests/second_guide"]
FILES = [path for guide in GUIDES for path in sorted((guide / "content").rglob("*.yml"))]

KEYWORDS = {
    *("$schema", "$defs", "$ref", "title", "description", "default", "type", "enum", "const", "anyOf", "oneOf"),
    *(
        "properties",
        "patternProperties",
        "additionalProperties",
        "required",
        "items",
        "minItems",
        "maxItems",
        "examples",
    ),
    *("minLength", "pattern", "minimum", "examples"),
}
"""What draft-07, which most editors' tools know, and 2020-12 read alike."""


def name_of(path: Path) -> str:
    """The name of a content file's schema, by its folders."""
    if "translations" in path.parts:
        return "translated-guide" if path.name == "guide.yml" else "translation"
    return "guide" if path.name == "guide.yml" else path.parent.name.removesuffix("s")


def schema_of(path: Path) -> dict[str, Any]:
    """The schema of a content file."""
    found: dict[str, Any] = SCHEMAS[f"{name_of(path)}.json"]
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
    """An independent validator accepts each schema as one, by its own standard and by the one that tools know."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    Draft7Validator.check_schema(SCHEMAS[name])
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


def test_settings_lead_a_code_editor_to_each_files_schema() -> None:
    """VS Code finds the schema with this guide's ids, which every check writes anew; a new guide gets the same."""
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    led = {
        file.relative_to(PROJECT).as_posix(): schema
        for schema, files in settings.items()
        for file in PROJECT.glob(files)
    }

    for path in sorted((PROJECT / "content").rglob("*.yml")):
        assert led[path.relative_to(PROJECT).as_posix()] == f"build/schemas/{name_of(path)}.json"
    assert guide()[".vscode/settings.json"] == (PROJECT / ".vscode/settings.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_explained(name: str) -> None:
    """What a code editor shows beside a field: its own words, or those of the model that it holds."""
    silent = [
        field
        for part in every_part(SCHEMAS[name])
        for field, told in part.get("properties", {}).items()
        if isinstance(told, dict) and not {"description", "$ref", "const", "anyOf"} & told.keys()
    ]

    assert silent == []


def own(folder: Path) -> dict[str, Any]:
    """The schemas with a guide's ids, by kind."""
    found = check(folder).guide
    assert found is not None
    return {name.removesuffix(".json"): json.loads(content) for name, content in schemas_of(found).items()}


def test_the_guides_own_schemas_offer_its_ids() -> None:
    """Units, definitions, sources and figures can be chosen; a computed value is still allowed."""
    made = own(PROJECT / "tests/second_guide")
    statistic = made["source"]["$defs"]["Statistic"]["properties"]

    assert statistic["unit"]["enum"] == ["grams", "percent", "minutes", "euro"]
    assert statistic["definition"]["enum"][0] == "water-on-flour"
    assert made["guide"]["$defs"]["Chapter"]["properties"]["figure"]["enum"][0] == "dough/water"
    value = made["section"]["$defs"]["BarRow"]["properties"]["value"]
    assert {"water-rye", "hydration.country-loaf.water"} <= set(value["examples"])
    assert "enum" not in value
    assert not [part for schema in made.values() for part in every_part(schema) if REFERS_TO in part]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_content_file_fits_its_guides_own_schema(path: Path, own_schemas: dict[Path, dict[str, Any]]) -> None:
    """What the check accepts is not red in a code editor."""
    schema = own_schemas[next(folder for folder in GUIDES if folder / "content" in path.parents)][name_of(path)]

    assert list(Draft7Validator(schema).iter_errors(plain(read(path).data))) == []


@pytest.fixture(scope="module")
def own_schemas() -> dict[Path, dict[str, Any]]:
    """Both guides' own schemas, made once."""
    return {folder: own(folder) for folder in GUIDES}


def keywords(schema: dict[str, Any]) -> Iterator[str]:
    """Every keyword of a schema; the names of fields are none."""
    for keyword, value in schema.items():
        yield keyword
        named = keyword in ("properties", "patternProperties", "$defs")
        inner = value.values() if named else value if isinstance(value, list) else [value]
        for each in inner:
            if isinstance(each, dict) and keyword != "default":
                yield from keywords(each)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_use_what_every_tool_reads(name: str) -> None:
    """A keyword that a tool doesn't know would be passed over in silence."""
    assert set(keywords(SCHEMAS[name])) <= KEYWORDS


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_closed(name: str) -> None:
    """Unknown fields and ids of another form are refused on every level."""
    objects = [each for each in every_part(SCHEMAS[name]) if each.get("type") == "object"]

    assert objects
    assert all(each["additionalProperties"] is False or "properties" not in each for each in objects)
    assert all(each["additionalProperties"] is False for each in objects if "patternProperties" in each)


def every_part(schema: object) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema, however deep."""
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from every_part(each)


def test_no_schema_outlives_its_kind() -> None:
    """The committed folder holds the schemas of today's models and nothing else."""
    assert sorted(path.name for path in (PROJECT / "content/schemas").iterdir()) == sorted(SCHEMAS)


def test_schemas_are_written_where_asked(tmp_path: Path) -> None:
    """The command writes the bytes that the tests compare."""
    written = write_schemas(tmp_path / "schemas")

    assert {path.name: path.read_bytes() for path in written} == schemas()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_what_a_schema_makes_of_it(path: Path) -> None:
    """Every refused example that can be read says “refuses” or “cannot see”, unless only its name is wrong."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    refused = [problem for problem in case["problems"] if not problem.startswith(f"{case['file']}:1:1: ")]
    errors = [problem for problem in refused if ": warning: " not in problem]

    assert case.get("schema") in ("refuses", "cannot see", None)
    assert "schema" in case or not errors or parse(case["content"]).errors
