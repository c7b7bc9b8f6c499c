"""The site is built in two processes: what comes out is what MkDocs alone would make."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.half import Converted, Share
from build_scripts.half_process import HalfProcess
from build_scripts.other_half import convert
from build_scripts.site_build import site_built

CONFIG = """\
site_name: Bread
theme: {name: material, font: false}
plugins: [search]
validation: {links: {anchors: warn}}
nav: [index.md, crust.md, Sweet: malt.md, oven.md, salt.md]
"""
PAGES = {
    "index.md": "# Bread\n\n[To the oven](oven.md#heat)\n\n## Flour\n\nMilled.\n",
    "crust.md": '# Crust\n\n<div class="a" data-search-exclude>\n<p>Brown</p>\n</div>\n\n## Steam\n\nThin.\n',
    "malt.md": "Brewers have more of it.\n",
    "oven.md": "---\ntitle: The oven\n---\n\n## Heat\n\n[Back](index.md) and [up](crust.md#steam)\n",
    "salt.md": "---\ntitle: Salt\n---\n\n# Salt\n\nTwo percent.\n",
}


class Lost:
    """Another process that took a page, and then failed."""

    def __init__(self, folder: Path) -> None:
        self.share = share(folder)
        assert share(folder).takes("crust.md")

    def take(self, page: str) -> None:
        """It is lost."""

    def begin(self) -> None:
        """Nothing begins."""

    def converted(self) -> dict[str, Converted]:
        """Nothing comes."""
        return {}


def share(folder: Path) -> Share:
    """One of those that share the pages in a folder."""
    place = folder / "shares"
    place.mkdir(exist_ok=True)
    return Share(place)


@pytest.fixture
def staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration of a small site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "docs").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs/data").mkdir()
    (tmp_path / "docs/data/loaves.csv").write_text("loaf,gram\nrye,900\n", encoding="utf-8")
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


@pytest.mark.parametrize("ahead", [[], ["crust.md", "index.md"], list(PAGES)])
def test_two_processes_make_the_same_site_as_one(staged: Path, ahead: list[str]) -> None:
    """Every file is the same, the search index as well, whatever the other process had before the rest."""
    with HalfProcess(staged) as other:
        for page in ahead:
            other.take(page)
        assert site_built(staged, other)

    assert files(staged.parent / "site") == alone(staged)


def test_what_the_other_process_does_not_deliver_is_converted_here(staged: Path, tmp_path: Path) -> None:
    """Without it the site is as whole as with it."""
    assert site_built(staged, Lost(tmp_path))

    assert files(staged.parent / "site") == alone(staged)


def test_a_file_that_cannot_be_copied_ends_the_build(staged: Path, tmp_path: Path) -> None:
    """Files are copied while pages are built; what goes wrong there is not lost."""
    (staged.parent / "docs/data/gone.csv").symlink_to("nowhere.csv")

    with pytest.raises(FileNotFoundError, match=r"gone\.csv"):
        site_built(staged, Lost(tmp_path))


def test_a_page_is_converted_by_who_takes_it_first(staged: Path, tmp_path: Path) -> None:
    """The others leave it, and its part of the search index comes with it."""
    assert share(tmp_path).takes("index.md")
    assert share(tmp_path).takes("oven.md")
    found = convert(staged, share(tmp_path), [])

    assert list(found) == ["crust.md", "malt.md", "salt.md"]
    assert [entry["title"] for entry in found["crust.md"].entries] == ["Crust", "Steam"]


@pytest.mark.parametrize("name", ["oven.md", "malt.md"])
def test_a_page_that_asks_for_others_waits_until_all_are_staged(staged: Path, tmp_path: Path, name: str) -> None:
    """Whether its links lead anywhere, or what the nav calls it, can't be told before."""
    found = convert(staged, share(tmp_path), [name, "salt.md"])

    assert next(iter(found)) == "salt.md"
    assert found.keys() == PAGES.keys()


@pytest.mark.parametrize("name", ["index.md", "crust.md"])
def test_a_warning_about_any_page_ends_the_build(staged: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever process converts the page, the link that leads nowhere is told."""
    with (staged.parent / "docs" / name).open("a", encoding="utf-8") as file:
        file.write("\n[Nowhere](nowhere.md)\n")
    with HalfProcess(staged) as other:
        other.take(name)
        assert not site_built(staged, other)

    told = capsys.readouterr()
    assert f"Doc file '{name}' contains a link 'nowhere.md'" in told.err
    assert "Aborted with 1 warning" in told.err + told.out
