"""A whole guide in a folder of its own: one page, one source, one claim, one calculator, all invented."""

from ..model.guide import Settings
from ..yaml_reader import parse
from .things import FILES, Ground, calculator

PLACES = {
    "guide.yml": "content/guide.yml",
    "first-part.yml": "content/sections/first-part.yml",
    "first-source.yml": "content/sources/first-source.yml",
    "first-claim.yml": "content/claims/first-claim.yml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "settings.json": ".vscode/settings.json",
}


def guide() -> dict[str, str]:
    """Every file of the guide, by its path in the folder."""
    files = {place: (FILES / "guide" / name).read_text(encoding="utf-8") for name, place in PLACES.items()}
    text = files["content/guide.yml"]
    ground = Ground(Settings.model_validate(parse(text).data), text)
    return {**files, **calculator("first-share", ground)}
