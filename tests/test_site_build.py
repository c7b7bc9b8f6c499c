"""The site is built in two processes: what comes out is what MkDocs alone would make."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.half import Converted
from build_scripts.half_process import HalfProcess, convert
from build_scripts.site_build import site_built

CONFIG = (
    "site_name: Bread\ntheme: {name: material, font: false}\nplugins: [search]\nvalidation: {links: {anchors: warn}}\n"
)
PAGES = {
    "index.md": "# Bread\n\n[To the oven](oven.md#heat)\n\n## Flour\n\nMilled.\n",
    "crust.md": '# Crust\n\n<div class="a" data-search-exclude>\n<p>Brown</p>\n</div>\n\n## Steam\n\nThin.\n',
    "oven.md": "---\ntitle: The oven\n---\n\n## Heat\n\n[Back](index.md) and [up](crust.md#steam)\n",
    "salt.md": "# Salt\n\nTwo percent.\n",
}


class Nobody:
    """Another process that has failed."""

    def begin(self, config: Path) -> None:
        """Nothing begins."""

    def converted(self) -> dict[str, Converted]:
        """Nothing comes."""
        return {}


@pytest.fixture
def staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration of a small site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "docs").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return tmp_path / "mkdocs.yml"


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def alone(config: Path) -> dict[str, bytes]:
    """The site as MkDocs alone builds it."""
    folder = config.parent / "alone"
    settings = load_config(str(config), site_dir=str(folder))
    settings.plugins.on_startup(command="build", dirty=False)
    build(settings)
    return files(folder)


def test_two_processes_make_the_same_site_as_one(staged: Path) -> None:
    """Every file is the same, the search index as well."""
    with HalfProcess() as other:
        assert site_built(staged, other)

    assert files(staged.parent / "site") == alone(staged)


def test_what_the_other_process_does_not_deliver_is_converted_here(staged: Path) -> None:
    """Without it the site is as whole as with it."""
    assert site_built(staged, Nobody())

    assert files(staged.parent / "site") == alone(staged)


def test_the_other_process_converts_every_second_page(staged: Path) -> None:
    """With what they put into the search index."""
    found = convert(staged)

    assert list(found) == ["crust.md", "salt.md"]
    assert [entry["title"] for entry in found["crust.md"].entries] == ["Crust", "Steam"]


@pytest.mark.parametrize("name", ["index.md", "crust.md"])
def test_a_warning_about_any_page_ends_the_build(staged: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever process converts the page, the link that leads nowhere is told."""
    with (staged.parent / "docs" / name).open("a", encoding="utf-8") as file:
        file.write("\n[Nowhere](nowhere.md)\n")
    with HalfProcess() as other:
        assert not site_built(staged, other)

    told = capsys.readouterr()
    assert f"Doc file '{name}' contains a link 'nowhere.md'" in told.err
    assert "Aborted with 1 warning" in told.err + told.out
