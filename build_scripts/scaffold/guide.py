"""A whole guide in a folder of its own: one page, one source, one claim, one calculator, all invented."""

from ..model.guide import Settings
from ..schema import schemas
from ..yaml_reader import parse
from .things import FILES, Ground, calculator

PLACES = {
    "guide.yml": "content/guide.yml",
    "first-part.yml": "content/sections/first-part.yml",
    "first-source.yml": "content/sources/first-source.yml",
    "first-claim.yml": "content/claims/first-claim.yml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
}


def guide() -> dict[str, str]:
    """Every file of the guide, by its path in the folder."""
    files = {place: (FILES / "guide" / name).read_text(encoding="utf-8") for name, place in PLACES.items()}
    text = files["content/guide.yml"]
    ground = Ground(Settings.model_validate(parse(text).data), text)
    described = {f"content/schemas/{name}": content.decode() for name, content in schemas().items()}
    return {**files, **calculator("first-share", ground), **described}
