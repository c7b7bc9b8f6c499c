"""JSON Schemas of the content, from the models alone, for editors' tools."""

import json
from pathlib import Path
from typing import Any, override

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .load import MODELS
from .model.base import REFERS_TO
from .model.guide import Guide, Settings
from .model.translation import Translated, TranslatedGuide
from .validate import figures_of
from .values import Values
from .write import write

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""Only keywords are used that draft-07, which most editors' tools know, reads alike; `$defs` is reached by `$ref`."""


def schemas() -> dict[str, bytes]:
    """One schema a kind of file, by file name; the same bytes for the same models."""
    return {f"{name}.json": _written(name, schema, {}) for name, schema in _schemas().items()}


def schemas_of(guide: Guide) -> dict[str, bytes]:
    """The same with this guide's ids, so that a code editor offers them; what may be computed is only suggested."""
    ids = {**_ids(guide), "value": Values(guide).names()}
    return {f"{name}.json": _written(name, schema, ids) for name, schema in _schemas().items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write those without ids and return their paths."""
    write(schemas(), folder)
    return [folder / name for name in schemas()]


def _schemas() -> dict[str, JsonSchemaValue]:
    kinds: dict[str, type[BaseModel]] = {folder.removesuffix("s"): model for folder, model in MODELS.items()}
    kinds |= {"guide": Settings, "translation": Translated, "translated-guide": TranslatedGuide}
    return {name: model.model_json_schema(schema_generator=_Generator) for name, model in kinds.items()}


def _ids(guide: Guide) -> dict[str, list[str]]:
    statistics = [each.id for source in guide.sources.values() for each in source.statistics]
    return {
        "section": [*guide.sections],
        "claim": [*guide.claims],
        "calculator": [*guide.pages],
        "source": [*guide.sources],
        "statistic": statistics,
        "newer statistic": statistics,
        "bands": [each.id for source in guide.sources.values() for each in source.bands],
        "figure": [f"{id_}/{figure.id}" for id_ in guide.sections for figure in figures_of(guide, id_)],
        "term": [*guide.settings.glossary],
        "unit": [*guide.settings.units],
        "definition": [*guide.settings.definitions],
    }


def _written(name: str, schema: JsonSchemaValue, ids: dict[str, list[str]]) -> bytes:
    document = {"$schema": DIALECT, **_filled(schema, ids), "title": name.capitalize()}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def _filled(schema: Any, ids: dict[str, list[str]]) -> Any:  # noqa: ANN401  # any part of a schema
    """The schema with the ids at every mark that says what a field names; the marks themselves go."""
    if isinstance(schema, list):
        return [_filled(each, ids) for each in schema]
    if not isinstance(schema, dict):
        return schema
    filled = {key: _filled(value, ids) for key, value in schema.items() if key != REFERS_TO}
    names = ids.get(schema.get(REFERS_TO, ""))
    if names:
        filled["examples" if schema[REFERS_TO] == "value" else "enum"] = names
        filled.pop("examples" if "enum" in filled else "", None)
    return filled


class _Generator(GenerateJsonSchema):
    """Pydantic's own, less what only repeats a field's name or belongs to another standard."""

    @override
    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    @override
    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        written = super().tagged_union_schema(schema)
        written.pop("discriminator", None)
        return written

    @override
    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Keys of another form are refused here too."""
        written = super().dict_schema(schema)
        if "patternProperties" in written:
            written["additionalProperties"] = False
        return written
