"""JSON Schemas of the content, from the models alone, for editors' tools."""

import json
from pathlib import Path
from typing import override

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .load import MODELS
from .model.guide import Settings
from .write import write

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""Only keywords are used that draft-07, which most editors' tools know, reads alike; `$defs` is reached by `$ref`."""


def schemas() -> dict[str, bytes]:
    """One schema a kind of file, by file name; the same bytes for the same models."""
    kinds: dict[str, type[BaseModel]] = {folder.removesuffix("s"): model for folder, model in MODELS.items()}
    kinds["guide"] = Settings
    return {f"{name}.json": _schema(name, model) for name, model in kinds.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write them and return their paths."""
    write(schemas(), folder)
    return [folder / name for name in schemas()]


def _schema(name: str, model: type[BaseModel]) -> bytes:
    schema = model.model_json_schema(schema_generator=_Generator)
    document = {"$schema": DIALECT, **schema, "title": name.capitalize()}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


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
