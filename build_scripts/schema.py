"""JSON Schemas of the content, from the models alone, for editors' tools."""

import json
from pathlib import Path

from pydantic import BaseModel

from .load import FOLDERS
from .model.guide import Settings
from .write import write

MODELS: dict[str, type[BaseModel]] = {
    "guide": Settings,
    **{folder.removesuffix("s"): model for folder, model in FOLDERS.items()},
}


def schemas() -> dict[str, bytes]:
    """One schema a kind of file, by file name."""
    return {f"{name}.json": _schema(name, model) for name, model in MODELS.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write them and return their paths."""
    write(schemas(), folder)
    return [folder / name for name in schemas()]


def _schema(name: str, model: type[BaseModel]) -> bytes:
    schema = model.model_json_schema()
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": name.capitalize()}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()
